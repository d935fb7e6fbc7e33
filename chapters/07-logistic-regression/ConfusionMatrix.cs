using Reference.Numerics;

namespace Reference.Classification;

/// <summary>How often class k was predicted as class l, (7.18), S0-119: row k, column l.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts, int samples) => (_counts, Samples) = (counts, samples);

    /// <summary>Counts predictions against labels.</summary>
    /// <param name="predicted">Predicted classes, from 0. // [N]</param>
    /// <param name="labels">True classes, from 0. // [N]</param>
    /// <param name="classes">K ≥ 2.</param>
    /// <exception cref="ArgumentException">
    /// No sample, unequal numbers of them, a class that does not exist, or fewer than two classes.
    /// </exception>
    public static ConfusionMatrix Of(int[] predicted, int[] labels, int classes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Require.NotEmpty(predicted.Length, nameof(predicted));
        Require.SameLength(predicted.Length, nameof(predicted), labels.Length, nameof(labels));
        Labels.Validate(predicted, classes);
        Labels.Validate(labels, classes);
        var counts = new int[classes, classes];
        for (int n = 0; n < labels.Length; n++)
        {
            counts[labels[n], predicted[n]]++; // (7.18)
        }

        return new(counts, labels.Length);
    }

    /// <summary>K.</summary>
    public int Classes => _counts.GetLength(0);

    /// <summary>N.</summary>
    public int Samples { get; }

    /// <summary>How many samples of a class were predicted as another.</summary>
    public int this[int label, int predicted] => _counts[label, predicted];

    /// <summary>The share on the diagonal, (7.17).</summary>
    public double Accuracy() => (double)Enumerable.Range(0, Classes).Sum(k => _counts[k, k]) / Samples; // (7.17)

    /// <summary>One class against all others: the four counts of the question "is it class k?".</summary>
    /// <param name="k">The class.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public BinaryCounts Against(int k)
    {
        Labels.Validate([k], Classes, nameof(k));
        int both = _counts[k, k];
        int row = Enumerable.Range(0, Classes).Sum(j => _counts[k, j]);
        int column = Enumerable.Range(0, Classes).Sum(j => _counts[j, k]);
        return new(both, column - both, Samples - row - column + both, row - both); // (7.18)
    }

    /// <summary>The mean of the classes' F₁, (7.19): every class counts the same, however rare.</summary>
    /// <exception cref="InvalidOperationException">A class has neither a label nor a prediction.</exception>
    public double MacroF1() => Enumerable.Range(0, Classes).Average(k => Against(k).F1()); // (7.19)

    /// <summary>The counts as numbers, for a heat map. // [K × K]</summary>
    public double[,] ToArray()
    {
        var values = new double[Classes, Classes];
        Array.Copy(_counts, values, _counts.Length);
        return values;
    }
}
