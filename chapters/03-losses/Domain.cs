using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Where a loss is defined; outside, most formulas give a finite number that means nothing.</summary>
internal static class Domain
{
    // The probabilities of a float32 softmax sum to 1 this closely.
    private const double SumTolerance = 1e-6;

    /// <summary>As many targets as predictions, and at least one.</summary>
    public static void Pairs<T>(T[] ŷ, T[] y)
    {
        Require.NotEmpty(y.Length, nameof(y));
        Require.SameLength(ŷ.Length, nameof(ŷ), y.Length, nameof(y));
    }

    /// <summary>A probability and a label 0 or 1.</summary>
    public static void Binary(double p, double y)
    {
        Require.Probability(p);
        Require.OneOf(y, 0, 1);
    }

    /// <summary>Two distributions over the same classes.</summary>
    public static void Distributions(double[] p, double[] q)
    {
        Require.SameLength(p.Length, nameof(p), q.Length, nameof(q));
        Distribution(p, nameof(p));
        Distribution(q, nameof(q));
    }

    /// <summary>A distribution in every column of P and of Y, which have one shape.</summary>
    public static void Distributions(Matrix<double> P, Matrix<double> Y)
    {
        Columns(P, nameof(P));
        Targets(P, Y);
    }

    /// <summary>A distribution in every column of Y, which has the shape of the logits Z.</summary>
    public static void Targets(Matrix<double> Z, Matrix<double> Y)
    {
        RequireMatrix.SameShape(Z, Y);
        Columns(Y, nameof(Y));
    }

    /// <summary>A distribution in every column of Y, which has the shape of the predictions and is not
    /// empty.</summary>
    public static void Targets(double[,] predictions, double[,] Y)
    {
        Require.NotEmpty(predictions.Length, nameof(predictions));
        Require.SameShape(predictions, Y);
        Columns(Matrix<double>.Build.DenseOfArray(Y), nameof(Y));
    }

    private static void Columns(Matrix<double> P, string name)
    {
        for (int n = 0; n < P.ColumnCount; n++)
        {
            Distribution(P.Column(n).ToArray(), $"column {n} of {name}");
        }
    }

    private static void Distribution(double[] p, string name)
    {
        Require.NotEmpty(p.Length, name);
        Require.Probabilities(p, name);
        if (Math.Abs(p.Sum() - 1) > SumTolerance)
        {
            throw new ArgumentException(
                $"Expected {name} to be a distribution, whose probabilities sum to 1; they sum to {p.Sum()}.", name);
        }
    }
}
