namespace Reference.Texts;

/// <summary>
/// Pieces and their probabilities from words: starts with every substring that occurs twice, fits p by EM, drops the
/// pieces without which the likelihood falls least, and repeats until few enough are left. Characters stay. S1-165
/// </summary>
public static class UnigramTraining
{
    private const double Kept = 0.75; // of the pieces, in a round
    private const int Steps = 2; // of EM, in a round

    /// <summary>The pieces in the order of their characters, and ln p of each.</summary>
    public static (string[] Pieces, double[] LnP) Learn(
        IReadOnlyList<(string Piece, int Count)> words, int size, int longest)
    {
        string[] characters = SubwordVocabulary.Characters(words.Select(w => w.Piece));
        ArgumentOutOfRangeException.ThrowIfLessThan(size, characters.Length);
        (string[] pieces, double[] c) = Substrings(words, characters, longest, 10 * size);
        double[] lnP = Normalized(c);
        while (true)
        {
            for (int step = 0; step < Steps; step++)
            {
                (c, lnP, _) = Step(words, pieces, lnP);
            }

            if (pieces.Length <= size)
            {
                return (pieces, lnP);
            }

            double[] loss = Losses(pieces, c, lnP);
            int keep = Math.Max(size, (int)(Kept * pieces.Length));
            int[] kept = [.. Enumerable.Range(0, pieces.Length).OrderByDescending(x => loss[x])
                .ThenBy(x => pieces[x], StringComparer.Ordinal).Take(keep).Order()];
            (pieces, c) = ([.. kept.Select(x => pieces[x])], [.. kept.Select(x => c[x])]);
            lnP = Normalized(c);
        }
    }

    /// <summary>A step of EM.</summary>
    /// <returns>The expected counts, ln p that follows from them, and ln P of all words before it.</returns>
    public static (double[] C, double[] LnP, double LogLikelihood) Step(
        IReadOnlyList<(string Piece, int Count)> words, string[] pieces, double[] lnP)
    {
        var lattice = new UnigramLattice(new([], pieces, bytes: false), lnP);
        var c = new double[pieces.Length];
        double total = words.Sum(w => w.Count * lattice.AddExpected(w.Piece, w.Count, c));
        return (c, Normalized(c), total);
    }

    private static double[] Normalized(double[] c)
    {
        double sum = c.Sum();
        return [.. c.Select(v => Math.Log(Math.Max(v / sum, 1e-12)))]; // (14.11); a character is never impossible
    }

    // What the likelihood loses without a piece: its uses times the price of its next best segmentation.
    private static double[] Losses(string[] pieces, double[] c, double[] lnP)
    {
        var lattice = new UnigramLattice(new([], pieces, bytes: false), lnP);
        return [.. pieces.Select((piece, x) => IsCharacter(piece)
            ? double.PositiveInfinity
            : c[x] * (lnP[x] - lattice.Follow(piece, double.NegativeInfinity, whole: false)))];
    }

    private static (string[] Pieces, double[] C) Substrings(
        IReadOnlyList<(string Piece, int Count)> words, string[] characters, int longest, int most)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup =
            counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach ((string word, int w) in words)
        {
            int[] starts = [.. Enumerable.Range(0, word.Length).Where(i => !char.IsLowSurrogate(word[i])),
                word.Length];
            for (int i = 0; i < starts.Length - 1; i++)
            {
                for (int j = i + 1; j < Math.Min(starts.Length, i + 1 + longest); j++)
                {
                    ReadOnlySpan<char> piece = word.AsSpan(starts[i]..starts[j]);
                    lookup[piece] = (lookup.TryGetValue(piece, out int n) ? n : 0) + w;
                }
            }
        }

        string[] pieces = [.. counts.Where(p => p.Value >= 2 && !IsCharacter(p.Key))
            .OrderByDescending(p => (long)p.Value * p.Key.Length).ThenBy(p => p.Key, StringComparer.Ordinal)
            .Take(most).Select(p => p.Key).Concat(characters).Order(StringComparer.Ordinal)];
        return (pieces, [.. pieces.Select(p => (double)counts[p])]);
    }

    private static bool IsCharacter(string piece) =>
        piece.Length == 1 || (piece.Length == 2 && char.IsHighSurrogate(piece[0]));
}
