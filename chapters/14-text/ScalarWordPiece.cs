namespace Reference.Texts;

/// <summary>The two rules of WordPiece. S1-163, S2-236.</summary>
public static class ScalarWordPiece
{
    /// <summary>The score of a merge, (14.6): f(a, b) / (f(a) f(b)).</summary>
    public static double Score(double fab, double fa, double fb) => fab / (fa * fb); // (14.6)

    /// <summary>A word cut from left to right, each time by the longest piece that fits, (14.7); null where none
    /// does.</summary>
    public static string[]? Split(string word, IReadOnlySet<string> pieces)
    {
        var split = new List<string>();
        for (int i = 0; i < word.Length; i += split[^1].Length)
        {
            if (Enumerable.Range(0, word.Length - i).Select(cut => word[i..^cut])
                .FirstOrDefault(pieces.Contains) is not { } longest)
            {
                return null;
            }

            split.Add(longest); // (14.7)
        }

        return [.. split];
    }
}
