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
        DescentRun run = NetworkTuple.FixedPoint(1e-10, 10_000)(descent, () => Line(line, θ));
        Assert.True(run.Converged && run.GradientNorm < 1e-10 && run.Losses.Count < 2000);
        Digits.Agree([0.8, 2.1], θ.Values.ToArray(), 9);
        double[] before = θ.Values.ToArray();
        descent.Step();
        Digits.Agree(before, θ.Values.ToArray(), 10);
        DescentRun again = NetworkTuple.FixedPoint(1e-9, 5)(descent, () => Line(line, θ)); // from there, no step
        Assert.Equal((1, true), (again.Losses.Count, again.Converged));
    }

    // (8.25) S3-206: or when the steps are used up: one loss before each, one at the end.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public void It_stops_when_the_steps_are_used_up(int steps)
    {
        var θ = new Parameter("θ", [3.0, -1]);
        var descent = new GradientDescent([θ], 0.2);
        DescentRun run = NetworkTuple.FixedPoint(1e-10, steps)(descent, () => Line(LeastSquaresLine.Exercise, θ));
        Assert.Equal((steps + 1, steps, false), (run.Losses.Count, descent.Steps, run.Converged));
        Assert.Equal(Math.Sqrt(LeastSquaresLine.Exercise.Gradient(θ.Values.ToArray()).Sum(g => g * g)),
            run.GradientNorm, 1e-12);
    }

    // S3-206: divergence restores the weights of the last finite loss.
    [Theory]
    [InlineData(50, 2, 5)] // in many steps
    [InlineData(1e308, 4, -5)] // the first step overflows the weight,
    [InlineData(1e290, 1e7, 0)] // or only the output
    public void A_diverging_run_restores_the_last_finite_weights(double η, double x, double y)
    {
        NetworkGraph graph = NetworkGraph.OfLayers([new(new[,] { { 1.0 } }, [0], Activation.Linear)]);
        var net = new NetworkTuple(
            graph, SampleLoss.HalfSquared, p => new GradientDescent(p, η), _ => { },
            NetworkTuple.FixedPoint(1e-9, 100_000));
        double[,] X = { { x } }, Y = { { y } };
        DivergedException stop = Assert.Throws<DivergedException>(() => net.Train(X, Y));
        Assert.Equal(η, stop.LearningRate);
        Assert.True(double.IsFinite(graph.Weights.Values[0]) && double.IsFinite(graph.Biases.Values[1]));
        Digits.Agree(stop.LastFiniteLoss, net.MeanLoss(X, Y), 14);
    }

    [Fact]
    public void A_tolerance_of_0_and_negative_steps_are_refused()
    {
        var descent = new GradientDescent([new Parameter("θ", [1.0])], 0.1);
        BadInput.Refuses(() => NetworkTuple.FixedPoint(0, 5)(descent, () => 0), "tolerance", "got 0");
        BadInput.Refuses(() => NetworkTuple.FixedPoint(double.NaN, 5)(descent, () => 0), "tolerance", "NaN");
        BadInput.Refuses(() => NetworkTuple.FixedPoint(1, -1)(descent, () => 0), "mostSteps", "got -1");
    }
}
