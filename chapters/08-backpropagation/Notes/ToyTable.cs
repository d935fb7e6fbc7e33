using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Backpropagation;

/// <summary>S3's table of ten rows: two features with x₂ = x₁ + 1, and a label that is 1 from x₁ = 6 on.
/// S3-198, S3-199, S3-207.</summary>
public static class ToyTable
{
    /// <summary>The features, one row of the table per column. // [2 × 10]</summary>
    public static double[,] X => new double[,]
        { { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 }, { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 } };

    /// <summary>The labels. // [1 × 10]</summary>
    public static double[,] Y => new double[,] { { 0, 0, 0, 0, 0, 1, 1, 1, 1, 1 } };

    /// <summary>The features with mean 0 and mean square 1. // [2 × 10]</summary>
    public static double[,] Standardised => Matrix<double>.Build.DenseOfArray(X)
        .MapIndexed((i, _, x) => (x - (5.5 + i)) / Math.Sqrt(8.25)).ToArray(); // mean and mean square of 1 … 10

    /// <summary>A sigmoid unit with all weights 0, whose output is ½ for every row. S3-199.</summary>
    public static IReadOnlyList<MatrixLayer> ZeroUnit =>
        [new(Matrix<double>.Build.Dense(1, 2), Vector<double>.Build.Dense(1), Activation.Sigmoid)];

    /// <summary>The mean loss of a network on the table, raw or standardised, and its gradient. // X [2 × 10].
    /// S3-199.</summary>
    public static (double Loss, IReadOnlyList<MatrixGradient> Gradients) Mean(
        IReadOnlyList<MatrixLayer> layers, SampleLoss loss, double[,] X) =>
        loss.Mean(layers, Matrix<double>.Build.DenseOfArray(X), Matrix<double>.Build.DenseOfArray(Y));

    /// <summary>The losses ½(y − ŷ)² of that unit before and after each step of full-batch descent. S3-199.</summary>
    public static double[] Descent(double[,] X, double η, int steps)
    {
        IReadOnlyList<MatrixLayer> unit = ZeroUnit;
        return [.. Enumerable.Range(0, steps + 1).Select(_ =>
        {
            (double loss, IReadOnlyList<MatrixGradient> gradients) = Mean(unit, SampleLoss.HalfSquared, X);
            unit = BackpropagationEquations.Descend(unit, gradients, η);
            return loss;
        })];
    }

    /// <summary>The network from scratch: a layered graph 2-3-1, ½(y − ŷ)², descent with η = 2, normal weights and
    /// the fix point procedure. S3-207.</summary>
    public static NetworkTuple Network(ulong seed, int steps) => new(
        NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 2, 3, 1)),
        SampleLoss.HalfSquared, parameters => new GradientDescent(parameters, 2),
        NetworkTuple.Normal(new RandomStream(seed), 1), NetworkTuple.FixedPoint(1e-4, steps));
}
