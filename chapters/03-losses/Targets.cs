using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Losses;

/// <summary>
/// What losses ask of predictions and targets. Every method throws an <see cref="ArgumentException"/> that names the argument, what was expected and what came.
/// </summary>
internal static class Targets
{
    /// <summary>How far from 1 the sum of a distribution may be: a softmax in float32 is that good.</summary>
    public const double SumTolerance = 1e-6;

    /// <summary>As many predictions as targets, at least one, all finite.</summary>
    public static void Pair(ReadOnlySpan<double> prediction, ReadOnlySpan<double> target, string predictionName, string targetName)
    {
        Require.NotEmpty(prediction.Length, predictionName);
        Require.SameLength(prediction.Length, predictionName, target.Length, targetName);
        Require.Finite(prediction, predictionName);
        Require.Finite(target, targetName);
    }

    /// <summary>The same of two vectors.</summary>
    public static void Pair(Vector<double> prediction, Vector<double> target, string predictionName, string targetName) =>
        Pair(Values(prediction), Values(target), predictionName, targetName);

    /// <summary>Two matrices of one shape, not empty, all finite.</summary>
    public static void Pair(Matrix<double> prediction, Matrix<double> target, string predictionName, string targetName)
    {
        RequireMatrix.SameShape(prediction, target, predictionName, targetName);
        RequireMatrix.Finite(prediction, predictionName);
        RequireMatrix.Finite(target, targetName);
    }

    /// <summary>Two values only, such as labels 0 and 1, or −1 and 1.</summary>
    public static void TwoValues(ReadOnlySpan<double> y, double low, double high, [CallerArgumentExpression(nameof(y))] string name = "")
    {
        for (int n = 0; n < y.Length; n++)
        {
            if (y[n] != low && y[n] != high)
            {
                throw new ArgumentOutOfRangeException(name, $"Expected {name} to hold labels {low} or {high}; element {n} is {y[n]}.");
            }
        }
    }

    /// <summary>The same of a vector.</summary>
    public static void TwoValues(Vector<double> y, double low, double high, [CallerArgumentExpression(nameof(y))] string name = "") =>
        TwoValues(Values(y), low, high, name);

    /// <summary>Probabilities that sum to 1.</summary>
    public static void Distribution(ReadOnlySpan<double> p, [CallerArgumentExpression(nameof(p))] string name = "")
    {
        Require.NotEmpty(p.Length, name);
        Require.Probabilities(p, name);
        double sum = 0;
        foreach (double value in p)
        {
            sum += value;
        }

        if (Math.Abs(sum - 1) > SumTolerance)
        {
            throw new ArgumentException($"Expected {name} to be a distribution, whose probabilities sum to 1; they sum to {sum}.", name);
        }
    }

    /// <summary>A distribution in every column.</summary>
    public static void Distributions(Matrix<double> P, [CallerArgumentExpression(nameof(P))] string name = "")
    {
        for (int n = 0; n < P.ColumnCount; n++)
        {
            Distribution(P.Column(n).ToArray(), $"column {n} of {name}");
        }
    }

    private static double[] Values(Vector<double> v) => v.AsArray() ?? v.ToArray();
}
