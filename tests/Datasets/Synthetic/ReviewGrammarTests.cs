using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class ReviewGrammarTests
{
    [Fact]
    public void Every_label_follows_from_the_words()
    {
        LabelledSentences set = ReviewGrammar.Draw(new RandomStream(8), 2000);
        for (int n = 0; n < set.Count; n++)
        {
            Assert.Equal(set.Labels[n], Sentiment(set.Texts[n]));
        }

        Assert.InRange(set.Labels.Sum(), 900, 1100);
    }

    [Fact]
    public void Counting_words_is_not_enough()
    {
        LabelledSentences set = ReviewGrammar.Draw(new RandomStream(8), 2000);
        int right = Enumerable.Range(0, set.Count).Count(n =>
        {
            string[] words = set.Texts[n].Split(' ');
            int balance = words.Count(ReviewGrammar.Praise.Contains) - words.Count(ReviewGrammar.Blame.Contains);
            return balance > 0 == (set.Labels[n] == 1) && balance != 0;
        });
        Assert.InRange(right, 600, 1400);
    }

    [Fact]
    public void A_count_of_0_sentences_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ReviewGrammar.Draw(new RandomStream(1), 0));

    private static int Sentiment(string text)
    {
        string decisive = text.Split(" but ")[^1];
        int[] clauses = [.. decisive.Split(" and ").Select(clause =>
        {
            string[] words = clause.Split(' ');
            Assert.Equal("the", words[0]);
            Assert.Contains(words[1], ReviewGrammar.Things);
            Assert.Equal("is", words[2]);
            Assert.All(words[3..^1], word => Assert.True(word == "not" || ReviewGrammar.Degrees.Contains(word)));
            bool praises = ReviewGrammar.Praise.Contains(words[^1]);
            Assert.NotEqual(praises, ReviewGrammar.Blame.Contains(words[^1]));
            return praises != words.Contains("not") ? 1 : 0;
        })];
        return Assert.Single(clauses.Distinct());
    }
}
