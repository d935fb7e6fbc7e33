using Reference.Activations;
using Reference.Plotting;

namespace Reference.LongShortTermMemory.Tests;

/// <summary>The plotted numbers.</summary>
public class FigureDataTests
{
    private static Figure Of(string name) => LstmFigures.All.Single(f => f.Name == name).Draw();

    private static double[] Line(Panel panel, string label) =>
        [.. panel.Series.OfType<Line>().Single(line => line.Label == label).Ys];

    // (17.13) S2-197 S2-201: f = 1 carries the cell unchanged, and b_f = 0 halves it.
    [Fact]
    public void The_carousel_stays_at_1()
    {
        Panel panel = Of("carousel").Panels[0];
        Assert.All(Line(panel, "f = 1: the constant-error carousel"), C => Assert.Equal(1, C, 1e-12));
        Assert.Equal(1 / 1024.0, Line(panel, "b_{f} = 0, f = 0.50")[10], 1e-15);
        Assert.Equal(Math.Pow(ScalarActivations.Sigmoid(3), 50), Line(panel, "b_{f} = 3, f = 0.95")[50], 1e-15);
    }

    // S3-160 S3-161: a forget bias keeps the gradient over many orders of magnitude.
    [Fact]
    public void A_forget_bias_keeps_the_gradient()
    {
        Panel panel = Of("gradient-by-lag").Panels[0];
        double Last(string label) => Line(panel, label)[^1];
        Assert.True(Last("LSTM, forget bias 3") > 0.01 && Last("LSTM, forget bias 1") < 1e-5);
        Assert.True(Last("LSTM, forget bias 0") < 1e-11 && Last("tanh") < 1e-11);
    }

    // S3-161 S2-207: an LSTM with a forget bias recalls at lags where one without does not, and adds what neither
    // simple network adds.
    [Fact]
    public void The_forget_bias_helps_memory()
    {
        Figure memory = Of("memory");
        Panel recall = memory.Panels[0], adding = memory.Panels[1];
        Assert.True(Line(recall, "LSTM, forget bias 3")[1] > Line(recall, "LSTM")[1] + 0.2);
        foreach (string other in new[] { "tanh", "tanh, U orthogonal" })
        {
            Assert.True(Line(adding, "LSTM, forget bias 3")[^1] < 0.3 * Line(adding, other)[^1]);
        }
    }

    // S2-205 S2-207 S3-162: the classifier gets the sentence right, and its opposite.
    [Theory]
    [InlineData("the food is not so bad but the plot is poor", false)]
    [InlineData("the food is so bad but the plot is not poor", true)]
    [InlineData("the food is good and the plot is not bad", true)]
    public void The_classifier_reads_not_and_but(string sentence, bool praise) =>
        Assert.Equal(praise, SentenceFigures.Read(sentence).Praise[^1] > 0.5);
}
