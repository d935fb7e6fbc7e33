using Reference.Optimizers;

namespace Reference.LinearModels.Tests;

/// <summary>S0's first project, replayed from its seed.</summary>
public class ThermometerTests
{
    private static readonly Golden PyTorch = Golden.Read("06-linear-regression");

    // S0-052 S0-053 S0-054: sums of the readings; four temperatures are not the rounded law's; the fit is near.
    [Fact]
    public void The_readings_are_those_of_the_notes()
    {
        (double[] X, double[] Y) = (Thermometer.X, Thermometer.Y);
        Assert.Equal(14, X.Length);
        Assert.Equal((918, 262, 61460, 17881), (X.Sum(), Y.Sum(), X.Sum(x => x * x), X.Zip(Y, (x, y) => x * y).Sum()));
        Assert.Equal([67.0, 60, 81, 51], X.Zip(Y)
            .Where(p => Math.Round(Thermometer.Celsius(p.First), MidpointRounding.AwayFromZero) != p.Second)
            .Select(p => p.First));
        LineFit fit = LineFit.Of(X, Y);
        Assert.Equal(1 / 1.8, fit.W, 2e-3);
        Assert.Equal(Thermometer.Celsius(0), fit.B, 0.2);
    }

    // (6.1) (6.5) (6.6) (6.7) (6.16) S0-057 S0-058 S0-060 S0-061 S0-064 S0-066 S0-067 S0-068 S0-072: predictions,
    // losses, weights and biases along the run, to the rounding of PyTorch's float32.
    [Fact]
    public void The_run_matches_PyTorch()
    {
        var untrained = Float32Line.FromSeed(42);
        Assert.All(Thermometer.X.Zip(PyTorch["thermometer.untrained"]), p =>
            Assert.Equal(p.Second, untrained.Predict((float)p.First), 4e-6)); // one unit in the last place of 42
        ThermometerRun run = ThermometerRun.Notes;
        foreach (double[] row in PyTorch["thermometer.log"].Chunk(4))
        {
            int epoch = (int)row[0];
            Assert.Equal(1, run.Loss[epoch] / row[1], 5e-6);
            Assert.Equal(1, run.W[epoch] / row[2], 5e-6);
            Assert.Equal(row[3], run.B[epoch], 5e-6 * Math.Max(1, Math.Abs(row[3])));
        }

        Assert.Equal(PyTorch["thermometer.70"][0], run.Trained.Predict(70), 5e-6);
        Assert.Equal(3001, run.Loss.Count);
    }

    // S0-062 S0-064: a log determines its learning rate; a bias that is never reached has no epoch.
    [Fact]
    public void A_log_determines_its_learning_rate()
    {
        Assert.Equal(0.3, ThermometerRun.RecoverLearningRate(ThermometerRun.Train(0.3, 100).Loss[100], 100, 0.05, 1),
            1e-4);
        Assert.Equal(-1, ThermometerRun.Notes.EpochsUntilBias(5));
    }

    // S0-069 S0-070 S0-071 S0-073: not monotone; weight and bias take the same first steps; the larger rate is nearer
    // after 3000 epochs; and the loss is never below the least.
    [Fact]
    public void Adam_overshoots_and_ends_at_the_least_loss()
    {
        double least = LineFit.Of(Thermometer.X, Thermometer.Y).Floor;
        ThermometerRun run = ThermometerRun.Notes;
        Assert.True(run.Loss[10] > 4 * run.Loss[4]);
        Assert.Equal(run.W[4] - run.W[0], run.B[4] - run.B[0], 1e-3);
        Assert.InRange(run.Loss[2999] - least, 0, 2e-5);
        Assert.All(run.Loss, l => Assert.True(l > least - 1e-6));
        Assert.True(ThermometerRun.TextsRate.Loss[2999] - least > 1e5 * (run.Loss[2999] - least));
    }

    // S0-074 S0-075 S0-076: what the rounded parameters make of the answer.
    [Fact]
    public void Rounded_parameters_give_another_answer() =>
        Assert.Equal("21.1641", $"{ScalarLine.Predict(0.5537, -17.5949, 70):0.0000}");

    [Fact]
    public void A_run_at_an_absurd_rate_stops()
    {
        DivergedException stop = Assert.Throws<DivergedException>(() => ThermometerRun.Train(1e19, 10));
        Assert.True(stop.Step >= 1 && stop.LearningRate == 1e19 && double.IsFinite(stop.LastFiniteLoss));
        var kept = new Float32Line((float)stop.Kept[0].Values[0], (float)stop.Kept[1].Values[0]);
        Assert.Equal(stop.LastFiniteLoss,
            kept.Evaluate([.. Thermometer.X.Select(v => (float)v)], [.. Thermometer.Y.Select(v => (float)v)]).Loss);
    }
}
