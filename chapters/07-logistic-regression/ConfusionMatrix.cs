using Reference.Numerics;

namespace Reference.Classification;

/// <summary>How often class k was predicted as class l, (7.18), S0-119: row k, column l.</summary>
public sealed class ConfusionMatrix
{
    private readonly int[,] _counts;

    private ConfusionMatrix(int[,] counts, int samples) => (_counts, Samples) = (counts, samples);

    /// <summary>Counts N ≥ 1 predicted and true classes // [N], each from 0 to K − 1, K ≥ 2.</summary>
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
    public BinaryCounts Against(int k)
    {
        Labels.Validate([k], Classes, nameof(k));
        int both = _counts[k, k];
        int row = Enumerable.Range(0, Classes).Sum(l => _counts[k, l]);
        int column = Enumerable.Range(0, Classes).Sum(l => _counts[l, k]);
        return new(both, column - both, Samples - row - column + both, row - both); // (7.18)
    }

    /// <summary>The mean of the classes' F₁, (7.19): every class counts the same, however rare.</summary>
    public double MacroF1() => Enumerable.Range(0, Classes).Average(k => Against(k).F1()); // (7.19)

    /// <summary>The counts as numbers, for a heat map. // [K × K]</summary>
    public double[,] ToArray()
    {
        var values = new double[Classes, Classes];
        Array.Copy(_counts, values, _counts.Length);
        return values;
    }
}
