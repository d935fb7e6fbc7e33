using Reference.Activations;
using Reference.Optimizers;

namespace Reference.Backpropagation.Tests;

public class FixedPointTests
{
    private static double Line(LeastSquaresLine line, Parameter θ)
    {
        double[] at = θ.Values.ToArray();
        double[] g = line.Gradient(at);
        (θ.Gradients[0], θ.Gradients[1]) = (θ.Gradients[0] + g[0], θ.Gradients[1] + g[1]);
        return line.Value(at);
    }

    // (8.25) S3-206 S1-070: it stops where the gradient is zero, where a step changes nothing.
    [Fact]
    public void It_stops_where_the_gradient_is_zero()
    {
        var line = new LeastSquaresLine([-1, 0, 1, 2], [1, 2, 4, 3]);
        var θ = new Parameter("θ", [3.0, -1]);
        var descent = new GradientDescent([θ], 0.2);
        FixedPointRun run = new FixedPoint(1e-10, 10_000).Run(descent, () => Line(line, θ));
        Assert.True(run.Converged && run.GradientNorm < 1e-10 && run.Losses.Count < 2000);
        Assert.Equal(0.8, θ.Values[0], 1e-9);
        Assert.Equal(2.1, θ.Values[1], 1e-9);
        // but for the last bit of a loss of 0.4
        Assert.True(run.Losses.Zip(run.Losses.Skip(1), (a, b) => b <= a + 1e-15).All(fell => fell));
        double[] before = θ.Values.ToArray();
        descent.Step();
        Assert.Equal(before[0], θ.Values[0], 1e-10);
        Assert.Equal(before[1], θ.Values[1], 1e-10);
    }

    // (8.25) S3-206: or when the steps are used up: one loss before each, one at the end.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void It_stops_when_the_steps_are_used_up(int steps)
    {
        var θ = new Parameter("θ", [3.0, -1]);
        var descent = new GradientDescent([θ], 0.2);
        FixedPointRun run = new FixedPoint(1e-10, steps).Run(descent, () => Line(LeastSquaresLine.Exercise, θ));
        Assert.Equal((steps + 1, steps, false), (run.Losses.Count, descent.Steps, run.Converged));
        Assert.Equal(Math.Sqrt(LeastSquaresLine.Exercise.Gradient(θ.Values.ToArray()).Sum(g => g * g)),
            run.GradientNorm, 1e-12);
    }

    // (8.25) From a fixed point no step is taken.
    [Fact]
    public void From_a_fixed_point_it_takes_no_step()
    {
        var θ = new Parameter("θ", [2.0, 0]);
        var descent = new GradientDescent([θ], 0.2);
        FixedPointRun run = new FixedPoint(1e-10, 5)
            .Run(descent, () => Line(new LeastSquaresLine([1, 2, 3], [2, 4, 6]), θ));
        Assert.Equal((1, 0, true), (run.Losses.Count, descent.Steps, run.Converged));
    }

    // S3-206: divergence stops with step, rate and last finite loss, and restores the weights of that loss.
    [Fact]
    public void A_diverging_run_stops_and_restores_the_last_finite_weights()
    {
        IReadOnlyList<ScalarLayer> linear = [new(new double[1, 1] { { 1 } }, [0], Activation.Linear)];
        NetworkGraph graph = NetworkGraph.OfLayers(linear);
        var net = new NetworkTuple(graph, SampleLoss.HalfSquared, p => new GradientDescent(p, 50), _ =>
            { }, new FixedPoint(1e-9, 100_000));
        DivergedException stop = Assert.Throws<DivergedException>(() =>
            net.Train(new double[1, 3] { { 1, 2, 3 } }, new double[1, 3] { { 5, 1, 4 } }));
        Assert.Equal(50, stop.LearningRate);
        Assert.True(stop.Step > 10 && double.IsFinite(stop.LastFiniteLoss) && stop.LastFiniteLoss > 1e100);
        Assert.True(double.IsFinite(graph.Weights.Values[0]) && double.IsFinite(graph.Biases.Values[1]));
        Digits.Agree(stop.LastFiniteLoss,
            net.MeanLoss(new double[1, 3] { { 1, 2, 3 } }, new double[1, 3] { { 5, 1, 4 } }), 14);
    }

    // A learning rate so high that the first step overflows.
    [Fact]
    public void A_single_step_that_overflows_is_a_diverging_run()
    {
        NetworkGraph graph = NetworkGraph.OfLayers([new(new double[1, 1] { { 1 } }, [0], Activation.Linear)]);
        var net = new NetworkTuple(graph, SampleLoss.HalfSquared, p => new GradientDescent(p, 1e308), _ =>
            { }, new FixedPoint(1e-9, 10));
        DivergedException stop = Assert.Throws<DivergedException>(() =>
            net.Train(new double[1, 1] { { 4 } }, new double[1, 1] { { -5 } }));
        Assert.Equal((1, 1e308, 40.5, 1.0),
            (stop.Step, stop.LearningRate, stop.LastFiniteLoss, graph.Weights.Values[0]));
        // The weight stays finite, its output does not.
        var steep = net with { Optimizer = p => new GradientDescent(p, 1e290) };
        DivergedException overflow = Assert.Throws<DivergedException>(() =>
            steep.Train(new double[1, 1] { { 1e7 } }, new double[1, 1] { { 0 } }));
        Assert.Equal((1, 5e13, 1.0), (overflow.Step, overflow.LastFiniteLoss, graph.Weights.Values[0]));
    }

    [Fact]
    public void Tolerance_and_steps_are_positive()
    {
        var descent = new GradientDescent([new Parameter("θ", [1.0])], 0.1);
        BadInput.Refuses(() => new FixedPoint(0, 5).Run(descent, () => 0), "Tolerance", "got 0");
        BadInput.Refuses(() => new FixedPoint(double.NaN, 5).Run(descent, () => 0), "Tolerance", "NaN");
        BadInput.Refuses(() => new FixedPoint(1, 0).Run(descent, () => 0), "MostSteps", "got 0");
    }
}
