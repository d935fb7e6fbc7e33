using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// A small grammar of reviews whose sentiment is known by construction. "not" reverses a clause, and after "but" only
/// the second clause counts: a model that counts words misclassifies some sentences, one that reads their order need
/// not.
/// </summary>
/// <remarks>
/// <code>
/// sentence := clause | clause "and" clause (both of one sentiment) | clause "but" clause (of opposite ones; the
/// second decides) clause   := "the" thing "is" ["not"] [degree] quality
/// </code>
/// </remarks>
public static class ReviewGrammar
{
    /// <summary>The things reviewed.</summary>
    public static IReadOnlyList<string> Things
        { get; } = ["phone", "film", "food", "battery", "story", "service", "sound", "room", "screen", "plot"];

    /// <summary>Words of praise.</summary>
    public static IReadOnlyList<string> Praise { get; } = ["good", "great", "lovely", "superb", "pleasant", "clever"];

    /// <summary>Words of blame.</summary>
    public static IReadOnlyList<string> Blame { get; } = ["bad", "awful", "poor", "dreadful", "boring", "clumsy"];

    /// <summary>Adverbs that leave the sentiment unchanged.</summary>
    public static IReadOnlyList<string> Degrees { get; } = ["very", "really", "quite", "so"];

    /// <summary>Draws sentences, praise and blame equally likely.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static LabelledSentences Draw(RandomStream random, int count)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Below(2))];
        return new([.. labels.Select(label => Sentence(random, praises: label == 1))], labels);
    }

    private static string Sentence(RandomStream random, bool praises) => random.Below(3) switch
    {
        0 => Clause(random, praises),
        1 => $"{Clause(random, praises)} and {Clause(random, praises)}",
        _ => $"{Clause(random, !praises)} but {Clause(random, praises)}",
    };

    private static string Clause(RandomStream random, bool praises)
    {
        bool negated = random.Bernoulli(0.3);
        string degree = random.Bernoulli(0.4) ? $"{Pick(random, Degrees)} " : "";
        return $"the {Pick(random, Things)} is "
            + $"{(negated ? "not " : "")}{degree}{Pick(random, praises != negated ? Praise : Blame)}";
    }

    private static string Pick(RandomStream random, IReadOnlyList<string> words) => words[random.Below(words.Count)];
}
