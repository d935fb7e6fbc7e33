using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The sum of squared errors of a line, S(w, b) = Σᵢ (zᵢ − w xᵢ − b)², with targets z. S4-013.</summary>
public sealed class LineCost
{
    private readonly double[] x, z;

    /// <summary>The cost on points with inputs x and targets z, both [m]: finite, of one length, not empty.</summary>
    public LineCost(double[] x, double[] z)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), z.Length, nameof(z));
        Require.Finite(x);
        Require.Finite(z);
        (this.x, this.z) = (x, z);
    }

    /// <summary>S(w, b), (3.22), S4-013.</summary>
    public double Value(double w, double b) =>
        x.Zip(z, (xᵢ, zᵢ) => (zᵢ - w * xᵢ - b) * (zᵢ - w * xᵢ - b)).Sum(); // (3.22)

    /// <summary>∂S/∂w = −2 Σ (z − wx − b) x and ∂S/∂b = −2 Σ (z − wx − b), (3.22), S4-013.</summary>
    public (double W, double B) Gradient(double w, double b) => (
        -2 * x.Zip(z, (xᵢ, zᵢ) => (zᵢ - w * xᵢ - b) * xᵢ).Sum(), // (3.22)
        -2 * x.Zip(z, (xᵢ, zᵢ) => zᵢ - w * xᵢ - b).Sum()); // (3.22)

    /// <summary>Where both derivatives are zero: w = Σ(x − x̄)(z − z̄) / Σ(x − x̄)² and b = z̄ − w x̄. Equal inputs
    /// are refused: then many lines are best.</summary>
    public (double W, double B) Minimum()
    {
        (double meanX, double meanZ) = (x.Average(), z.Average());
        double length = Kernels.Norm([.. x.Select(v => v - meanX)]); // the root, of sizes whose squares are no doubles
        Require.Positive(length, "√Σ(x − x̄)²");
        double w = x.Zip(z, (a, c) => (a - meanX) / length * (c - meanZ)).Sum() / length;
        return (w, meanZ - w * meanX);
    }
}
