namespace Reference.Texts;

/// <summary>All ways to cut one word into pieces of known probability, as <see cref="ScalarUnigram"/> defines them,
/// for pieces of limited length, so that the time is linear in the word. Its arrays are used again for the next
/// word.</summary>
internal sealed class UnigramLattice(SubwordVocabulary vocabulary, double[] lnP)
{
    private double[] _α = [], _β = [];
    private int[] _from = [], _piece = [];

    /// <summary>The pieces of the best segmentation, (14.12), in <paramref name="ids"/>. A character that no piece
    /// covers costs ln p of <paramref name="unseen"/> and is left to its bytes.</summary>
    /// <param name="text">The word. // [n]</param>
    /// <param name="ids">Where ids are added.</param>
    /// <param name="unseen">ln p of a character that is no piece.</param>
    public void Best(ReadOnlySpan<char> text, List<int> ids, double unseen)
    {
        Follow(text, unseen, whole: true);
        int first = ids.Count;
        for (int j = text.Length; j > 0; j = _from[j])
        {
            ids.Add(_piece[j] >= 0 ? _piece[j] : -1 - _from[j]);
        }

        ids.Reverse(first, ids.Count - first);
        if (ids.FindIndex(first, id => id < 0) < 0)
        {
            return;
        }

        List<int> mixed = ids[first..];
        ids.RemoveRange(first, mixed.Count);
        foreach (int id in mixed)
        {
            if (id >= 0)
            {
                ids.Add(id);
            }
            else
            {
                vocabulary.AddBytes(text[(-1 - id)..], ids);
            }
        }
    }

    /// <summary>ln P of the best segmentation; of one into more than one piece where the whole may not be
    /// one.</summary>
    public double Follow(ReadOnlySpan<char> text, double unseen, bool whole)
    {
        int n = text.Length;
        Reserve(n);
        _α.AsSpan(0, n + 1).Fill(double.NegativeInfinity);
        _α[0] = 0;
        for (int i = 0; i < n; i++)
        {
            if (double.IsNegativeInfinity(_α[i]))
            {
                continue; // inside a surrogate pair
            }

            int most = Math.Min(vocabulary.Longest, n - i);
            for (int length = 1; length <= most; length++)
            {
                if ((whole || length < n) && vocabulary.TryGet(text.Slice(i, length), out int id))
                {
                    Offer(i, i + length, id, lnP[id - vocabulary.First]);
                }
            }

            Offer(i, i + (char.IsHighSurrogate(text[i]) ? 2 : 1), -1, unseen);
        }

        return _α[n];

        void Offer(int i, int j, int id, double cost)
        {
            if (_α[i] + cost > _α[j])
            {
                (_α[j], _from[j], _piece[j]) = (_α[i] + cost, i, id); // (14.12)
            }
        }
    }

    /// <summary>Adds the expected uses of every piece in w copies of a word, (14.10).</summary>
    /// <returns>ln P of the word, (14.9).</returns>
    public double AddExpected(ReadOnlySpan<char> text, double w, double[] c)
    {
        int n = text.Length;
        Reserve(n);
        _α.AsSpan(0, n + 1).Fill(double.NegativeInfinity);
        _β.AsSpan(0, n + 1).Fill(double.NegativeInfinity);
        (_α[0], _β[n]) = (0, 0);
        for (int j = 1; j <= n; j++)
        {
            for (int i = Math.Max(0, j - vocabulary.Longest); i < j; i++)
            {
                if (vocabulary.TryGet(text[i..j], out int id))
                {
                    _α[j] = LogAdd(_α[j], _α[i] + lnP[id - vocabulary.First]); // (14.9)
                }
            }
        }

        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = Math.Min(n, i + vocabulary.Longest); j > i; j--)
            {
                if (vocabulary.TryGet(text[i..j], out int id))
                {
                    double through = lnP[id - vocabulary.First] + _β[j];
                    _β[i] = LogAdd(_β[i], through);
                    c[id - vocabulary.First] += w * Math.Exp(_α[i] + through - _α[n]); // (14.10)
                }
            }
        }

        return _α[n];
    }

    private void Reserve(int n)
    {
        if (_from.Length <= n)
        {
            (_α, _β, _from, _piece) = (new double[n + 1], new double[n + 1], new int[n + 1], new int[n + 1]);
        }
    }

    private static double LogAdd(double a, double b)
    {
        (double most, double least) = a > b ? (a, b) : (b, a);
        return double.IsNegativeInfinity(least) ? most : most + Math.Log(1 + Math.Exp(least - most));
    }
}
