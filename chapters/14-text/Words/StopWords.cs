namespace Reference.Texts;

/// <summary>Words of little use to a bag of words, in lower case. S1-170</summary>
public static class StopWords
{
    /// <summary>The two that the notes name: a and the.</summary>
    public static IReadOnlySet<string> OfTheNotes { get; } = new HashSet<string>(["a", "the"]);

    /// <summary>English articles, pronouns, prepositions, conjunctions and auxiliaries; no negation, which turns a
    /// sentiment round.</summary>
    public static IReadOnlySet<string> English { get; } = new HashSet<string>((
        "a an the i me my we us our you your he him his she her it its they them their this that these "
        + "those who which what am is are was were be been being have has had do does did will would shall "
        + "should can could may might must and or but if because as while of at by for with about into "
        + "through to from in on up down out over under then there here when where how so than too s t "
        + "just").Split(' '));

    /// <summary>The tokens that are no stop words. "The cat sat on the mat" without a and the is cat, sat, on, mat.
    /// S1-170</summary>
    public static string[] Remove(IEnumerable<string> tokens, IReadOnlySet<string> stopWords)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(stopWords);
        return [.. tokens.Where(token => !stopWords.Contains(token))];
    }
}
