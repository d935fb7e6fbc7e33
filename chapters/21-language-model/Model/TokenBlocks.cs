using Reference.Numerics;

namespace Reference.LanguageModels;

/// <summary>
/// All windows of T tokens of a text, each with the window that begins one token later as its targets: the notes'
/// <c>TokenIdsDataset</c>, and the batches of its <c>DataLoader</c>. S1-222, S1-223, S1-281, S1-282, S1-289.
/// </summary>
public sealed class TokenBlocks
{
    private readonly int[] _ids;

    /// <summary>Windows of T ≥ 1 tokens of a longer text.</summary>
    /// <exception cref="ArgumentException">The text has not T + 1 tokens.</exception>
    public TokenBlocks(ReadOnlySpan<int> ids, int T)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(T, 1);
        _ids = ids.Length > T
            ? ids.ToArray()
            : throw new ArgumentException($"Expected more than {T} tokens for windows of {T}; got {ids.Length}.");
        Length = T;
    }

    /// <summary>T.</summary>
    public int Length { get; }

    /// <summary>How many windows there are: one for each token that has T behind it.</summary>
    public int Count => _ids.Length - Length;

    /// <summary>Window i as sample n of a batch. // X [T × N], y [N·T]</summary>
    public void Read(int i, int n, MatrixView X, Span<int> y)
    {
        for (int t = 0; t < Length; t++)
        {
            X[t, n] = _ids[i + t];
            y[n * Length + t] = _ids[i + t + 1];
        }
    }

    /// <summary>A batch of windows drawn with replacement: <c>RandomSampler(dataset, replacement=True)</c>.</summary>
    public void Draw(RandomStream random, MatrixView X, Span<int> y)
    {
        ArgumentNullException.ThrowIfNull(random);
        for (int n = 0; n < X.ColumnCount; n++)
        {
            Read(random.Below(Count), n, X, y);
        }
    }
}
