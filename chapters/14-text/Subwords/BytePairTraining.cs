namespace Reference.Texts;

/// <summary>Learns the merges of byte-pair encoding, those of <see cref="ScalarBytePair.Train"/>, fast: a heap of
/// pairs by their counts, which only fall once a pair has been listed. S1-162</summary>
public static class BytePairTraining
{
    /// <summary>At most so many merges, while the best pair occurs at least <paramref name="least"/> times.</summary>
    public static (int A, int B)[] Learn(SymbolChain chain, int merges, long least)
    {
        var heap = new PriorityQueue<int, (long Count, (int A, int B) Pair)>(MostFrequentFirst);
        var learned = new List<(int, int)>();
        int listed = 0;
        ListNew();
        while (learned.Count < merges
            && heap.TryDequeue(out int pair, out (long Count, (int A, int B) Pair) when))
        {
            long now = chain.Count(pair);
            if (now < least)
            {
                continue;
            }

            if (now < when.Count)
            {
                heap.Enqueue(pair, (now, when.Pair)); // it has fallen since
                continue;
            }

            learned.Add(when.Pair); // (14.3)
            chain.Merge(pair);
            ListNew();
        }

        return [.. learned];

        void ListNew()
        {
            for (; listed < chain.PairCount; listed++)
            {
                if (chain.Count(listed) >= least)
                {
                    heap.Enqueue(listed, (chain.Count(listed), chain.Pair(listed)));
                }
            }
        }
    }

    private static readonly Comparer<(long Count, (int A, int B) Pair)> MostFrequentFirst =
        Comparer<(long Count, (int A, int B) Pair)>.Create((x, y) =>
            x.Count != y.Count ? y.Count.CompareTo(x.Count) : x.Pair.CompareTo(y.Pair));
}
