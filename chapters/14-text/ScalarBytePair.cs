namespace Reference.Texts;

/// <summary>Byte-pair encoding as it is defined, with every pair counted anew before every merge. S1-162,
/// S0-149.</summary>
public static class ScalarBytePair
{
    /// <summary>f(a, b): how often b stands right after a in sequences that occur w times each, (14.1).</summary>
    public static Dictionary<(int A, int B), long> Pairs(IReadOnlyList<int[]> sequences, IReadOnlyList<int> w)
    {
        var f = new Dictionary<(int A, int B), long>();
        for (int s = 0; s < sequences.Count; s++)
        {
            for (int i = 0; i + 1 < sequences[s].Length; i++)
            {
                (int, int) pair = (sequences[s][i], sequences[s][i + 1]);
                f[pair] = f.GetValueOrDefault(pair) + w[s]; // (14.1)
            }
        }

        return f;
    }

    /// <summary>The sequence with c in place of every a, b, from left to right, (14.2).</summary>
    public static int[] Merge(ReadOnlySpan<int> sequence, int a, int b, int c)
    {
        var merged = new List<int>();
        for (int i = 0; i < sequence.Length; i++)
        {
            bool pair = i + 1 < sequence.Length && sequence[i] == a && sequence[i + 1] == b;
            merged.Add(pair ? c : sequence[i]); // (14.2)
            i += pair ? 1 : 0;
        }

        return [.. merged];
    }

    /// <summary>The merges learned: again and again the most frequent pair, of equal ones the smallest, becomes the
    /// next symbol, (14.3); while it occurs at least <paramref name="least"/> times.</summary>
    public static (int A, int B)[] Train(
        IReadOnlyList<int[]> sequences, IReadOnlyList<int> w, int symbols, int merges, long least = 2)
    {
        var learned = new List<(int, int)>();
        int[][] now = [.. sequences];
        while (learned.Count < merges && Pairs(now, w) is { Count: > 0 } f)
        {
            ((int a, int b), long most) = f.OrderByDescending(p => p.Value).ThenBy(p => p.Key).First(); // (14.3)
            if (most < least)
            {
                break;
            }

            int c = symbols + learned.Count;
            now = [.. now.Select(s => Merge(s, a, b, c))];
            learned.Add((a, b));
        }

        return [.. learned];
    }

    /// <summary>The symbols of a sequence: again and again its pair that was learned first is merged, of equal ones
    /// the leftmost, (14.4).</summary>
    public static int[] Encode(ReadOnlySpan<int> sequence, IReadOnlyDictionary<(int A, int B), int> merged)
    {
        List<int> s = [.. sequence];
        while (true)
        {
            int best = -1, c = int.MaxValue;
            for (int i = 0; i + 1 < s.Count; i++)
            {
                if (merged.TryGetValue((s[i], s[i + 1]), out int symbol) && symbol < c)
                {
                    (best, c) = (i, symbol); // (14.4)
                }
            }

            if (best < 0)
            {
                return [.. s];
            }

            s[best] = c;
            s.RemoveAt(best + 1);
        }
    }
}
