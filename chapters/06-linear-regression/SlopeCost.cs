using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The mean squared error of a line through the origin, a parabola. S4-069, S4-073, S4-074, S4-077.</summary>
public sealed class SlopeCost : IObjective
{
    private readonly double[] _x, _y;

    /// <summary>The cost on these pairs. // x and y: [N]</summary>
    /// <exception cref="ArgumentException">No sample, different lengths, a number that is not finite, or inputs whose
    /// squares add up to 0, where no slope changes anything, or to ∞.</exception>
    public SlopeCost(double[] x, double[] y)
    {
        LineFit.ValidatePairs(x, y);
        Require.Positive(x.Sum(v => v * v), "Σx²");
        (_x, _y) = ([.. x], [.. y]);
        double length = Kernels.Norm(x); // the root of Σx², which may have lost digits
        Minimum = x.Zip(y, (xᵢ, yᵢ) => xᵢ / length * yᵢ).Sum() / length; // (6.12)
    }

    /// <summary>The exercise of S4-077: y = −3x at x = −3, −2.9 … 2.9.</summary>
    public static SlopeCost Exercise { get; } = new(
        [.. LeastSquaresLine.Exercise.X], [.. LeastSquaresLine.Exercise.X.Select(x => -3 * x)]);

    /// <summary>The mean of x²: half the curvature.</summary>
    public double MeanSquare => _x.Average(v => v * v);

    /// <summary>w* = Σxy / Σx², where the derivative is 0, (6.12).</summary>
    public double Minimum { get; }

    /// <inheritdoc/>
    public int Dimension => 1;

    /// <summary>ℓ(w) = (1/N) Σ (y − wx)², (6.10), S4-073.</summary>
    public double Value(double w) => _x.Zip(_y, (x, y) => (y - w * x) * (y - w * x)).Average(); // (6.10)

    /// <summary>dℓ/dw = −(2/N) Σ (y − wx)x, (6.11), S4-074.</summary>
    public double Derivative(double w) => -2 * _x.Zip(_y, (x, y) => (y - w * x) * x).Average(); // (6.11)

    /// <summary>The weight after t steps of descent: w* + (1 − 2η·mean(x²))ᵗ (w₀ − w*), (6.12), S4-077.</summary>
    public double AfterSteps(double w0, double η, int t) =>
        Minimum + Math.Pow(1 - 2 * η * MeanSquare, t) * (w0 - Minimum); // (6.12)

    /// <inheritdoc/>
    double IObjective.Value(double[] x) => Value(x.Single());

    /// <inheritdoc/>
    double[] IObjective.Gradient(double[] x) => [Derivative(x.Single())];
}
