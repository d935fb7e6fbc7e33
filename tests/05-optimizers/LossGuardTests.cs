namespace Reference.Optimizers.Tests;

public class LossGuardTests
{
    // L = w², η = 1.5: a step multiplies w by −2, until (−2)⁵¹² squared is 2¹⁰²⁴, the first square beyond all doubles.
    [Fact]
    public void A_run_that_diverges_stops_and_restores_the_weights_of_the_last_finite_loss()
    {
        var w = new Parameter("w", [1.0]);
        var guard = new LossGuard(new GradientDescent([w], 1.5));
        DivergedException stop = Assert.Throws<DivergedException>((Action)(() =>
        {
            while (true)
            {
                guard.Check(w.Values[0] * w.Values[0]);
                w.Gradients[0] = 2 * w.Values[0];
                guard.Step();
            }
        }));
        Assert.Equal((double.PositiveInfinity, 512, 1.5), (stop.Found, stop.Step, stop.LearningRate));
        Assert.Equal((Math.ScaleB(1, 1022), -Math.ScaleB(1, 511)), (stop.LastFiniteLoss, w.Values[0]));
        Assert.Contains(
            $"after step 512 with learning rate 1.5. The last finite loss was {Math.ScaleB(1, 1022)}", stop.Message,
            StringComparison.Ordinal);
    }

    // One step of η = 10³⁰⁸ leads from a finite loss to a weight that is not: the step itself stops.
    [Fact]
    public void A_step_to_a_weight_that_is_not_finite_stops_the_run()
    {
        Parameter v = new("v", [5.0]), w = new("w", [1.0, 2]);
        var guard = new LossGuard(new GradientDescent([v, w], 1e308));
        guard.Check(3);
        w.Gradients[1] = 20;
        DivergedException stop = Assert.Throws<DivergedException>(guard.Step);
        Assert.Equal([1.0, 2], w.Values.ToArray());
        Assert.Equal((1, 1e308, 3, double.NegativeInfinity),
            (stop.Step, stop.LearningRate, stop.LastFiniteLoss, stop.Found));
        Assert.Contains("Expected w to be finite; got -Infinity after step 1", stop.Message, StringComparison.Ordinal);
        Assert.Equal([v, w], stop.Kept);
        w.ZeroGradient();
        guard.Check(4);
        guard.Step();
        Assert.Equal([1.0, 2], w.Values.ToArray());
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_gradient_that_is_not_finite_stops_the_run(double broken)
    {
        Parameter v = new("v", [5.0]), w = new("w", [1.0, 2]);
        var guard = new LossGuard(new GradientDescent([v, w], 0.5));
        guard.Check(3);
        (v.Gradients[0], w.Gradients[1]) = (2, broken);
        DivergedException stop = Assert.Throws<DivergedException>(guard.Step);
        Assert.Contains("Expected the gradient of w to be finite", stop.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0.5, 3, broken), (stop.Step, stop.LearningRate, stop.LastFiniteLoss, stop.Found));
        Assert.Equal((5.0, 2.0), (v.Values[0], w.Values[1]));
    }

    [Fact] // FeRx-NLME/ferx-core#1112: its square would be ∞ in the average for ever
    public void A_gradient_whose_square_overflows_is_refused_before_a_weight_moves()
    {
        var w = new Parameter("w", [1.0]);
        foreach (IOptimizer rule in (IOptimizer[])[new Adam([w]), new AdamW([w]), new RmsProp([w]), new AdaGrad([w])])
        {
            w.Gradients[0] = 1e200;
            BadInput.Refuses(rule.Step, "gradient of w", "3.3E+150");
            var guard = new LossGuard(rule);
            guard.Check(1);
            Assert.Throws<DivergedException>(guard.Step);
            Assert.Equal((1.0, 0), (w.Values[0], rule.Steps));
        }

        new GradientDescent([w], 1e-200).Step();
        Assert.Equal(0, w.Values[0]);
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

    // Steps without a loss between them do not replace what is kept, nor does a loss without a step after it.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_weights_of_the_last_finite_loss_come_back_whatever_follows_it(bool foreign)
    {
        var w = new Parameter("w", [1.0, 2]);
        IOptimizer rule = new GradientDescent([w], 0.5);
        var guard = new LossGuard(foreign ? new Foreign(rule) : rule);
        w.Gradients.Fill(2);
        guard.Check(1);
        guard.Step();
        guard.Check(1);
        guard.Step();
        guard.Step();
        Assert.Equal([-2.0, -1], w.Values.ToArray());
        Assert.Throws<DivergedException>(() => guard.Check(double.NaN));
        Assert.Equal([0.0, 1], w.Values.ToArray());
        guard.Step();
        guard.Check(1);
        Assert.Throws<DivergedException>(() => guard.Check(double.NaN));
        Assert.Equal([-1.0, 0], w.Values.ToArray());
        w.Gradients[1] = 1e308;
        rule.LearningRate = 1e10;
        guard.Check(1);
        Assert.Throws<DivergedException>(guard.Step);
        Assert.Equal([-1.0, 0], w.Values.ToArray());
    }

    // Up to the size a second set of weights, beyond it none.
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void A_large_model_is_not_copied(int more)
    {
        var rule = new GradientDescent([new Parameter("w", new double[LossGuard.Copied + more])], 1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var guard = new LossGuard(rule);
        guard.Check(1);
        guard.Step();
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(more == 0 ? 8 : 0, bytes >> 20);
    }

    // A loss or a gradient is looked at before the step; only a step that itself overflows leaves what is not finite.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Without_a_copy_the_weights_of_the_last_step_stand(bool foreign)
    {
        Parameter large = new("large", new double[LossGuard.Copied]), w = new("w", [1.0, 2]);
        IOptimizer rule = new GradientDescent([large, w], 0.5);
        var guard = new LossGuard(foreign ? new Foreign(rule) : rule);
        w.Gradients.Fill(2);
        guard.Check(1);
        guard.Step();
        Assert.Throws<DivergedException>(() => guard.Check(double.NaN));
        Assert.Equal([0.0, 1], w.Values.ToArray());
        w.Gradients[1] = double.NaN;
        guard.Check(0.5);
        DivergedException stop = Assert.Throws<DivergedException>(guard.Step);
        Assert.Equal([0.0, 1], w.Values.ToArray());
        Assert.Equal((1, 0.5), (stop.Step, stop.LastFiniteLoss));
        Assert.Contains(
            "of more than 1048576 weights no copy is kept: these are those after that step", stop.Message,
            StringComparison.Ordinal);
        w.Gradients[1] = 1e308;
        rule.LearningRate = 1e10;
        stop = Assert.Throws<DivergedException>(guard.Step);
        Assert.Equal(("w", double.NegativeInfinity), (stop.Message.Split(' ')[1], stop.Found));
        Assert.Equal(double.NegativeInfinity, w.Values[1]);
    }

    private sealed class Foreign(IOptimizer rule) : IOptimizer
    {
        public IReadOnlyList<Parameter> Parameters => rule.Parameters;

        public double LearningRate { get => rule.LearningRate; set => rule.LearningRate = value; }

        public int Steps => rule.Steps;

        public IReadOnlyList<double[]> Memory => rule.Memory;

        public void Resume(int steps, IReadOnlyList<double[]> memory) => rule.Resume(steps, memory);

        public void ZeroGradients() => rule.ZeroGradients();

        public void Step() => rule.Step();
    }
}
