namespace Reference.Texts;

/// <summary>
/// Merges the symbols of one sequence as <see cref="ScalarBytePair.Encode"/> does, in O(n log n) instead of O(n²): a
/// linked list of symbols, and a heap of the pairs that may be merged by what they become and by their place, (14.4).
/// Its arrays are used again for the next sequence.
/// </summary>
public sealed class PairMerger(Dictionary<(int A, int B), int> merged)
{
    private readonly PriorityQueue<(int A, int B), long> _heap = new(); // by c, then by place
    private int[] _next = [], _before = [];

    /// <summary>How many pairs have been in the heap; a measure of the work.</summary>
    public long Work { get; private set; }

    /// <summary>Merges in place.</summary>
    /// <returns>The number of symbols that are left in front.</returns>
    public int Merge(Span<int> symbols)
    {
        int n = symbols.Length;
        if (_next.Length < n)
        {
            (_next, _before) = (new int[n], new int[n]);
        }

        for (int i = 0; i < n; i++)
        {
            (_before[i], _next[i]) = (i - 1, i + 1);
        }

        for (int i = 0; i + 1 < n; i++)
        {
            Offer(symbols, i, i + 1);
        }

        while (_heap.TryDequeue(out (int A, int B) pair, out long best))
        {
            int c = (int)(best >> 32), i = (int)best, after = _next[i];
            if (symbols[i] != pair.A || after >= n || symbols[after] != pair.B)
            {
                continue; // merged otherwise since it was listed
            }

            (symbols[i], symbols[after], _next[i]) = (c, -1, _next[after]); // (14.4)
            if (_next[i] < n)
            {
                _before[_next[i]] = i;
                Offer(symbols, i, _next[i]);
            }

            if (_before[i] >= 0)
            {
                Offer(symbols, _before[i], i);
            }
        }

        int count = 0;
        for (int i = 0; i < n; i = _next[i])
        {
            symbols[count++] = symbols[i];
        }

        return count;
    }

    private void Offer(Span<int> symbols, int i, int after)
    {
        (int, int) pair = (symbols[i], symbols[after]);
        if (merged.TryGetValue(pair, out int c))
        {
            _heap.Enqueue(pair, ((long)c << 32) | (uint)i);
            Work++;
        }
    }
}
