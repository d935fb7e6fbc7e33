namespace Reference.Optimizers.Tests;

public class LossGuardTests
{
    // L = w², η = 1.5: a step multiplies w by −2, so that the loss quadruples until it overflows.
    [Fact]
    public void A_run_that_diverges_stops_with_step_rate_and_loss_and_keeps_the_weights_of_the_last_finite_loss()
    {
        var w = new Parameter("w", [1.0]);
        var descent = new GradientDescent([w], 1.5);
        var guard = new LossGuard(descent);
        double last = double.NaN;

        void Train()
        {
            while (true)
            {
                double loss = w.Values[0] * w.Values[0];
                guard.Check(loss);
                last = loss;
                w.Gradients[0] = 2 * w.Values[0];
                descent.Step();
            }
        }

        DivergedException stop = Assert.Throws<DivergedException>(Train);
        Assert.Equal(double.PositiveInfinity, stop.Loss);
        Assert.Equal(512, stop.Step); // (−2)⁵¹² squared is 2¹⁰²⁴, the first square beyond the largest double
        Assert.Equal(1.5, stop.LearningRate);
        Assert.Equal(Math.ScaleB(1, 1022), last);
        Assert.Equal(last, stop.LastFiniteLoss);
        Assert.Equal(-Math.ScaleB(1, 511), w.Values[0]);
        Assert.Contains("step 512", stop.Message, StringComparison.Ordinal);
        Assert.Contains("learning rate 1.5", stop.Message, StringComparison.Ordinal);
        Assert.Contains($"{last}", stop.Message, StringComparison.Ordinal);
    }

    // One step of 10³⁰⁸ leads from a good loss to a weight that is no number: a loss that would refuse it is not asked.
    [Theory]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.NaN)]
    public void A_weight_that_is_not_finite_stops_a_run_as_a_loss_does(double broken)
    {
        Parameter v = new("v", [5.0]), w = new("w", [1.0, 2]);
        var guard = new LossGuard(new GradientDescent([v, w], 1e308));
        Assert.Equal(3, guard.Check(() => w.Values[0] + w.Values[1]));
        w.Values[1] = broken;
        DivergedException stop = Assert.Throws<DivergedException>(() => guard.Check(() => throw new InvalidOperationException("not to be asked")));
        Assert.Equal([1.0, 2], w.Values.ToArray());
        Assert.Equal((3, 1e308), (stop.LastFiniteLoss, stop.LearningRate));
        Assert.Equal(4, guard.Check(() => 4));
    }

    [Fact]
    public void Without_a_finite_loss_the_first_weights_come_back()
    {
        var w = new Parameter("w", [1.0, 2]);
        var guard = new LossGuard(new GradientDescent([w], 0.1));
        w.Values.Fill(7);
        DivergedException stop = Assert.Throws<DivergedException>(() => guard.Check(double.NaN));
        Assert.Equal([1.0, 2], w.Values.ToArray());
        Assert.True(double.IsNaN(stop.LastFiniteLoss));
    }

    // σ(∞) is 1: the loss of such a unit may be finite, its weight is not.
    [Fact]
    public void A_weight_that_is_not_finite_stops_the_run_whatever_the_loss()
    {
        var w = new Parameter("w", [1.0, 2]);
        var guard = new LossGuard(new GradientDescent([w], 0.1));
        guard.Check(0.5);
        w.Values[1] = double.PositiveInfinity;
        DivergedException stop = Assert.Throws<DivergedException>(() => guard.Check(0.25));
        Assert.Equal([1.0, 2], w.Values.ToArray());
        Assert.Equal(0.5, stop.LastFiniteLoss);
        Assert.True(double.IsNaN(stop.Loss));
    }
}
