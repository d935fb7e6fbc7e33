using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>A line fitted step by step: loss, two derivatives, a step of each parameter. S2-090, S4-079.</summary>
public static class LineDescent
{
    /// <summary>A point of the path, and L(w, b) there.</summary>
    public readonly record struct Point(double W, double B, double Loss);

    /// <summary>w ← w − η ∂L/∂w and b ← b − η ∂L/∂b, both from the same gradient, (6.13), S2-090, S4-079:
    /// the start and the point after each step, for η ≥ 0. // x and y: [N], result: [steps + 1]</summary>
    /// <exception cref="ArgumentException">Bad samples or a number outside its range.</exception>
    /// <exception cref="DivergedException">The loss is not finite: η is above (6.14).</exception>
    public static IReadOnlyList<Point> Run(double[] x, double[] y, double w0, double b0, double η, int steps) =>
        Run(x, y, w0, b0, parameters => new GradientDescent(parameters, η), steps);

    /// <summary>The same with the optimizer that <paramref name="create"/> makes for w and b.</summary>
    public static IReadOnlyList<Point> Run(double[] x, double[] y, double w0, double b0,
        Func<IReadOnlyList<Parameter>, IOptimizer> create, int steps)
    {
        ArgumentNullException.ThrowIfNull(create);
        LineFit.ValidatePairs(x, y);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        Parameter w = new("w", [w0]), b = new("b", [b0]);
        IOptimizer optimizer = create([w, b]);
        var guard = new LossGuard(optimizer);
        var path = new List<Point>(steps + 1);
        for (int t = 0; ; t++)
        {
            double loss = ScalarLine.MeanSquaredError(w.Values[0], b.Values[0], x, y);
            guard.Check(loss);
            path.Add(new(w.Values[0], b.Values[0], loss));
            if (t == steps)
            {
                return path;
            }

            (w.Gradients[0], b.Gradients[0]) = ScalarLine.Gradient(w.Values[0], b.Values[0], x, y);
            guard.Step(); // (6.13)
        }
    }
}
