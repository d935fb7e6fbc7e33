using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>What a forward pass of a batch leaves behind.</summary>
/// <param name="Z">Pre-activations Z⁽ˡ⁾ at index l, from 1; at index 0 the input again, which has none. // each [n_l × N]</param>
/// <param name="A">Activations A⁽ˡ⁾ at index l; index 0 holds the input. // each [n_l × N]</param>
public sealed record MatrixPass(IReadOnlyList<Matrix<double>> Z, IReadOnlyList<Matrix<double>> A)
{
    /// <summary>The predictions. // [n_L × N]</summary>
    public Matrix<double> Output => A[^1];
}

/// <summary>The gradient of a loss by one layer's parameters.</summary>
/// <param name="dW">∂L/∂W. // [units × inputs]</param>
/// <param name="dB">∂L/∂b. // [units]</param>
public sealed record MatrixGradient(Matrix<double> dW, Vector<double> dB);

/// <summary>Forward and backward pass of a batch in matrices: pure functions, one line an equation. A sample is a column.</summary>
public static class BackpropagationEquations
{
    /// <summary>The gradient behind a function is its Jacobian transposed times the gradient before it, Jᵀg, (8.11): local times upstream. S1-073.</summary>
    /// <param name="J">∂f/∂x. // [m × n]</param>
    /// <param name="g">∂E/∂f. // [m]</param>
    /// <returns>∂E/∂x. // [n]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit.</exception>
    public static Vector<double> Upstream(Matrix<double> J, Vector<double> g)
    {
        Require.SameLength(J.RowCount, "the rows of J", g.Count, nameof(g));
        return J.TransposeThisAndMultiply(g); // (8.11)
    }

    /// <summary>The forward pass of a batch, Z⁽ˡ⁾ = W⁽ˡ⁾A⁽ˡ⁻¹⁾ + b⁽ˡ⁾1ᵀ and A⁽ˡ⁾ = f(Z⁽ˡ⁾), (8.3). S3-031, S3-200.</summary>
    /// <param name="layers">First layer first.</param>
    /// <param name="X">A sample a column. // [n₀ × N]</param>
    /// <exception cref="ArgumentException">No layer, layers that do not fit, or a number that is not finite.</exception>
    public static MatrixPass Forward(IReadOnlyList<MatrixLayer> layers, Matrix<double> X)
    {
        RequireLayers.Fit(layers, X.RowCount);
        List<Matrix<double>> Z = [X];
        List<Matrix<double>> A = [RequireMatrix.Finite(X)];
        Vector<double> ones = Vector<double>.Build.Dense(X.ColumnCount, 1);
        foreach (MatrixLayer layer in layers)
        {
            Z.Add(layer.W * A[^1] + layer.B.OuterProduct(ones)); // (8.3)
            A.Add(Z[^1].Map(layer.F.Value, Zeros.Include)); // (8.3)
        }

        return new(Z, A);
    }

    /// <summary>The error terms Δ⁽ᴸ⁾ = ∂L/∂A⁽ᴸ⁾ ∘ f′(Z⁽ᴸ⁾), (8.22), and Δ⁽ˡ⁾ = (W⁽ˡ⁺¹⁾ᵀΔ⁽ˡ⁺¹⁾) ∘ f′(Z⁽ˡ⁾), (8.23). S1-074, S2-072, S4-002.</summary>
    /// <param name="layers">First layer first, with the weights of the forward pass.</param>
    /// <param name="pass">What the forward pass kept.</param>
    /// <param name="dA">∂L/∂A⁽ᴸ⁾; of a mean over the batch, 1/N is in it. // [n_L × N]</param>
    /// <returns>Δ⁽ˡ⁾ at index l; index 0 holds ∂L/∂X. // each [n_l × N]</returns>
    /// <exception cref="ArgumentException">Shapes that do not fit, or a number that is not finite.</exception>
    public static IReadOnlyList<Matrix<double>> Deltas(IReadOnlyList<MatrixLayer> layers, MatrixPass pass, Matrix<double> dA)
    {
        RequireLayers.Fit(layers, pass.A[0].RowCount);
        RequireMatrix.Gradient(pass.Output, dA);
        int L = layers.Count;
        var Δ = new Matrix<double>[L + 1];
        Δ[L] = dA.PointwiseMultiply(pass.Z[L].Map(layers[L - 1].F.Derivative, Zeros.Include)); // (8.22)
        for (int l = L - 1; l > 0; l--)
        {
            Δ[l] = layers[l].W.TransposeThisAndMultiply(Δ[l + 1]).PointwiseMultiply(pass.Z[l].Map(layers[l - 1].F.Derivative, Zeros.Include)); // (8.23)
        }

        Δ[0] = layers[0].W.TransposeThisAndMultiply(Δ[1]); // (8.23)
        return Δ;
    }

    /// <summary>∂L/∂W⁽ˡ⁾ = Δ⁽ˡ⁾A⁽ˡ⁻¹⁾ᵀ and ∂L/∂b⁽ˡ⁾ = Δ⁽ˡ⁾1 for every layer, (8.25): the products sum over the samples. S1-075.</summary>
    /// <inheritdoc cref="Deltas"/>
    /// <returns>One gradient a layer, first layer first.</returns>
    public static IReadOnlyList<MatrixGradient> Gradients(IReadOnlyList<MatrixLayer> layers, MatrixPass pass, Matrix<double> dA)
    {
        IReadOnlyList<Matrix<double>> Δ = Deltas(layers, pass, dA);
        return [.. Enumerable.Range(1, layers.Count).Select(l => new MatrixGradient(Δ[l].TransposeAndMultiply(pass.A[l - 1]), Δ[l].RowSums()))]; // (8.25)
    }

    /// <summary>All layers after one step against the gradient, (8.26). S1-075, S2-073.</summary>
    /// <param name="layers">First layer first; they stay as they are.</param>
    /// <param name="gradients">One a layer.</param>
    /// <param name="η">Learning rate, above 0.</param>
    /// <exception cref="ArgumentException">Not one gradient a layer, another shape, or η ≤ 0.</exception>
    public static IReadOnlyList<MatrixLayer> Descend(IReadOnlyList<MatrixLayer> layers, IReadOnlyList<MatrixGradient> gradients, double η)
    {
        RequireLayers.Gradients(layers, gradients);
        Require.Positive(η);
        return [.. layers.Zip(gradients, (layer, g) => layer with { W = layer.W - η * g.dW, B = layer.B - η * g.dB })]; // (8.26)
    }
}
