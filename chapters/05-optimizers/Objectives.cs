namespace Reference.Optimizers;

/// <summary>Rosenbrock's valley, (1 − x)² + 100(y − x²)², curved and narrow. Its minimum is (1, 1).</summary>
public sealed class Rosenbrock : IObjective
{
    /// <inheritdoc/>
    public int Dimension => 2;

    /// <inheritdoc/>
    public double Value(double[] x) => Math.Pow(1 - x[0], 2) + 100 * Math.Pow(x[1] - x[0] * x[0], 2);

    /// <inheritdoc/>
    public double[] Gradient(double[] x)
    {
        double above = x[1] - x[0] * x[0];
        return [-2 * (1 - x[0]) - 400 * x[0] * above, 200 * above];
    }
}

/// <summary>The double well x⁴ − 3x² + 0.7x: a global minimum at −1.279 and a local one at 1.162. S1-085, S3-041,
/// S3-044.</summary>
public sealed class DoubleWell : IObjective
{
    /// <inheritdoc/>
    public int Dimension => 1;

    /// <inheritdoc/>
    public double Value(double[] x) => x[0] * x[0] * (x[0] * x[0] - 3) + 0.7 * x[0];

    /// <inheritdoc/>
    public double[] Gradient(double[] x) => [4 * x[0] * x[0] * x[0] - 6 * x[0] + 0.7];

    /// <summary>12x² − 6.</summary>
    public static double SecondDerivative(double x) => 12 * x * x - 6;
}

/// <summary>Rastrigin's function in one dimension, x²/20 + 0.4(1 − cos 2x): many local minima, and the global one, of
/// value 0, at 0. S1-136, S1-146.</summary>
public sealed class Rastrigin : IObjective
{
    /// <inheritdoc/>
    public int Dimension => 1;

    /// <inheritdoc/>
    public double Value(double[] x) => x[0] * x[0] / 20 + 0.4 * (1 - Math.Cos(2 * x[0]));

    /// <inheritdoc/>
    public double[] Gradient(double[] x) => [x[0] / 10 + 0.8 * Math.Sin(2 * x[0])];
}
