using Reference.Activations;
using Reference.Book;
using Reference.Numerics;

namespace Reference.LanguageModels.Tests;

/// <summary>What figures and experiments show.</summary>
public class EvidenceTests
{
    // S1-358 S1-360 S1-366: frequencies near the distribution that they come from.
    [Fact]
    public void A_thousand_draws_resemble_the_distribution()
    {
        double[] p = ScalarActivations.Softmax([.. LanguageModelNumbers.Scores]),
            drawn = LanguageModelFigures.Drawn(p);
        Assert.Equal(1, drawn.Sum(), 1e-9);
        Assert.All(p.Zip(drawn), pair => Assert.InRange(pair.Second - pair.First, -0.05, 0.05));
        Assert.Equal(9, LanguageModelFigures.All.Count);
    }

    // S1-287: words that the text has; the cut ones at both ends do not count.
    [Fact]
    public void Words_are_looked_up_in_the_text()
    {
        Assert.Equal(2.0 / 3, LanguageModelExperiments.WordsKnown("xx I sae you yy", "you and I"), 1e-12);
        Assert.Equal(0, LanguageModelExperiments.WordsKnown("", "you and I"));
        Assert.Equal(2, LanguageModelExperiments.Rule("a b c"));
    }

    // S1-279: the goal of the two-minute setting, 1.90 nats, and words of which 0.7 are in the text.
    [Fact]
    public void The_two_minute_setting_reaches_its_goal()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1.");
        RealData.At("tinyshakespeare");
        GptTraining run = TrainedModel.Of(new MeasurementRun(1, true, (_, _) => { }, (_, _) => { }));
        Assert.InRange(run.Validate(), 0, 1.9);
        string written = new TextGenerator(run.Model, run.Text).Generate(
            "\n", new(4000, true, Temperature: 0.8), new RandomStream(1))[0];
        Assert.InRange(
            LanguageModelExperiments.WordsKnown(written, run.Text.Decode(run.Text.Training.ToArray())), 0.7, 1);
        Assert.Contains(":\n", written, StringComparison.Ordinal);
    }
}
