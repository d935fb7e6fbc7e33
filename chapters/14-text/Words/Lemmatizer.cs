namespace Reference.Texts;

/// <summary>
/// Lemmas by dictionary: irregular forms are looked up; of other forms an ending is replaced, but only where that
/// gives a word of the dictionary. Unlike a stemmer it never makes a word that there is not, and it knows nothing
/// about words that are not in it. The part of speech is not looked at. S0-152
/// </summary>
public sealed class Lemmatizer
{
    private static readonly (string Ending, string By)[] Endings =
    [
        ("ies", "y"), ("ied", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("es", "e"), ("s", ""), ("ing", ""),
        ("ing", "e"), ("ed", ""), ("ed", "e"), ("est", ""), ("est", "e"), ("er", ""), ("er", "e"), ("iest", "y"),
        ("ier", "y"),
    ];

    private readonly HashSet<string> _words;
    private readonly Dictionary<string, string> _irregular;

    /// <summary>A dictionary of base forms, and of irregular forms with theirs, all in lower case.</summary>
    public Lemmatizer(IEnumerable<string> words, IReadOnlyDictionary<string, string> irregular)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(irregular);
        (_words, _irregular) = ([.. words], new(irregular, StringComparer.Ordinal));
    }

    /// <summary>A small dictionary, enough for the sentences of this chapter.</summary>
    public static Lemmatizer Small { get; } = new(
        ("add egg milk shop shopping list cat dog mouse sit mat eat love like good bad well university universal "
        + "universe happy unhappy phone work battery leaf knife box baby run make buy story large").Split(' '),
        new Dictionary<string, string>
        {
            ["mice"] = "mouse", ["sat"] = "sit", ["ate"] = "eat", ["better"] = "good", ["best"] = "good",
            ["worse"] = "bad", ["worst"] = "bad", ["ran"] = "run", ["running"] = "run", ["made"] = "make",
            ["bought"] = "buy", ["sitting"] = "sit",
        });

    /// <summary>The base form of a word, or the word in lower case where the dictionary has none.</summary>
    public string Lemma(string word)
    {
        WellFormed.Text(word);
        string w = word.ToLowerInvariant();
        return _irregular.TryGetValue(w, out string? lemma) ? lemma
            : _words.Contains(w) ? w
            : Endings.Where(e => w.EndsWith(e.Ending, StringComparison.Ordinal))
                .Select(e => w[..^e.Ending.Length] + e.By).FirstOrDefault(_words.Contains) ?? w;
    }
}
