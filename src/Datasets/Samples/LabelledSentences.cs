using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Sentences and the class of each: 1 for praise, 0 for blame.</summary>
public sealed record LabelledSentences
{
    /// <summary>Sentences with their labels.</summary>
    /// <exception cref="ArgumentException">Not one label for each sentence.</exception>
    public LabelledSentences(IReadOnlyList<string> texts, IReadOnlyList<int> labels)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(labels);
        Require.SameLength(texts.Count, nameof(texts), labels.Count, nameof(labels));
        (Texts, Labels) = (texts, labels);
    }

    /// <summary>The sentences. // [N]</summary>
    public IReadOnlyList<string> Texts { get; }

    /// <summary>1 or 0. // [N]</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>N.</summary>
    public int Count => Texts.Count;

    /// <summary>The sentences of these indices, in this order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public LabelledSentences At(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (int i in indices)
        {
            Sample.Within(i, Count, nameof(indices));
        }

        return new([.. indices.Select(i => Texts[i])], [.. indices.Select(i => Labels[i])]);
    }
}
