using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Autoencoders.Tests;

/// <summary>The autoencoders of digits, what is done with their codes, and what the figures show.</summary>
public class ProjectTests
{
    private static Figure Of(string name) => AutoencoderFigures.All.Single(f => f.Name == name).Draw();

    // S3-244 S4-174: 784-256-64-k and back; S4-170: without biases.
    [Fact]
    public void Parameters_are_counted()
    {
        static int Count(Autoencoder autoencoder) => autoencoder.Parameters.Sum(p => p.Values.Length);
        var random = new RandomStream(1);
        Assert.Equal(
            [435_858, 437_664, 439_728],
            new[] { 2, 16, 32 }.Select(k => Count(DigitAutoencoders.Deep(k, random))));
        Assert.Equal(784 * 2 * 16 + 16 + 784, Count(DigitAutoencoders.Linear(16, random)));
        Assert.Equal([8, 4], new[] { 2, 1 }.Select(k => Count(Toys.BiasFree(2, k, random))));
    }

    // S3-245: images come back in their shape, in every size of code.
    [Theory]
    [InlineData(2)]
    [InlineData(16)]
    public void The_convolutional_autoencoder_returns_images(int k)
    {
        Autoencoder autoencoder = DigitAutoencoders.Convolutional(k, new(1));
        Matrix<double> X = Matrix<double>.Build.Dense(784, 3, new RandomStream(2).Uniforms(784 * 3, 0, 1));
        Matrix<double> X̂ = autoencoder.Forward(X);
        Assert.Equal((784, 3, k), (X̂.RowCount, X̂.ColumnCount, autoencoder.Code.RowCount));
        Assert.All(X̂.Enumerate(), v => Assert.InRange(v, 0, 1));
        Assert.Equal(784, autoencoder.Backward(X̂).RowCount);
    }

    // S3-173 S3-175 S3-176 S3-177 S3-245 S4-181 S4-202: labels and pairs order the codes of drawn digits.
    [Fact]
    public void Labels_and_pairs_order_the_codes()
    {
        (SampleSet training, SampleSet held, _) = DigitsNetwork.Digits(null, 150, 60);
        Matrix<double> X = DigitAutoencoders.Columns(training.X), test = DigitAutoencoders.Columns(held.X);
        Assert.Equal(training[7].X, X.Column(7).ToArray());
        Autoencoder plain = DigitAutoencoders.Deep(4, new(1)), labels = CodeTasks.Supervised(training, 4, 12, 1, 1),
            pairs = CodeTasks.Siamese(training, 4, 12, 1, weight: 1);
        History history = DigitAutoencoders.Train(plain, training, held, 12, 1).History;
        Assert.InRange(history.ValidationLosses[^1], 0, 0.4 * history.ValidationLosses[0]);
        double[] purity = [.. new[] { plain, labels, pairs }.Select(one =>
            KMeans.Of(DigitAutoencoders.Codes(one, X), 10, new(1)).Purity(training.Labels))];
        Assert.True(purity[1] > purity[0] + 0.1 && purity[2] > purity[0] + 0.1, string.Join(' ', purity));
        double accuracy = CodeTasks.Accuracy(
            DigitAutoencoders.Codes(labels, X), training.Labels, DigitAutoencoders.Codes(labels, test), held.Labels,
            5, 1, 40);
        Assert.InRange(accuracy, 0.3, 1); // chance is 0.1

        // Codes are drawn with the mean and covariance of those that are there.
        Matrix<double> sampled = CodeTasks.Sampled(plain, DigitAutoencoders.Codes(plain, X), 5, new(2));
        Assert.Equal((784, 5), (sampled.RowCount, sampled.ColumnCount));
        Trainer classifier = DigitsNetwork.Train(training, held, 1, 1).Trainer;
        Assert.InRange(CodeTasks.Sure(classifier, sampled), 0, 1);
        Assert.Equal(1.0, CodeTasks.Sure(classifier, sampled, 0.1)); // the largest of ten is at least 0.1
    }

    // (22.15) S4-031 S3-243: training on damaged inputs repairs them better than training on clean ones.
    [Fact]
    public void Training_with_holes_completes_digits()
    {
        (SampleSet training, SampleSet held, _) = DigitsNetwork.Digits(null, 200, 60);
        Corruption hole = Corruptions.Hole(new(28, 28, 1), 10);
        Matrix<double> clean = DigitAutoencoders.Columns(held.X);
        Matrix<double> damaged = DigitAutoencoders.Columns(new CorruptedSamples(held.X, hole, new(9)));
        double Error(Corruption? corruption)
        {
            Autoencoder autoencoder = DigitAutoencoders.Deep(16, new(1));
            DigitAutoencoders.Train(autoencoder, training, null, 25, 1, corruption);
            return AutoencoderEquations.Loss(autoencoder.Forward(damaged, Mode.Inference), clean);
        }

        (double plain, double repaired) = (Error(null), Error(hole));
        Assert.True(repaired < plain, $"{repaired}, {plain}");
    }

