using Reference.Plotting;

namespace Reference.Texts.Tests;

/// <summary>The plotted numbers.</summary>
public class FigureDataTests
{
    private static Figure Of(string name) => TextFigures.All.Single(f => f.Name == name).Draw();

    private static double[] Ys(Figure figure, int panel, int series) =>
        [.. ((PointSeries)figure.Panels[panel].Series[series]).Ys];

    // S3-267 S3-268: a larger vocabulary knows more, least of what it has not seen.
    [Fact]
    public void Larger_vocabularies_know_more_words()
    {
        double[] seen = Ys(Of("unknown-words"), 0, 0), unseen = Ys(Of("unknown-words"), 0, 1);
        Assert.All(seen.Zip(seen.Skip(1)), pair => Assert.True(pair.Second < pair.First || pair.First == 0));
        Assert.True(unseen[^1] > seen[^1] + 0.2);
    }

    // S1-162 S1-163 S1-165 S1-218: on a text so small no tokenizer gets down to four tokens for three words.
    [Fact]
    public void More_pieces_make_fewer_tokens() => Assert.All([0, 1, 2], series =>
    {
        double[] tokens = Ys(Of("tokens-a-word"), 0, series);
        Assert.All(tokens.Zip(tokens.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.InRange(tokens[^1], 4.0 / 3, 3.5);
    });

    // S1-162: sixteen times the text, 256 times the work or hardly more than 16 times.
    [Fact]
    public void A_heap_makes_the_work_almost_linear()
    {
        double[] all = Ys(Of("work"), 0, 0), heap = Ys(Of("work"), 0, 1);
        Assert.InRange(all[^1] / all[^5], 230, 270);
        Assert.InRange(heap[^1] / heap[^5], 15, 17);
    }

    // S3-054 S3-071 S3-073 S3-077: the training loss falls to the end, the validation loss rises again.
    [Fact]
    public void The_network_for_reviews_overfits()
    {
        double[] training = Ys(Of("reviews"), 0, 0), validation = Ys(Of("reviews"), 0, 1);
        Assert.True(training[^1] < 0.1 && validation[^1] > 1.3 * validation.Min(),
            $"{training[^1]}, {validation.Min()}, {validation[^1]}");
        Assert.True(Ys(Of("reviews"), 1, 0)[^1] > 0.97);
    }

    // S3-075: the loss does not fall as it should.
    [Fact]
    public void A_badly_chosen_network_does_not_learn() =>
        Assert.True(Ys(Of("wrong-network"), 0, 1).Min() > 1.2 * Ys(Of("reviews"), 0, 1).Min());

    // S3-090 S3-092: four units lose topics; there is no step at 46.
    [Fact]
    public void Narrow_layers_lose_topics()
    {
        double[] validation = Ys(Of("width"), 0, 2);
        Assert.True(validation[0] < validation[^1] - 0.1, string.Join(' ', validation));
        Assert.True(validation[3] > 0.6, string.Join(' ', validation)); // of 32 units, fewer than topics
        Assert.Equal(Ys(Of("news"), 1, 1)[^1], validation[^1]);
    }

    // S1-171: spam is right of other messages.
    [Fact]
    public void The_strongest_words_of_spam_are_its_own()
    {
        Figure figure = Of("spam");
        var confusion = (HeatMap)figure.Panels[0].Series[0];
        Assert.Equal(300, confusion[0, 0] + confusion[0, 1] + confusion[1, 0] + confusion[1, 1]);
        Assert.True(confusion[0, 0] + confusion[1, 1] > 270);
        IEnumerable<string> words = figure.Panels[1].Y.Ticks!.Skip(8).Select(tick => tick.Label);
        Assert.NotEmpty(words.Intersect(["click", "prize", "claim", "cheap", "cash", "won", "free", "act", "loans"]));
    }
}
