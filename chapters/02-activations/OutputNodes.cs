using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Activations;

/// <summary>The last layer of a classifier of K classes.</summary>
public static class OutputNodes
{
    /// <summary>One node a class and softmax over the nodes, P = softmax(WX + b), (2.19), S1-067.</summary>
    /// <param name="W">One row a class. // [K × D]</param>
    /// <param name="b">One bias a class. // [K]</param>
    /// <param name="X">One sample a column. // [D × N]</param>
    /// <returns>Probabilities; every column adds up to 1. // [K × N]</returns>
    /// <exception cref="ArgumentException">The sizes do not fit, or a score is not finite.</exception>
    public static Matrix<double> OneNodePerClass(Matrix<double> W, Vector<double> b, Matrix<double> X) =>
        ActivationEquations.Softmax(Scores(W, b, X)); // (2.19)

    /// <summary>One network with a sigmoid for each class, S1-068: every probability is one against all others, and they need not add up to 1.</summary>
    /// <inheritdoc cref="OneNodePerClass"/>
    /// <returns>One probability a class, each for itself. // [K × N]</returns>
    public static Matrix<double> OneNetworkPerClass(Matrix<double> W, Vector<double> b, Matrix<double> X) => ActivationEquations.Sigmoid(Scores(W, b, X));

    private static Matrix<double> Scores(Matrix<double> W, Vector<double> b, Matrix<double> X)
    {
        Require.SameLength(W.ColumnCount, "the columns of W", X.RowCount, "the rows of X");
        Require.SameLength(W.RowCount, "the rows of W", b.Count, nameof(b));
        return W * X + b.ToColumnMatrix() * Matrix<double>.Build.Dense(1, X.ColumnCount, 1);
    }
}
