using Reference.LongShortTermMemory;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.LanguageModels.Tests;

/// <summary>Questions, rewards and policies of small models.</summary>
public class FineTuningTests
{
    private static readonly CharacterText s_text = new(
        new string([.. Enumerable.Range(32, 95).Select(i => (char)i)])
            + "\nROMEO:\nAy me\nJULIET:\nGood day sir\nROMEO:\nCome\n" +
        new string('a', 100));

    private static Gpt Tiny(ulong seed = 1, int width = 8) =>
        new(new(s_text.Characters.Count, 64, width, 2, 1), new RandomStream(seed));

    // S1-297: facts by hand, no question twice, all within the context, the same from the same seed.
    [Fact]
    public void Questions_are_seeded_and_never_repeat()
    {
        (QuestionAnswer[] training, QuestionAnswer[] held) =
            QuestionAnswers.Drawn(s_text, 16, 4, new RandomStream(1));
        Assert.Equal((16, 4), (training.Length, held.Length));
        Assert.Equal(20, training.Concat(held).Select(pair => pair.Question).Distinct().Count());
        Assert.Equal(training, QuestionAnswers.Drawn(s_text, 16, 4, new RandomStream(1)).Training);
        Assert.All(training, pair => Assert.InRange(pair.Text.Length, 3, 65));
        QuestionAnswer[] facts = [.. QuestionAnswers.Arithmetic()];
        Assert.Equal(255 * 5, facts.Length);
        Assert.Contains(new QuestionAnswer("What is seven plus eight?", "fifteen"), facts);
        Assert.Contains(new QuestionAnswer("nine times nine is what?", "eighty-one"), facts);
        Assert.Contains(new QuestionAnswer("And four minus four?", "zero"), facts);
        Assert.Equal("twenty", QuestionAnswers.InWords(20));
        (string[] names, string[] words) = QuestionAnswers.Speeches(s_text);
        Assert.Equal(["JULIET", "ROMEO"], names);
        Assert.Equal(["Ay me", "Come", "Good day"], words);
        QuestionAnswer said = training.First(pair => pair.Question.Contains("Who says", StringComparison.Ordinal));
        Assert.Contains($"{said.Answer}: ", said.Question, StringComparison.Ordinal);
        Refuses(() => QuestionAnswers.Drawn(s_text, 48, 2, new RandomStream(1)), "at most 24 questions", "25");
        Refuses(() => QuestionAnswers.Drawn(s_text, 5000, 1, new RandomStream(1)), "at most 2550", "5001");
    }

    // S1-297: weights on answers only, and a model that learns two answers by heart.
    [Fact]
    public void Only_answers_are_learned()
    {
        QuestionAnswer[] set = [new("Who?", "me"), new("And who else?", "us")];
        (MatrixView X, int[] y, double[] w) = FineTuning.Batch(s_text, set);
        int T = set[1].Text.Length - 1;
        Assert.Equal((T, 2), (X.RowCount, X.ColumnCount));
        Assert.Equal(1, w.Sum(), 1e-12);
        Assert.Equal("me\nus\n", s_text.Decode(Enumerable.Range(0, w.Length).Where(i => w[i] > 0).Select(i => y[i])));
        Gpt model = Tiny();
        var generator = new TextGenerator(model, s_text);
        Assert.Equal(0, FineTuning.ExactMatch(generator, set));
        var losses = new List<double>();
        FineTuning.Train(model, s_text, set, 120, new RandomStream(2), 4, 1e-2, (_, loss) => losses.Add(loss));
        Assert.InRange(losses[^1], 0, 0.2 * losses[0]);
        Assert.Equal(1, FineTuning.ExactMatch(generator, set));
    }

    // (21.15) (21.16) S1-298 S1-352: texts with more of a letter are better; the order of unseen pairs is learned.
    [Fact]
    public void A_reward_is_learned_from_ranked_pairs()
    {
        var random = new RandomStream(3);
        int[] Text() => [.. Enumerable.Range(0, 6).Select(_ => random.Below(4))];
        (int[], int[]) Pair()
        {
            while (true)
            {
                (int[] a, int[] b) = (Text(), Text());
                int difference = a.Count(id => id == 1) - b.Count(id => id == 1);
                if (difference != 0)
                {
                    return difference > 0 ? (a, b) : (b, a);
                }
            }
        }

        var reward = new RewardModel(Tiny(4));
        var adam = new AdamW(reward.Model.Parameters, 1e-2, weightDecay: 0);
        for (int step = 0; step < 60; step++)
        {
            (int[], int[])[] pairs = [.. Enumerable.Range(0, 16).Select(_ => Pair())];
            reward.Step(adam, [.. pairs.Select(p => p.Item1)], [.. pairs.Select(p => p.Item2)]);
        }

        Assert.InRange(reward.Accuracy([.. Enumerable.Range(0, 200).Select(_ => Pair())]), 0.95, 1);
    }

    // (21.20) S1-299: one token, so that the policy is a softmax of few scores: the mean of the steps' rewards rises,
    // and with a high price the policy stays where it was.
    [Fact]
    public void A_policy_follows_its_reward_and_stays_for_a_price()
    {
        double[] Reward(IReadOnlyList<int[]> texts) => [.. texts.Select(text => (double)text.Count(id => id == 5))];
        (double First, double Last, double Kl) Run(double β)
        {
            var policy = new PolicyGradient(Tiny(5), Reward, β, [0], 4, 1e-2);
            var random = new RandomStream(6);
            PolicyStep[] steps = [.. Enumerable.Range(0, 60).Select(_ => policy.Step(32, random))];
            return (steps[..5].Average(s => s.Reward), steps[^5..].Average(s => s.Reward),
                steps[^5..].Average(s => s.Kl));
        }

        (double First, double Last, double Kl) free = Run(0), priced = Run(2);
        Assert.InRange(free.Last, 3.5, 4); // of four places
        Assert.InRange(priced.Last, 0, 1.5);
        Assert.True(priced.Kl < 0.2 * free.Kl);
        Assert.InRange(free.First, 0, 1);
    }

    // S1-299 S1-316: texts of the cache have the probabilities of the model.
    [Fact]
    public void Samples_continue_the_prompt()
    {
        int[][] texts = PolicyGradient.Sample(Tiny(7), [3, 1], 5, 4, new RandomStream(8));
        Assert.All(texts, text => Assert.Equal([7], new[] { text.Length }));
        Assert.All(texts, text => Assert.Equal([3, 1], text[..2]));
        Assert.True(texts.Select(text => string.Join(",", text)).Distinct().Count() > 1);
    }
}
