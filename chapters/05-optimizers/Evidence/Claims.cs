using Reference.Book;

namespace Reference.Optimizers;

/// <summary>What the notes state about descent and a counterexample refutes.</summary>
public static class OptimizerClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-035", "[Of Adam:] the more a parameter has affected the error, the more it will have to be modified",
            "That holds for plain descent. Adam divides by the size of the gradient: its first step is η everywhere.",
            "On the thermometer the gradients are 4267 for w and 64.5 for b; Adam moves both parameters by η = 0.1.",
            () => FirstMove(p => new GradientDescent(p, 1e-4)) is [> 0.4, < 0.01]
                && FirstMove(p => new Adam(p, 0.1)) is [> 0.099999 and < 0.1, > 0.099999 and < 0.1]),
        new("S0-038", "Gradient = direction in which to descend",
            "The gradient points uphill; descent goes against it.",
            "In Rosenbrock's valley at (−1, 2) a short step along the gradient raises the function.",
            () => AlongGradient(1e-4) > 0 && AlongGradient(-1e-4) < 0),
        new("S1-135", "a local minimum occurs when: L(w) = 0 (gradient is zero)",
            "∇L(w) = 0; the loss there can have any value.",
            "At the local minimum 1.162 of x⁴ − 3x² + 0.7x the derivative is 0 and the value −1.41.",
            () => Descent.Path(new DoubleWell(), [1.5], p => new GradientDescent(p, 0.02), 2000)[^1] is var w
                && Math.Abs(new DoubleWell().Gradient(w)[0]) < 1e-9
                && DoubleWell.SecondDerivative(w[0]) > 0 && new DoubleWell().Value(w) < -1,
            ErratumKind.OurText),
        new("S1-146", "The previous step gets multiplied by 1, the one before it gets multiplied by α",
            "In the formula above, the present step(n) has the factor 1 and the previous step(n − 1) the factor α.",
            "With α = 0.9 a previous step of 1 and a present step of 0 give 0.9.",
            () => ScalarVelocity.OfSteps([1, 0], 0.9) == 0.9 && ScalarVelocity.OfSteps([0, 1], 0.9) == 1),
        new("S2-097", "[Of batch gradient descent:] Parallelization: Poor",
            "The whole gradient is a mean over records that can be computed side by side; the limit is memory.",
            "The thermometer's gradient is the mean of those of its two halves, each computed by itself.",
            () => Gradient(0, 14).Zip(Gradient(0, 7), Gradient(7, 7))
                .All(g => Math.Abs((g.Second + g.Third) / 2 / g.First - 1) < 1e-12)),
        new("S3-043",
            "F(x) cresce più veloce nella direzione opposta al gradiente [grows fastest opposite to the gradient]",
            "It grows fastest along the gradient and, as the line before says, falls fastest against it.",
            "In Rosenbrock's valley at (−1, 2), of 360 directions none raises the function more than the gradient's.",
            () => AlongGradient(1e-4) > 0 && Enumerable.Range(0, 360)
                .Select(degree => degree * Math.PI / 180)
                // curvature adds up to 1e-5
                .All(α => Along(Math.Cos(α), Math.Sin(α), 1e-4) < AlongGradient(1e-4) + 1e-5)),
        new("S4-080", "for x, y in zip(x, y): … loss.append(loss.item())",
            "The loop variables need names of their own, and the list is LOSS, not the tensor loss.",
            "After the first epoch x and y are the last record, and every later epoch trains on that one alone.",
            () => AfterTwoEpochs(secondOnLast: true) is [var w, _]
                && AfterTwoEpochs(secondOnLast: false) is [var right, _]
                && Math.Abs(w - right) > 0.1,
            ErratumKind.Listing),
    ];

    private static double[] FirstMove(Func<IReadOnlyList<Parameter>, IOptimizer> create)
    {
        double[][] path = Descent.Path(LeastSquaresLine.Thermometer, LeastSquaresLine.ThermometerStart, create, 1);
        return [.. path[0].Zip(path[1], (before, after) => before - after)];
    }

    // How much a step changes Rosenbrock's function at (−1, 2).
    private static double Along(double x, double y, double step) =>
        new Rosenbrock().Value([-1 + step * x, 2 + step * y]) - new Rosenbrock().Value([-1, 2]);

    private static double AlongGradient(double step)
    {
        double[] g = new Rosenbrock().Gradient([-1, 2]);
        return Along(g[0], g[1], step / Math.Sqrt(g[0] * g[0] + g[1] * g[1]));
    }

    private static double[] Gradient(int first, int count) =>
        LeastSquaresLine.Thermometer.Gradient([0.5, -10], [.. Enumerable.Range(first, count)]);

    private static double[] AfterTwoEpochs(bool secondOnLast)
    {
        LeastSquaresLine all = LeastSquaresLine.Exercise, last = new([all.X[^1]], [all.Y[^1]]);
        double[] θ = Batches.Train(all, [-15, -10], 0.1, 1, 1).Points[^1];
        return Batches.Train(secondOnLast ? last : all, θ, 0.1, 1, 1).Points[^1];
    }
}
