using MathNet.Numerics.LinearAlgebra;

namespace Reference.Embeddings;

/// <summary>The same with one-hot columns: an embedding is a linear layer without bias whose product is not computed.
/// S3-263, S3-264.</summary>
public static class EmbeddingEquations
{
    /// <summary>E, one column a token with a 1 in the row of its id. // ids [T] → [V × T]. S3-263</summary>
    public static Matrix<double> OneHot(int[] ids, int V) =>
        Matrix<double>.Build.Sparse(V, ids.Length, (v, t) => v == ids[t] ? 1 : 0);

    /// <summary>Y = W E, (15.1). // W [D × V], E [V × T] → [D × T]</summary>
    public static Matrix<double> Forward(Matrix<double> W, Matrix<double> E) => W * E; // (15.1)

    /// <summary>∂L/∂W = ∂L/∂Y Eᵀ, (15.2). // dY [D × T], E [V × T] → [D × V]</summary>
    public static Matrix<double> Gradient(Matrix<double> dY, Matrix<double> E) => dY * E.Transpose(); // (15.2)
}
