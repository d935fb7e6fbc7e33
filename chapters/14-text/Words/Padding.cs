using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Texts;

/// <summary>An end of a sequence.</summary>
public enum End
{
    /// <summary>Before the first token: what Keras pads and cuts unless told otherwise.</summary>
    Front,

    /// <summary>After the last token.</summary>
    Back,
}

/// <summary>Sequences of one length: Keras's <c>pad_sequences</c>. S1-167, S2-272, S3-158.</summary>
public static class Padding
{
    /// <summary>The sequence, padded or cut to a length ≥ 1.</summary>
    /// <param name="ids">Any number of ids.</param>
    /// <param name="length">T.</param>
    /// <param name="pad">Where padding goes.</param>
    /// <param name="cut">Where a sequence loses what is too much.</param>
    /// <param name="value">The id of padding.</param>
    public static int[] Of(
        ReadOnlySpan<int> ids, int length, End pad = End.Front, End cut = End.Front,
        int value = Vocabulary.Padding)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        var padded = new int[length];
        Array.Fill(padded, value);
        ReadOnlySpan<int> kept = ids.Length <= length ? ids : cut == End.Front ? ids[^length..] : ids[..length];
        kept.CopyTo(padded.AsSpan(pad == End.Front ? length - kept.Length : 0));
        return padded;
    }

    /// <summary>All of them, to a length or to that of the longest.</summary>
    /// <exception cref="ArgumentException">No sequence, or only empty ones and no length.</exception>
    public static int[][] Of(
        IReadOnlyList<int[]> sequences, int? length = null, End pad = End.Front, End cut = End.Front,
        int value = Vocabulary.Padding)
    {
        ArgumentNullException.ThrowIfNull(sequences);
        Require.NotEmpty(sequences.Count, nameof(sequences));
        int T = length ?? sequences.Max(ids => ids.Length);
        return [.. sequences.Select(ids => Of(ids, T, pad, cut, value))];
    }

    /// <summary>1 for a token, 0 for padding: the attention mask. It is right only where no token has the id of
    /// padding; in cl100k_base 0 is "!". S2-272 // [T]</summary>
    public static int[] Mask(ReadOnlySpan<int> padded, int value = Vocabulary.Padding)
    {
        var mask = new int[padded.Length];
        for (int t = 0; t < mask.Length; t++)
        {
            mask[t] = padded[t] == value ? 0 : 1;
        }

        return mask;
    }

    /// <summary>Padded sequences as columns of whole numbers, which an embedding layer takes. // [T × N]</summary>
    /// <exception cref="ArgumentException">No sequence, an empty one, or two of different lengths.</exception>
    public static Matrix<double> Columns(IReadOnlyList<int[]> padded)
    {
        ArgumentNullException.ThrowIfNull(padded);
        Require.NotEmpty(padded.Count, nameof(padded));
        int T = padded[0].Length;
        Require.NotEmpty(T, nameof(padded));
        return padded.All(ids => ids.Length == T)
            ? Matrix<double>.Build.Dense(T, padded.Count, (t, n) => padded[n][t])
            : throw new ArgumentException(
                $"Expected sequences of one length; got {padded.Min(ids => ids.Length)} to "
                    + $"{padded.Max(ids => ids.Length)}.", nameof(padded));
    }
}
