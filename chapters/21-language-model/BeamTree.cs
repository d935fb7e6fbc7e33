namespace Reference.LanguageModels;

/// <summary>Two tokens, of which the likelier at first leads to the less likely text: greedy decoding misses the
/// best. S1-317, S1-359.</summary>
public static class BeamTree
{
    /// <summary>p(0) = 0.6; after 0 again 0.55 for 0, after 1 only 0.1.</summary>
    public static double Probability(int[] before, int token)
    {
        double zero = before is [] ? 0.6 : before[^1] == 0 ? 0.55 : 0.1;
        return token == 0 ? zero : 1 - zero;
    }

    /// <summary>Its logarithms, for a search.</summary>
    public static double[][] Next(IReadOnlyList<int[]> sequences) =>
        [.. sequences.Select(ids => new[] { Math.Log(Probability(ids, 0)), Math.Log(Probability(ids, 1)) })];
}
