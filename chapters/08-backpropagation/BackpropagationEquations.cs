using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>The values of a forward pass of a batch.</summary>
/// <param name="Z">Pre-activations Z⁽ˡ⁾ at index l; index 0 holds the input. // each [n_l × N]</param>
/// <param name="A">Activations A⁽ˡ⁾ at index l; index 0 holds the input. // each [n_l × N]</param>
public sealed record MatrixPass(IReadOnlyList<Matrix<double>> Z, IReadOnlyList<Matrix<double>> A)
{
    /// <summary>The predictions. // [n_L × N]</summary>
    public Matrix<double> Output => A[^1];
}

/// <summary>∂L/∂W and ∂L/∂b of one layer. // dW [units × inputs], dB [units]</summary>
public sealed record MatrixGradient(Matrix<double> dW, Vector<double> dB);

/// <summary>Forward and backward pass of a batch in matrices, one line per equation; the first layer first. A sample
/// is a column.</summary>
public static class BackpropagationEquations
{
    /// <summary>Local gradient times upstream gradient, ∂E/∂x = Jᵀg, (8.8). // J [m × n], g [m] → [n].
    /// S1-073.</summary>
    public static Vector<double> Upstream(Matrix<double> J, Vector<double> g) => J.Transpose() * g; // (8.8)

    /// <summary>The forward pass, Z⁽ˡ⁾ = W⁽ˡ⁾A⁽ˡ⁻¹⁾ + b⁽ˡ⁾1ᵀ and A⁽ˡ⁾ = f(Z⁽ˡ⁾), (8.3). Where all f are linear, one
    /// layer gives the same, (1.13). // X [n₀ × N]. S0-011, S3-031, S3-200.</summary>
    public static MatrixPass Forward(IReadOnlyList<MatrixLayer> layers, Matrix<double> X)
    {
        List<Matrix<double>> Z = [X], A = [X];
        Vector<double> ones = Vector<double>.Build.Dense(X.ColumnCount, 1);
        foreach (MatrixLayer layer in layers)
        {
            Z.Add(layer.W * A[^1] + layer.B.OuterProduct(ones)); // (8.3)
            A.Add(Z[^1].Map(layer.F.Value, Zeros.Include)); // (8.3)
        }

        return new(Z, A);
    }

    /// <summary>The error terms Δ⁽ᴸ⁾ = ∂L/∂A⁽ᴸ⁾ ∘ f′(Z⁽ᴸ⁾), (8.18), and Δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀΔ⁽ˡ⁺¹⁾) ∘ f′(Z⁽ˡ⁾), (8.19),
    /// from dA = ∂L/∂A⁽ᴸ⁾ [n_L × N] and the weights of the forward pass. S1-074, S2-072, S4-002.</summary>
    /// <returns>Δ⁽ˡ⁾ at index l; index 0 holds ∂L/∂X. // each [n_l × N]</returns>
    public static IReadOnlyList<Matrix<double>> Deltas(
        IReadOnlyList<MatrixLayer> layers, MatrixPass pass, Matrix<double> dA)
    {
        int L = layers.Count;
        var Δ = new Matrix<double>[L + 1];
        Δ[L] = dA.PointwiseMultiply(Derivative(L)); // (8.18)
        for (int l = L - 1; l > 0; l--)
        {
            Δ[l] = (layers[l].W.Transpose() * Δ[l + 1]).PointwiseMultiply(Derivative(l)); // (8.19)
        }

        Δ[0] = layers[0].W.Transpose() * Δ[1]; // (8.19)
        return Δ;

        Matrix<double> Derivative(int l) => pass.Z[l].Map(layers[l - 1].F.Derivative, Zeros.Include);
    }

    /// <summary>∂L/∂W⁽ˡ⁾ = Δ⁽ˡ⁾A⁽ˡ⁻¹⁾ᵀ and ∂L/∂b⁽ˡ⁾ = Δ⁽ˡ⁾1, (8.21), summed over the samples. S1-075.</summary>
    public static IReadOnlyList<MatrixGradient> Gradients(
        IReadOnlyList<MatrixLayer> layers, MatrixPass pass, Matrix<double> dA)
    {
        IReadOnlyList<Matrix<double>> Δ = Deltas(layers, pass, dA);
        return [.. layers.Select((_, l) =>
            new MatrixGradient(Δ[l + 1] * pass.A[l].Transpose(), Δ[l + 1].RowSums()))]; // (8.21)
    }

    /// <summary>New layers after one step of gradient descent, (8.22). S1-075, S2-073.</summary>
    /// <exception cref="ArgumentException">Another number of gradients than of layers.</exception>
    public static IReadOnlyList<MatrixLayer> Descend(
        IReadOnlyList<MatrixLayer> layers, IReadOnlyList<MatrixGradient> gradients, double η)
    {
        Require.SameLength(layers.Count, nameof(layers), gradients.Count, nameof(gradients));
        return [.. layers.Zip(gradients, (layer, g) =>
            layer with { W = layer.W - η * g.dW, B = layer.B - η * g.dB })]; // (8.22)
    }

    /// <summary>An upper bound of ‖δ⁽¹⁾‖/‖δ⁽ᴸ⁾‖ for one sample, Πₗ max|f′|·‖W⁽ˡ⁾‖ over the layers above the first,
    /// (8.24); max|f′| is ¼ for the sigmoid. S1-104, S2-191.</summary>
    public static double ErrorBound(IReadOnlyList<MatrixLayer> layers, double steepest) =>
        layers.Skip(1).Aggregate(1.0, (bound, layer) => bound * steepest * layer.W.L2Norm()); // (8.24)
}
