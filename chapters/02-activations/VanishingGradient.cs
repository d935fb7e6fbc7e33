using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>What becomes of a gradient on its way back through many layers. S4-005, S1-140, S2-036.</summary>
public static class VanishingGradient
{
    /// <summary>The slope of a chain of units, aₗ = f(wₗ aₗ₋₁): ∂a_L/∂a₀ = Πₗ f′(zₗ)wₗ, (2.8), S4-005.</summary>
    /// <param name="f">The activation of every unit.</param>
    /// <param name="w">One weight a unit, first unit first. // [L]</param>
    /// <param name="x">What the first unit sees, a₀.</param>
    /// <returns>The output a_L and its slope.</returns>
    /// <exception cref="ArgumentException">No unit, or a number that is not finite.</exception>
    public static (double Output, double Derivative) Chain(Activation f, double[] w, double x)
    {
        Require.NotEmpty(w.Length, nameof(w));
        Require.Finite(w);
        Require.Finite(x);
        (double a, double slope) = (x, 1);
        foreach (double weight in w)
        {
            double z = weight * a;
            slope *= f.Derivative(z) * weight; // (2.8)
            a = f.Value(z);
        }

        return (a, slope);
    }

    /// <summary>
    /// ‖∂L/∂Wₗ‖ of every layer of a random network, (2.8) in matrices, S4-005: with Aₗ = f(WₗAₗ₋₁), the error goes back by δₗ = f′(Zₗ) ∘ Wₗ₊₁ᵀδₗ₊₁, and
    /// ∂L/∂Wₗ = δₗAₗ₋₁ᵀ / N.
    /// </summary>
    /// <param name="f">The activation of every unit.</param>
    /// <param name="depth">The number of layers L, at least 1.</param>
    /// <param name="width">Units in each layer, at least 1.</param>
    /// <param name="gain">Weights are drawn from N(0, gain² / width): 1 for units of slope about 1 at zero, √2 for ReLU.</param>
    /// <param name="random">Draws the weights, the 32 input samples and the upstream gradient, all standard normal.</param>
    /// <returns>One norm a layer, the layer next to the input first. // [L]</returns>
    /// <exception cref="ArgumentException">No layer, no unit, or a gain that is not positive.</exception>
    public static double[] GradientNorms(Activation f, int depth, int width, double gain, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Require.Positive(gain);
        const int Samples = 32;
        Matrix<double>[] W = [.. Enumerable.Range(0, depth).Select(_ => gain / Math.Sqrt(width) * Normals(width, width, random))];
        var A = new List<Matrix<double>> { Normals(width, Samples, random) };
        var Z = new List<Matrix<double>>();
        foreach (Matrix<double> weights in W)
        {
            Z.Add(weights * A[^1]);
            A.Add(Z[^1].Map(f.Value, Zeros.Include));
        }

        var norms = new double[depth];
        Matrix<double> dA = Normals(width, Samples, random);
        for (int l = depth - 1; l >= 0; l--)
        {
            Matrix<double> δ = Z[l].Map(f.Derivative, Zeros.Include).PointwiseMultiply(dA); // (2.8)
            norms[l] = (δ * A[l].Transpose() / Samples).FrobeniusNorm();
            dA = W[l].Transpose() * δ; // (2.8)
        }

        return norms;
    }

    /// <summary>Mean and variance of the outputs of every layer of such a network, forwards only: what SELU keeps at 0 and 1, S1-127.</summary>
    /// <inheritdoc cref="GradientNorms"/>
    /// <returns>One pair a layer. // [L]</returns>
    public static (double Mean, double Variance)[] OutputMoments(Activation f, int depth, int width, double gain, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(depth);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(width);
        Require.Positive(gain);
        var moments = new (double, double)[depth];
        Matrix<double> A = Normals(width, 32, random);
        for (int l = 0; l < depth; l++)
        {
            A = (gain / Math.Sqrt(width) * Normals(width, width, random) * A).Map(f.Value, Zeros.Include);
            double mean = A.Enumerate().Average();
            moments[l] = (mean, A.Enumerate().Average(a => (a - mean) * (a - mean)));
        }

        return moments;
    }

    private static Matrix<double> Normals(int rows, int columns, RandomStream random) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
}
