using Reference.Optimizers;

namespace Reference.LinearModels.Tests;

/// <summary>S0's first project, replayed from its seed.</summary>
public class ThermometerTests
{
    private static readonly Golden PyTorch = Golden.Read("06-linear-regression");

    // S0-053: their sums, sums of squares and products.
    [Fact]
    public void The_readings_are_those_of_the_notes()
    {
        Assert.Equal(14, Thermometer.X.Length);
        Assert.Equal(
            (918, 262, 61460, 17881),
            (Thermometer.X.Sum(), Thermometer.Y.Sum(), Thermometer.X.Sum(x => x * x), Thermometer.X.Zip(Thermometer.Y, (x, y) => x * y).Sum()));
        // Four of the temperatures are not the rounded law's.
        Assert.Equal([67.0, 60, 81, 51], Thermometer.X.Zip(Thermometer.Y)
            .Where(p => Math.Round(Thermometer.Celsius(p.First), MidpointRounding.AwayFromZero) != p.Second).Select(p => p.First));
    }

    // S0-052 S0-054: the learned line is close to the physical one, and has the least error of all.
    [Fact]
    public void The_best_line_is_close_to_the_physical_law()
    {
        LineFit fit = LineFit.Of(Thermometer.X, Thermometer.Y);
        Assert.Equal(1 / 1.8, fit.W, 2e-3);
        Assert.Equal(Thermometer.Celsius(0), fit.B, 0.2);
        Assert.True(fit.Floor < ScalarLine.MeanSquaredError(1 / 1.8, Thermometer.Celsius(0), Thermometer.X, Thermometer.Y));
        Assert.Equal(0.98427, fit.RSquared, 5e-6);
    }

    // (6.1) S0-057 S0-058 S0-060: all 14, to one unit in the last place of PyTorch's float32.
    [Fact]
    public void Untrained_predictions_are_PyTorchs()
    {
        var line = Float32Line.FromSeed(42);
        double[] expected = PyTorch["thermometer.untrained"];
        Assert.All(Thermometer.X.Zip(expected), p => Assert.Equal(p.Second, line.Predict((float)p.First), 4e-6)); // one unit in the last place of 42
        Assert.Equal("42.8796", $"{line.Predict(55):0.0000}");
    }

    // (6.16) S0-061 S0-064 S0-066 S0-067 S0-072: losses, weights and biases along the run, relative to PyTorch's float32.
    [Fact]
    public void The_run_is_PyTorchs()
    {
        double[] log = PyTorch["thermometer.log"];
        ThermometerRun run = ThermometerRun.Notes;
        Assert.Equal(35, log.Length / 4);
        foreach (double[] row in log.Chunk(4))
        {
            int epoch = (int)row[0];
            Assert.Equal(1, run.Loss[epoch] / row[1], 5e-6);
            Assert.Equal(1, run.W[epoch] / row[2], 5e-6);
            Assert.Equal(row[3], run.B[epoch], 5e-6 * Math.Max(1, Math.Abs(row[3])));
        }

        Assert.Equal(PyTorch["thermometer.70"][0], run.Trained.Predict(70), 5e-6);
        Assert.Equal(3001, run.Loss.Count);
    }

    // (6.16) S0-064: the same steps as chapter 05's Adam in double, within float32 rounding.
    [Fact]
    public void Float32_Adam_is_Adam()
    {
        Float32Adam single = new(0.1);
        ScalarAdam exact = new(0.1);
        (float w, double v) = (1, 1);
        for (int t = 1; t <= 200; t++)
        {
            (w, v) = (single.Step(w, 2 * w - 0.3f), exact.Step(v, 2 * v - 0.3));
            Assert.Equal(v, w, 2e-5); // 200 steps, each off by some 10⁻⁷
        }
    }

    // (6.5) (6.6) (6.7) S0-061 S0-068: float32 and double agree to float32 rounding.
    [Fact]
    public void Float32_loss_and_gradient_are_those_of_the_equations()
    {
        var line = Float32Line.FromSeed(42);
        (float loss, float dw, float db) = line.Evaluate([.. Thermometer.X.Select(v => (float)v)], [.. Thermometer.Y.Select(v => (float)v)]);
        (double w, double b) = ScalarLine.Gradient(line.W, line.B, Thermometer.X, Thermometer.Y);
        Assert.Equal(1, loss / ScalarLine.MeanSquaredError(line.W, line.B, Thermometer.X, Thermometer.Y), 1e-6);
        Assert.Equal(1, dw / w, 1e-6);
        Assert.Equal(1, db / b, 1e-6);
    }

    // S0-062 S0-064: the log gives away its learning rate and its length.
    [Fact]
    public void The_log_tells_its_learning_rate_and_its_epochs()
    {
        Assert.Equal(0.1, ThermometerRun.RecoverLearningRate(6.815361022949219, 100, 0.05, 1), 1e-5);
        Assert.Equal(0.3, ThermometerRun.RecoverLearningRate(ThermometerRun.Train(0.3, 100).Loss[100], 100, 0.05, 1), 1e-4);
        Assert.Equal(3000, ThermometerRun.Notes.EpochsUntilBias(-17.5949));
        Assert.Equal(-1, ThermometerRun.Notes.EpochsUntilBias(5));
    }

    // S0-069 S0-070 S0-071 S0-073: not monotone; the larger rate is nearer after 3000 epochs; and it ends on the floor, never below.
    [Fact]
    public void Adam_overshoots_and_ends_on_the_floor()
    {
        double floor = LineFit.Of(Thermometer.X, Thermometer.Y).Floor;
        IReadOnlyList<float> loss = ThermometerRun.Notes.Loss;
        Assert.True(loss[10] > 4 * loss[4]);
        Assert.InRange(loss[2999] - floor, 0, 2e-5);
        Assert.All(loss, l => Assert.True(l > floor - 1e-6));
        Assert.True(ThermometerRun.TextsRate.Loss[2999] - floor > 1e5 * (loss[2999] - floor));
        // The weight moves as far as the bias and is multiplied by the reading: it lowers the line.
        Assert.Equal(ThermometerRun.Notes.W[4] - ThermometerRun.Notes.W[0], ThermometerRun.Notes.B[4] - ThermometerRun.Notes.B[0], 1e-3);
    }

    // S0-074 S0-075 S0-076: the printed answer, and what the rounded parameters make of it.
    [Fact]
    public void Rounded_parameters_give_another_answer()
    {
        Float32Line line = ThermometerRun.Notes.Trained;
        Assert.Equal("21.1672", $"{line.Predict(70):0.0000}");
        Assert.Equal(("0.5537", "-17.5949"), ($"{line.W:0.0000}", $"{line.B:0.0000}"));
        Assert.Equal("21.1641", $"{ScalarLine.Predict(0.5537, -17.5949, 70):0.0000}");
    }

    [Fact]
    public void A_run_at_an_absurd_rate_stops()
    {
        DivergedException stop = Assert.Throws<DivergedException>(() => ThermometerRun.Train(1e19, 10));
        Assert.True(stop.Step >= 1 && stop.LearningRate == 1e19 && double.IsFinite(stop.LastFiniteLoss));
        var kept = new Float32Line((float)stop.Kept[0].Values[0], (float)stop.Kept[1].Values[0]);
        float[] x = [.. Thermometer.X.Select(v => (float)v)], y = [.. Thermometer.Y.Select(v => (float)v)];
        Assert.Equal(stop.LastFiniteLoss, kept.Evaluate(x, y).Loss);
    }
}
