using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Verification;

namespace Reference.Optimizers;

/// <summary>What the notes state about descent and a counterexample refutes.</summary>
public static class OptimizerClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-035", "The more a parameter has affected the error, the more it is modified, under Adam.",
            "That is so for plain descent. Adam divides by the gradient's own size: its first step is η for every parameter.",
            "On the thermometer the gradients are 4267 for w and 64.5 for b; both parameters move by 0.1.",
            () => FirstAdamMove() is [var w, var b] && Math.Abs(w - 0.1) < 1e-6 && Math.Abs(b - 0.1) < 1e-6),
        new("S0-037", "At the second pass the error is slightly less.", "Only for a small enough step: descent needs η < 2/λ_max.",
            "At η = 2.3·10⁻⁴ the thermometer's error is larger after 1000 steps than at the start; at 2.2·10⁻⁴ it is smaller after every step.",
            () => ThermometerErrors(2.3e-4) is var high
                && high[^1] > high[0]
                && ThermometerErrors(2.2e-4) is var low
                && low.Zip(low.Skip(1), (a, b) => b <= a).All(fell => fell)),
        new("S0-038", "Gradient = direction in which to descend.", "The gradient points uphill; one descends against it.",
            "On x² at 1 the gradient is 2: x = 1 + 0.1·2 is higher, x = 1 − 0.1·2 lower.",
            () => Quadratic.Parabola.Value([1.2]) > 1 && Quadratic.Parabola.Value([0.8]) < 1),
        new("S1-135", "At a local minimum L(w) = 0.", "The gradient is zero there, ∇L(w) = 0; the loss can be anything.",
            "At the local minimum 1.162 of x⁴ − 3x² + 0.7x the slope is 0 and the value −1.41.",
            () => Settled(1.5) is var w
                && Math.Abs(new DoubleWell().Gradient([w])[0]) < 1e-9 && DoubleWell.Curvature(w) > 0
                && new DoubleWell().Value([w]) < -1),
        new("S1-135", "A local minimum occurs when ∇²L is positive definite.",
            "With ∇L = 0 that is enough, but it is not needed: semidefinite is what every minimum has.",
            "x⁴ has its minimum at 0, where its second derivative is 0.",
            () => StationaryPoint.Classify(Matrix<double>.Build.Dense(1, 1, QuarticCurvature(0))) == StationaryPoint.Kind.Undecided
                && Math.Abs(NumericalDerivative.Second(Quartic, 1) - QuarticCurvature(1)) < 1e-6
                && Quartic(0.01) > Quartic(0) && Quartic(-0.01) > Quartic(0)),
        new("S1-135", "L(w_local) > L(w_global).", "≥: the global minimum is a local minimum too, and minima may tie.",
            "Descent on x⁴ − 3x² + 0.7x from −1 ends in the local minimum −1.279, which is the global one.",
            () => Math.Abs(Settled(-1) - Enumerable.Range(-2000, 4001).Select(i => i / 1000.0).MinBy(x => new DoubleWell().Value([x]))) < 1e-3),
        new("S1-137", "η is the momentum coefficient.",
            "η is the learning rate; the coefficient of momentum is the lost γ, and with γ = 1 the rule never comes to rest.",
            "On w² from 1, η = 0.1: after 300 steps γ = 0.9 is at 1.4·10⁻⁷, the printed rule at −0.926.",
            () => Math.Abs(Velocity(0.9)) < 1e-6 && Math.Abs(Velocity(1)) > 0.9),
        new("S1-143", "The negative of the gradient, which is the error function.",
            "The gradient is not the error function but the direction in which it grows.",
            "For x² the error at 3 is 9 and the gradient 6.",
            () => Quadratic.Parabola.Value([3]) == 9 && Quadratic.Parabola.Gradient([3])[0] == 6),
        new("S1-146", "step(n) + α step(n − 1) + α² step(n − 2) + … is a weighted average of the steps.",
            "A weighted sum: the weights add up to 1/(1 − α), 10 for α = 0.9. Times 1 − α it is an average.",
            "The sum over many equal steps of 1 is 10.",
            () => Math.Abs(ScalarVelocity.OfSteps([.. Enumerable.Repeat(1.0, 1000)], 0.9) - 10) < 1e-12),
        new("S2-097", "Parallelization of batch gradient descent: poor.",
            "It parallelises best of all: the whole gradient is a mean over records that do not wait for each other. What limits it is memory.",
            "The thermometer's gradient from two halves, each computed alone, is the whole gradient.",
            () => Halves() < 1e-12),
        new("S2-118", "An average of the last N values.", "Of all values there ever were; 1/(1 − β) of them, 10 for β = 0.9, hold most of the weight.",
            "A value that lies 30 steps back still counts 0.1·0.9³⁰ = 0.0042.",
            () => Math.Abs(MovingAverage.Unrolled([1, .. new double[30]], 0.9) - 0.1 * Math.Pow(0.9, 30)) < 1e-15),
        new("S2-121", "RMSProp is a technique to find the global minimum.", "It goes down from where it stands, into a minimum that may be a local one.",
            "On x⁴ − 3x² + 0.7x from 1.5, RMSProp ends near 1.162; the global minimum is −1.279.",
            () => Math.Abs(Descent.Path(new DoubleWell(), [1.5], p => new RmsProp(p, 0.001), 3000)[^1][0] - Settled(1.5)) < 0.01),
        new("S3-043", "F grows fastest in the direction opposite to the gradient.",
            "It grows fastest along the gradient; against it, it falls fastest, as the line before says.",
            "In Rosenbrock's valley at (−1, 2) a step of 10⁻⁴ along the unit gradient raises the function, the opposite step lowers it, "
            + "and no other of 360 directions does either more.",
            GrowsAlongGradient),
        new("S3-043", "η is the only parameter of gradient descent.", "The start, the number of steps and, on batches, their size decide too.",
            "With one η, descent on x⁴ − 3x² + 0.7x ends at −1.279 from −1 and at 1.162 from 1.5.",
            () => Settled(-1) < -1.2 && Settled(1.5) > 1.1),
        new("S3-048", "With too low a learning rate descent risks never to converge.",
            "It is slow, not lost: on a convex problem every η below 2/λ_max converges, however small.",
            "On x² with η = 0.001 the slope is below 10⁻⁶ after 7248 steps, with η = 0.1 after 66.",
            () => Descent.UntilFlat(Quadratic.Parabola, [1], 0.001, 1e-6, 10_000) is { Flat: true, Steps: 7248 }
                && Descent.UntilFlat(Quadratic.Parabola, [1], 0.1, 1e-6, 10_000) is { Flat: true, Steps: 66 }),
        new("S3-048", "A high learning rate stops in a local minimum at once.", "A high rate swings across the minimum; it does not stop sooner.",
            "On x² with η = 0.9 the signs alternate at every step, and x₂₀ is as large as with η = 0.1.",
            () => Descent.Path(new ScalarDescent(0.9), w => 2 * w, 1, 20) is var high
                && high.Zip(high.Skip(1), (a, b) => a * b).All(product => product < 0)
                && Math.Abs(high[20] - new ScalarDescent(0.1).OnParabola(1, 20)) < 1e-12),
        new("S3-222", "At each epoch the data set must be gone through (number of iterations) times.", "Once, cut into that many batches.",
            "The 32 batches of 1000 records hold every record exactly once.",
            () => Batches.Cut([.. Enumerable.Range(0, 1000)], 32).ToArray() is { Length: 32 } batches
                && batches.SelectMany(b => b).Order().SequenceEqual(Enumerable.Range(0, 1000))),
        new("S4-081", "Iterations an epoch = training size / batch size.", "Rounded up: a last, smaller batch holds what is left.",
            "60 records in batches of 7 take 9 updates, not 8.57.",
            () => Batches.UpdatesPerEpoch(60, 7) == 9 && Batches.LastBatch(60, 7) == 4),
    ];

    private static double[] FirstAdamMove()
    {
        double[][] path = Descent.Path(LeastSquaresLine.Thermometer, OptimizerNumbers.Untrained, p => new Adam(p, 0.1), 1);
        return [path[0][0] - path[1][0], path[0][1] - path[1][1]];
    }

    private static double[] ThermometerErrors(double η) =>
        [.. Descent.Path(LeastSquaresLine.Thermometer, OptimizerNumbers.Untrained, p => new GradientDescent(p, η), 1000)
            .Select(LeastSquaresLine.Thermometer.Value)];

    private static bool GrowsAlongGradient()
    {
        var valley = new Rosenbrock();
        double[] x = [-1, 2], g = valley.Gradient(x);
        double length = Math.Sqrt(g[0] * g[0] + g[1] * g[1]), up = Step(g[0] / length, g[1] / length), down = Step(-g[0] / length, -g[1] / length);
        // Other directions may gain a little by curvature, of the order of the squared step times the Hessian, 10⁻⁸ · 10³.
        return up > valley.Value(x) && down < valley.Value(x)
            && Enumerable.Range(0, 360)
                .Select(degree => degree * Math.PI / 180)
                .Select(α => Step(Math.Cos(α), Math.Sin(α)))
                .All(value => value < up + 1e-5 && value > down - 1e-5);

        double Step(double a, double b) => valley.Value([x[0] + 1e-4 * a, x[1] + 1e-4 * b]);
    }

    private static double Quartic(double x) => x * x * x * x;

    private static double QuarticCurvature(double x) => 12 * x * x;

    private static double Settled(double start) => Descent.Path(new DoubleWell(), [start], p => new GradientDescent(p, 0.02), 2000)[^1][0];

    private static double Velocity(double γ) => Descent.Path(new ScalarVelocity(0.1, γ), w => 2 * w, 1, 300)[^1];

    private static double Halves()
    {
        LeastSquaresLine loss = LeastSquaresLine.Thermometer;
        double[] θ = [0.5, -10], whole = loss.Gradient(θ),
            first = loss.Gradient(θ, [0, 1, 2, 3, 4, 5, 6]), second = loss.Gradient(θ, [7, 8, 9, 10, 11, 12, 13]);
        return Math.Abs(whole[0] - (first[0] + second[0]) / 2) / Math.Abs(whole[0]);
    }
}
