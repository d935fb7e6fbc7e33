using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.BoltzmannMachines;

/// <summary>The machine in matrices, a sample a column. // W [H × D], b [D × 1], c [H × 1]. S4-195, S4-197</summary>
public static class RbmEquations
{
    /// <summary>A = WV + c1ᵀ, the logits of the hidden units. // V [D × N] → [H × N]</summary>
    public static Matrix<double> HiddenLogits(Matrix<double> W, Matrix<double> c, Matrix<double> V) =>
        W * V + c * Ones(V);

    /// <summary>B = WᵀH + b1ᵀ, the logits of the visible units. // H [H × N] → [D × N]</summary>
    public static Matrix<double> VisibleLogits(Matrix<double> W, Matrix<double> b, Matrix<double> H) =>
        W.Transpose() * H + b * Ones(H);

    /// <summary>P(h = 1 | v) = σ(WV + c1ᵀ), (24.3). // V [D × N] → [H × N]</summary>
    public static Matrix<double> HiddenMeans(Matrix<double> W, Matrix<double> c, Matrix<double> V) =>
        HiddenLogits(W, c, V).Map(ScalarActivations.Sigmoid); // (24.3)

    /// <summary>P(v = 1 | h) = σ(WᵀH + b1ᵀ), (24.4). // H [H × N] → [D × N]</summary>
    public static Matrix<double> VisibleMeans(Matrix<double> W, Matrix<double> b, Matrix<double> H) =>
        VisibleLogits(W, b, H).Map(ScalarActivations.Sigmoid); // (24.4)

    /// <summary>F = −bᵀV − 1ᵀ ln(1 + e^(WV + c1ᵀ)), (24.5). // V [D × N] → [1 × N]</summary>
    public static Matrix<double> FreeEnergies(
        Matrix<double> W, Matrix<double> b, Matrix<double> c, Matrix<double> V) =>
        -b.Transpose() * V
            - Matrices.Ones(1, W.RowCount) * HiddenLogits(W, c, V).Map(ScalarActivations.Softplus); // (24.5)

    /// <summary>
    /// The step of contrastive divergence from hidden means P and states V at its two ends, (24.10). // P₀, Pₖ [H ×
    /// N]; V₀, Vₖ [D × N] → dW [H × D], db [D × 1], dc [H × 1]
    /// </summary>
    public static (Matrix<double> dW, Matrix<double> db, Matrix<double> dc) ContrastiveDivergence(
        Matrix<double> P0, Matrix<double> V0, Matrix<double> Pk, Matrix<double> Vk)
    {
        double N = V0.ColumnCount;
        Matrix<double> one = Ones(V0).Transpose();
        return ((P0 * V0.Transpose() - Pk * Vk.Transpose()) / N, (V0 - Vk) * one / N, (P0 - Pk) * one / N); // (24.10)
    }

    private static Matrix<double> Ones(Matrix<double> X) => Matrices.Ones(1, X.ColumnCount);
}
