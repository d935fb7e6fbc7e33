using Reference.Numerics;

namespace Reference.Classification;

/// <summary>How often samples of each class were called what, (7.21), S0-119: a row a true class, a column a predicted one.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts, int samples) => (_counts, Samples) = (counts, samples);

    /// <summary>Counts predictions against labels.</summary>
    /// <param name="predicted">Predicted classes, from 0. // [N]</param>
    /// <param name="labels">True classes, from 0. // [N]</param>
    /// <param name="classes">K ≥ 2.</param>
    /// <exception cref="ArgumentException">No sample, unequal numbers of them, a class that is not there, or fewer than two classes.</exception>
    public static ConfusionMatrix Of(int[] predicted, int[] labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Require.NotEmpty(predicted.Length, nameof(predicted));
        Require.SameLength(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        ClassLabels.Validate(predicted, classes);
        ClassLabels.Validate(labels, classes);
        var counts = new int[classes, classes];
        for (int n = 0; n < labels.Length; n++)
        {
            counts[labels[n], predicted[n]]++; // (7.21)
        }

        return new(counts, labels.Length);
    }

    /// <summary>K.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>N.</summary>
    public int Samples { get; }

    /// <summary>How many samples of class <paramref name="label"/> were called <paramref name="predicted"/>, (7.21).</summary>
    public int this[int label, int predicted] => _counts[label, predicted];

    /// <summary>The share on the diagonal, (7.20).</summary>
    public double Accuracy() => (double)Enumerable.Range(0, Classes).Sum(k => _counts[k, k]) / Samples; // (7.20)

    /// <summary>One class against all others, so that precision, recall and F₁ of it are those of a yes-or-no question.</summary>
    /// <param name="k">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public BinaryCounts Against(int k)
    {
        ClassLabels.Validate([k], Classes, nameof(k));
        int row = 0, column = 0;
        for (int j = 0; j < Classes; j++)
        {
            row += _counts[k, j];
            column += _counts[j, k];
        }

        int both = _counts[k, k];
        return new(both, column - both, Samples - row - column + both, row - both); // (7.21)
    }

    /// <summary>The mean of the classes' F₁, (7.23): every class counts the same, however rare.</summary>
    /// <exception cref="InvalidOperationException">A class occurs neither among the labels nor among the predictions.</exception>
    public double MacroF1() => Enumerable.Range(0, Classes).Average(k => Against(k).F1()); // (7.23)

    /// <summary>The counts as numbers, for a heat map. // [K × K]</summary>
    public double[,] ToArray()
    {
        var values = new double[Classes, Classes];
        for (int i = 0; i < Classes; i++)
        {
            for (int j = 0; j < Classes; j++)
            {
                values[i, j] = _counts[i, j];
            }
        }

        return values;
    }
}
