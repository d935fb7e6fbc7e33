namespace Reference.Datasets;

/// <summary>Class labels as targets: the column of a sample of class c is 1 in row c and 0 elsewhere.</summary>
public sealed class OneHotLabels : ISamples
{
    private readonly int[] _labels;

    /// <summary>The labels of a set.</summary>
    /// <param name="labels">One per sample, each in [0, classes). // [N]</param>
    /// <param name="classes">K ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no class, or a label is none of them.</exception>
    public OneHotLabels(IReadOnlyList<int> labels, int classes)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(classes);
        _labels = [.. labels];
        int stranger = Array.FindIndex(_labels, label => (uint)label >= (uint)classes);
        if (stranger >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(labels),
                $"Expected labels in [0, {classes}); the label of sample {stranger} is {_labels[stranger]}.");
        }

        Features = classes;
    }

    /// <inheritdoc/>
    public int Count => _labels.Length;

    /// <summary>K, the number of classes.</summary>
    public int Features { get; }

    /// <summary>The labels. // [N]</summary>
    public IReadOnlyList<int> Labels => _labels;

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        Sample.Within(index, Count);
        Sample.Fits(column, Features);
        column.Clear();
        column[_labels[index]] = 1;
    }
}
