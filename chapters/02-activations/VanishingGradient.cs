using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>One layer A = f(WA₋₁) of a network, after a batch went forward and a gradient came back.</summary>
/// <param name="A">The outputs. // [n × N]</param>
/// <param name="dA">∂L/∂A. // [n × N]</param>
/// <param name="dW">∂L/∂W. // [n × n₋₁]</param>
public sealed record LayerFlow(Matrix<double> A, Matrix<double> dA, Matrix<double> dW)
{
    /// <summary>‖∂L/∂W‖, the Frobenius norm.</summary>
    public double GradientNorm => dW.FrobeniusNorm();

    /// <summary>The mean of all outputs.</summary>
    public double Mean => A.Enumerate().Average();

    /// <summary>The variance of all outputs.</summary>
    public double Variance => A.Subtract(Mean).PointwisePower(2).Enumerate().Average();
}

/// <summary>Signals forward and gradients backward through many layers. S4-005, S1-140, S2-036.</summary>
public static class VanishingGradient
{
    /// <summary>A chain of units, aₗ = f(zₗ) with zₗ = wₗaₗ₋₁: its derivative ∂a_L/∂a₀ = Πₗ f′(zₗ)wₗ, (2.8),
    /// S4-005.</summary>
    /// <param name="f">The activation of every unit.</param>
    /// <param name="w">One weight per unit, first unit first. // [L]</param>
    /// <param name="x">The input a₀.</param>
    /// <returns>The output a_L and its derivative.</returns>
    public static (double Output, double Derivative) Chain(Activation f, double[] w, double x)
    {
        (double a, double da) = (x, 1);
        foreach (double weight in w)
        {
            double z = weight * a;
            da *= f.Derivative(z) * weight; // (2.8)
            a = f.Value(z);
        }

        return (a, da);
    }

    /// <summary>The same in matrices: Aₗ = f(WₗAₗ₋₁) forward; backward δₗ = f′(Zₗ) ∘ ∂L/∂Aₗ, ∂L/∂Wₗ = δₗAₗ₋₁ᵀ and
    /// ∂L/∂Aₗ₋₁ = Wₗᵀδₗ, (2.8).</summary>
    /// <param name="f">The activation of every layer.</param>
    /// <param name="W">The weights, first layer first. // [nₗ × nₗ₋₁] each</param>
    /// <param name="X">The inputs A₀, one sample per column. // [n₀ × N]</param>
    /// <param name="dA">∂L/∂A of the last layer. // [n_L × N]</param>
    /// <returns>First layer first. // [L]</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit.</exception>
    public static IReadOnlyList<LayerFlow> Through(
        Activation f, IReadOnlyList<Matrix<double>> W, Matrix<double> X, Matrix<double> dA)
    {
        List<Matrix<double>> Z = [], A = [X];
        foreach (Matrix<double> weights in W)
        {
            Z.Add(weights * A[^1]);
            A.Add(ActivationEquations.Forward(f, Z[^1])); // (2.1)
        }

        var layers = new LayerFlow[W.Count];
        for (int l = W.Count - 1; l >= 0; l--)
        {
            Matrix<double> δ = ActivationEquations.Backward(f, Z[l], dA); // (2.1)
            layers[l] = new(A[l + 1], dA, δ * A[l].Transpose());
            dA = W[l].Transpose() * δ; // (2.8)
        }

        return layers;
    }

    /// <summary>The same through a random network, for 32 normal inputs and a normal upstream gradient.</summary>
    /// <param name="f">The activation of every layer.</param>
    /// <param name="gain">The weights of a layer with n inputs are drawn from N(0, gain²/n): 1 for units of
    /// derivative 1 at zero, √2 for ReLU.</param>
    /// <param name="random">Draws everything.</param>
    /// <param name="widths">The number of inputs and of units in each layer, n₀, n₁, …, n_L.</param>
    /// <returns>First layer first. // [L]</returns>
    /// <exception cref="ArgumentException">Fewer than two widths, one below 1, or a gain that is not
    /// positive.</exception>
    public static IReadOnlyList<LayerFlow> ThroughRandomNetwork(
        Activation f, double gain, RandomStream random, params int[] widths)
    {
        Require.Positive(gain);
        if (widths.Length < 2 || widths.Any(n => n < 1))
        {
            throw new ArgumentException(
                $"Expected at least two widths of at least 1; got [{string.Join(", ", widths)}].", nameof(widths));
        }

        const int Samples = 32;
        Matrix<double>[] W =
            [.. widths.Skip(1).Select((n, l) => gain / Math.Sqrt(widths[l]) * Normals(n, widths[l]))];
        return Through(f, W, Normals(widths[0], Samples), Normals(widths[^1], Samples) / Samples);

        Matrix<double> Normals(int rows, int columns) =>
            Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
    }
}
