using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// Where a loss is defined; outside, most formulas give a finite number that means nothing. Every method throws an
/// <see cref="ArgumentException"/> that names the argument, what was expected and what came.
/// </summary>
internal static class Domain
{
    /// <summary>How far from 1 the sum of a distribution may be: a softmax in float32 is that good.</summary>
    public const double SumTolerance = 1e-6;

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

    /// <summary>Probabilities that sum to 1.</summary>
    public static void Distribution(double[] p, [CallerArgumentExpression(nameof(p))] string name = "")
    {
        Require.NotEmpty(p.Length, name);
        Require.Probabilities(p, name);
        if (Math.Abs(p.Sum() - 1) > SumTolerance)
        {
            throw new ArgumentException(
                $"Expected {name} to be a distribution, whose probabilities sum to 1; they sum to {p.Sum()}.", name);
        }
    }

    /// <summary>Two distributions over the same classes.</summary>
    public static void Distributions(double[] p, double[] q)
    {
        Require.SameLength(p.Length, nameof(p), q.Length, nameof(q));
        Distribution(p);
        Distribution(q);
    }

    /// <summary>A distribution in every column.</summary>
    public static void Columns(Matrix<double> P, [CallerArgumentExpression(nameof(P))] string name = "")
    {
        for (int n = 0; n < P.ColumnCount; n++)
        {
            Distribution(P.Column(n).ToArray(), $"column {n} of {name}");
        }
    }

    /// <summary>A distribution in every column, as many as there are predictions.</summary>
    public static void Targets(Matrix<double> prediction, Matrix<double> Y)
    {
        RequireMatrix.SameShape(prediction, Y);
        Columns(Y);
    }

    /// <summary>Two arrays of one shape, with at least one element.</summary>
    public static void SameShape(
        double[,] A, double[,] B,
        [CallerArgumentExpression(nameof(A))] string name = "",
        [CallerArgumentExpression(nameof(B))] string other = "")
    {
        Require.NotEmpty(A.Length, name);
        Require.SameLength(A.GetLength(0), $"the rows of {name}", B.GetLength(0), $"the rows of {other}");
        Require.SameLength(A.GetLength(1), $"the columns of {name}", B.GetLength(1), $"the columns of {other}");
    }
}
