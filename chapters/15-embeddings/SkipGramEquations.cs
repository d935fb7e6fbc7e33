using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;

namespace Reference.Embeddings;

/// <summary>Word2vec in matrices: N hidden vectors at once against all words, or one against a sample S of columns of
/// U.
/// </summary>
public static class SkipGramEquations
{
    /// <summary>P = softmax(UᵀH), dU = H (P − Y)ᵀ, dH = U (P − Y); the loss is summed. // H [D × N], U [D × V], Y
    /// one-hot [V × N]</summary>
    public static (double Loss, Matrix<double> dH, Matrix<double> dU) Softmax(
        Matrix<double> H, Matrix<double> U, Matrix<double> Y)
    {
        Matrix<double> P = ActivationEquations.Softmax(U.Transpose() * H); // (15.9)
        Matrix<double> Δ = P - Y; // (15.10)
        return (-Y.PointwiseMultiply(P.PointwiseLog()).RowSums().Sum(), U * Δ, H * Δ.Transpose()); // (15.10) (15.11)
    }

    /// <summary>δ = σ(Sᵀh) − e₁, dS = h δᵀ, dh = S δ. // h [D], S [D × 1+K], the predicted word first</summary>
    public static (double Loss, Vector<double> dh, Matrix<double> dS) NegativeSampling(
        Vector<double> h, Matrix<double> S)
    {
        Vector<double> z = S.Transpose() * h;
        Vector<double> δ = z.Map(ScalarActivations.Sigmoid); // (15.13)
        δ[0] -= 1; // (15.13)
        double L = z.Map(ScalarActivations.Softplus).Sum() - z[0]; // (15.12)
        return (L, S * δ, h.OuterProduct(δ)); // (15.14) (15.13)
    }
}