    // S3-241: on a curve of two dimensions one number of the network does better than one component.
    [Fact]
    public void A_curve_is_no_line()
    {
        Figure figure = Of("curve");
        double[] errors = [.. figure.Panels.Select(panel => double.Parse(panel.Title[^6..]))];
        Assert.True(errors[1] < errors[0] / 5, $"{errors[0]}, {errors[1]}");
        Markers line = (Markers)figure.Panels[0].Series[1];
        double slope = (line.Ys[1] - line.Ys[0]) / (line.Xs[1] - line.Xs[0]);
        Assert.All(Enumerable.Range(2, 50), n =>
            Assert.Equal(line.Ys[0] + slope * (line.Xs[n] - line.Xs[0]), line.Ys[n], 1e-9));
    }

    // (22.16) S3-170: the violation falls with the weight of the penalty, and the error rises.
    [Fact]
    public void The_violation_falls_with_the_weight()
    {
        Panel panel = Of("constraint").Panels[1];
        double[] violation = [.. ((Line)panel.Series[0]).Ys], error = [.. ((Line)panel.Series[1]).Ys];
        Assert.All(violation.Zip(violation.Skip(1)), pair => Assert.True(pair.Second < pair.First));
        Assert.InRange(violation[^1], 0, 0.1 * violation[0]);
        Assert.True(error[^1] > error[0]);
    }

    // S4-173: descent in ten dimensions; S4-171: (1, 0) becomes (½, ½); S4-172: the arrows are the deviations.
    [Fact]
    public void The_axes_are_the_components()
    {
        Figure figure = Of("axes");
        double[] excess = [.. ((Line)figure.Panels[2].Series[0]).Ys],
            angle = [.. ((Line)figure.Panels[2].Series[1]).Ys];
        Assert.InRange(excess[^1], 0, 1e-6);
        Assert.InRange(angle[^1], 0, 0.01);
        var rebuilt = (Markers)figure.Panels[1].Series[^1];
        Assert.Equal((0.5, 0.5), (Math.Round(rebuilt.Xs[1], 12), Math.Round(rebuilt.Ys[1], 12)));
        Arrow[] axes = [.. figure.Panels[0].Series.OfType<Arrow>()];
        double Dot(Func<Arrow, (double X, double Y)> a, Func<Arrow, (double X, double Y)> b) =>
            (a(axes[0]).X - axes[0].From.X) * (b(axes[1]).X - axes[1].From.X)
                + (a(axes[0]).Y - axes[0].From.Y) * (b(axes[1]).Y - axes[1].From.Y);
        Assert.Equal(0, Dot(arrow => arrow.To, arrow => arrow.To), 1e-9);
    }

    // S3-174 S4-200 S4-201 S4-203: what else is drawn.
    [Fact]
    public void The_other_figures_show_their_data()
    {
        Figure outliers = Of("outliers");
        Assert.Equal([300, 30], outliers.Panels[0].Series.Take(2).Select(s => ((Markers)s).Xs.Count));
        Assert.Equal(300, ((Histogram)outliers.Panels[1].Series[0]).Counts.Sum());
        Figure dimensions = Of("dimensions");
        double[] spread = [.. dimensions.Panels[0].Series.Select(s => ((Histogram)s).Samples.Max())];
        Assert.True(spread[0] > spread[1] && spread[1] > spread[2] && spread[2] < 1.3, string.Join(' ', spread));
        Assert.Equal(0.0631, ((Line)dimensions.Panels[1].Series[0]).Ys[12], 5e-5); // 1,000 points
        Assert.Equal(22, ((NetworkDiagram)Of("hourglass").Panels[0].Series[0]).Nodes.Count);
    }

    private static (SampleSet Training, SampleSet Held, double Components) RealDigits(int k)
    {
        string folder = RealData.At("mnist");
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
            "trains for a minute: REFERENCE_LONG_RUN=1");
        (SampleSet training, SampleSet held, _) = DigitsNetwork.Digits(folder);
        Pca pca = PcaEquations.ByCovariance(DigitAutoencoders.Columns(training.X), k);
        return (training, held, DigitAutoencoders.Error(pca, DigitAutoencoders.Columns(held.X)));
    }

    // S3-244: 40 epochs; PyTorch has 0.0446, 0.0140, 0.0127 (one seed), components 0.0603, 0.0265, 0.0165.
    [Theory]
    [InlineData(2, 0.0603, 0.047)]
    [InlineData(16, 0.0265, 0.0150)]
    [InlineData(32, 0.0165, 0.0135)]
    public void Deep_autoencoders_of_real_digits_beat_principal_components(int k, double components, double reach)
    {
        (SampleSet training, SampleSet held, double error) = RealDigits(k);
        Assert.Equal(components, error, 5e-5);
        double[] found = [.. Enumerable.Range(1, 3).Select(seed => DigitAutoencoders.Train(
            DigitAutoencoders.Deep(k, new((ulong)seed)), training, held, 40, (ulong)seed)
            .History.ValidationLosses[^1]).Order()];
        Assert.InRange(found[1], 0, reach); // the median
    }

    // (22.8) S4-173: on 784 pixels descent ends just above the components.
    [Theory]
    [InlineData(2, 1e-4)]
    [InlineData(16, 5e-3)]
    public void Linear_autoencoders_of_real_digits_meet_principal_components(int k, double above)
    {
        (SampleSet training, SampleSet held, double error) = RealDigits(k);
        double found = DigitAutoencoders.Train(
            DigitAutoencoders.Linear(k, new(1)), training, held, 40, 1, falling: 5e-3).History.ValidationLosses[^1];
        Assert.InRange(found, error - 1e-4, error + above);
    }
}
