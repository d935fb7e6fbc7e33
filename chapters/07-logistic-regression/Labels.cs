using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>Checks of labels at the entry of classifiers and their measures.</summary>
internal static class Labels
{
    /// <summary>Labels of K classes, each from 0 to K − 1.</summary>
    public static void Validate(
        ReadOnlySpan<int> labels, int classes, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        for (int n = 0; n < labels.Length; n++)
        {
            if ((uint)labels[n] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(
                    name, $"Expected {name} to hold classes 0 … {classes - 1}; element {n} is {labels[n]}.");
            }
        }
    }

    /// <summary>At least one point, and a label of K classes for each.</summary>
    public static void Validate(double[,] X, int[] y, int classes)
    {
        Require.NotEmpty(X.Length, nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", y.Length, nameof(y));
        Validate(y, classes);
    }

    /// <summary>At least one score, each finite, and a label 0 or 1 for each.</summary>
    public static void Validate(double[] scores, int[] labels)
    {
        Require.NotEmpty(scores.Length, nameof(scores));
        Require.SameLength(scores.Length, nameof(scores), labels.Length, nameof(labels));
        Require.Finite(scores);
        Validate(labels, 2);
    }
}
