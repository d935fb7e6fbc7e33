using System.Runtime.CompilerServices;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>What classifiers and their measures ask of labels.</summary>
internal static class ClassLabels
{
    /// <summary>Labels of K classes, each from 0 to K − 1.</summary>
    public static void Validate(ReadOnlySpan<int> labels, int classes, [CallerArgumentExpression(nameof(labels))] string name = "")
    {
        for (int n = 0; n < labels.Length; n++)
        {
            if ((uint)labels[n] >= (uint)classes)
            {
                throw new ArgumentOutOfRangeException(name, $"Expected {name} to hold classes 0 … {classes - 1}; element {n} is {labels[n]}.");
            }
        }
    }

    /// <summary>Scores of which one belongs to each label 0 or 1, at least one.</summary>
    public static void RefuseScores(double[] scores, int[] labels)
    {
        Require.NotEmpty(scores.Length, nameof(scores));
        Require.SameLength(scores.Length, nameof(scores), labels.Length, nameof(labels));
        Require.Finite(scores);
        Require.Labels(labels, 0, 1);
    }
}
