namespace Reference.Classification;

/// <summary>A logistic model σ(w·x + b). Its boundary ŷ = ½ is a line, in more dimensions a hyperplane.</summary>
/// <param name="W">Weights. // [D]</param>
/// <param name="B">Bias.</param>
public sealed record LogisticModel(double[] W, double B)
{
    /// <summary>‖w‖: how sharply the probability turns at the boundary, S1-047.</summary>
    public double Length => Math.Sqrt(W.Sum(w => w * w));

    /// <summary>The class of each point at the threshold ½, (7.3).</summary>
    /// <param name="X">The points, one a column. // [D × N]</param>
    /// <returns>Zeros and ones. // [N]</returns>
    public int[] Classes(double[,] X) => LogisticEquations.Classes(
        MathNet.Numerics.LinearAlgebra.Vector<double>.Build.Dense(W), B,
        MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfArray(X));
}
