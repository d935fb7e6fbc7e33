using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>The equations of a batch. // M, S, E, Z [k × N]; A, X [D × N]</summary>
public static class VaeEquations
{
    /// <summary>Z = M + exp(S/2) ⊙ E, (23.6). S3-253.</summary>
    public static Matrix<double> Sample(Matrix<double> M, Matrix<double> S, Matrix<double> E) =>
        M + (S / 2).PointwiseExp().PointwiseMultiply(E); // (23.6)

    /// <summary>∂L/∂M and ∂L/∂S of the sample, (23.7).</summary>
    public static (Matrix<double> dM, Matrix<double> dS) SampleGradient(
        Matrix<double> S, Matrix<double> E, Matrix<double> dZ) =>
        (dZ, 0.5 * (S / 2).PointwiseExp().PointwiseMultiply(E).PointwiseMultiply(dZ)); // (23.7)

    /// <summary>The divergence of every unit of every sample, (23.4). // [k × N]</summary>
    public static Matrix<double> Divergences(Matrix<double> M, Matrix<double> S) =>
        0.5 * (M.PointwisePower(2) + (S.Map(NearOne.Expm1) - S)); // (23.4)

    /// <summary>∂D/∂M and ∂D/∂S, (23.5).</summary>
    public static (Matrix<double> dM, Matrix<double> dS) DivergenceGradient(Matrix<double> M, Matrix<double> S) =>
        (M, 0.5 * S.Map(NearOne.Expm1)); // (23.5)

    /// <summary>L = (1/N) Σ [−ln p(x|z) + β D], (23.9), in nats a sample. S3-257.</summary>
    public static double Loss(
        Matrix<double> A, Matrix<double> X, Matrix<double> M, Matrix<double> S, double β)
    {
        RequireMatrix.SameShape(A, X);
        double reconstruction = A.Map2(
            (a, x) => x * ScalarActivations.Softplus(-a) + (1 - x) * ScalarActivations.Softplus(a), X, Zeros.Include)
            .Enumerate().Sum(); // (23.2)
        return (reconstruction + β * Divergences(M, S).Enumerate().Sum()) / X.ColumnCount; // (23.9)
    }

    /// <summary>∂L/∂A = (X̂ − X)/N, (23.10), with X̂ = σ(A).</summary>
    public static Matrix<double> PixelGradient(Matrix<double> A, Matrix<double> X) =>
        (ActivationEquations.Sigmoid(A) - X) / X.ColumnCount; // (23.10)

    /// <summary>Points z(t) = (1 − t) z₁ + t z₂, (23.11), for t from 0 to 1 in at least two steps. // z₁, z₂ [k] →
    /// [k × count]. S3-178</summary>
    public static Matrix<double> Between(Vector<double> z1, Vector<double> z2, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return Matrix<double>.Build.DenseOfColumnVectors(Enumerable.Range(0, count)
            .Select(i => i / (count - 1.0)).Select(t => (1 - t) * z1 + t * z2)); // (23.11)
    }
}
