using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>
/// Texts as vectors with an element for every word of the vocabulary; which words occur, not in what order. Only what
/// is not 0 is kept: a text of 200 words needs as much memory whatever the size of the vocabulary. S0-142, S1-169,
/// S1-172, S2-184, S3-058, S3-082.
/// </summary>
public sealed class BagOfWords : ISamples
{
    private readonly (int Id, double Value)[][] _bags;

    private BagOfWords((int Id, double Value)[][] bags, int dimension) => (_bags, Features) = (bags, dimension);

    /// <inheritdoc/>
    public int Count => _bags.Length;

    /// <summary>D, the size of the vocabulary.</summary>
    public int Features { get; }

    /// <summary>The elements of a text that are not 0, by id.</summary>
    public IReadOnlyList<(int Id, double Value)> this[int index] => _bags[index];

    /// <summary>1 for every word that occurs, (14.13): <c>vectorize_sequences</c> of the notes. An id without a word,
    /// such as one that a text lacks, stays 0; without any known word all of them do.</summary>
    /// <param name="sequences">Texts as ids. // [N]</param>
    /// <param name="dimension">D ≥ 1.</param>
    /// <exception cref="ArgumentException">No text, or an id outside [0, D).</exception>
    public static BagOfWords MultiHot(IReadOnlyList<int[]> sequences, int dimension) =>
        Of(sequences, dimension, (_, count) => ScalarTfIdf.Presence(count));

    /// <summary>How often every word occurs.</summary>
    /// <inheritdoc cref="MultiHot"/>
    public static BagOfWords Counts(IReadOnlyList<int[]> sequences, int dimension) =>
        Of(sequences, dimension, (_, count) => count);

    /// <summary>count · idf, (14.15), each text scaled to length 1. S0-163 // idf [D]</summary>
    /// <inheritdoc cref="MultiHot"/>
    public static BagOfWords TfIdf(IReadOnlyList<int[]> sequences, double[] idf)
    {
        ArgumentNullException.ThrowIfNull(idf);
        Require.Finite(idf);
        BagOfWords bags = Of(sequences, idf.Length, (id, count) => ScalarTfIdf.Weight(count, idf[id])); // (14.15)
        foreach ((int Id, double Value)[] bag in bags._bags)
        {
            double norm = Math.Sqrt(bag.Sum(word => word.Value * word.Value));
            for (int i = 0; i < bag.Length; i++)
            {
                bag[i].Value /= norm > 0 ? norm : 1;
            }
        }

        return bags;
    }

    /// <summary>The idf of every word over the texts of a training set, (14.14); 0 for a word that no text has.
    /// // [D]</summary>
    /// <inheritdoc cref="MultiHot"/>
    public static double[] Idf(IReadOnlyList<int[]> sequences, int dimension)
    {
        var df = new double[dimension];
        foreach ((int id, double present) in MultiHot(sequences, dimension)._bags.SelectMany(bag => bag))
        {
            df[id] += present;
        }

        return [.. df.Select(n => n > 0 ? ScalarTfIdf.Idf(sequences.Count, n) : 0)]; // (14.14)
    }

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        if (column.Length != Features)
        {
            throw new ArgumentException($"Expected a column of {Features} numbers; got {column.Length}.",
                nameof(column));
        }

        column.Clear();
        foreach ((int id, double value) in _bags[WellFormed.Id(index, Count, nameof(index))])
        {
            column[id] = value;
        }
    }

    private static BagOfWords Of(IReadOnlyList<int[]> sequences, int dimension, Func<int, int, double> value)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Require.NotEmpty(sequences.Count, nameof(sequences));
        return new(
            [.. sequences.Select(ids => ids.CountBy(id => WellFormed.Id(id, dimension, nameof(sequences)))
                .OrderBy(word => word.Key).Select(word => (word.Key, value(word.Key, word.Value))).ToArray())],
            dimension);
    }
}
