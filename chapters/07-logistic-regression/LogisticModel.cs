using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>A model σ(w·x + b), w // [D]. Its boundary ŷ = ½ is a line, in more dimensions a hyperplane.</summary>
public sealed record LogisticModel(double[] W, double B)
{
    /// <summary>‖w‖: how sharply the probability turns at the boundary, S1-047.</summary>
    public double Length => Kernels.Norm(W);

    /// <summary>The class at the threshold ½, (7.3), of each point of X // [D × N].</summary>
    public int[] Classes(double[,] X) =>
        LogisticEquations.Classes(Vector<double>.Build.Dense(W), B, Matrix<double>.Build.DenseOfArray(X));
}
