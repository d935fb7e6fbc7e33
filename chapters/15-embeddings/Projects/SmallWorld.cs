using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>
/// Sentences of a small world from a seed, in which it is known who belongs together: words of a class stand in the
/// same places, people differ by rank, sex and age, and a capital shares the language of its country. S1-188, S1-190,
/// S1-191, S2-225, S3-172.
/// </summary>
public static class SmallWorld
{
    private static readonly string[] Capitals = ["rome", "paris", "delhi", "moscow", "berlin", "madrid"];
    private static readonly string[] Countries = ["italy", "france", "india", "russia", "germany", "spain"];
    private static readonly string[] Languages = ["italian", "french", "hindi", "russian", "german", "spanish"];

    private static readonly (string Word, string Rank, string Sex, string Age)[] People =
    [
        ("king", "royal", "he", "old"), ("queen", "royal", "she", "old"), ("man", "plain", "he", "old"),
        ("woman", "plain", "she", "old"), ("prince", "royal", "he", "young"), ("princess", "royal", "she", "young"),
        ("boy", "plain", "he", "young"), ("girl", "plain", "she", "young"),
    ];

    private static readonly Dictionary<string, string[]> Phrases = new()
    {
        ["royal"] = ["wears a golden crown", "sits on the throne", "rules the realm"],
        ["plain"] = ["works in a field", "walks to the market", "mends an old coat"],
        ["he"] = ["shaves his beard", "says he is himself"],
        ["she"] = ["braids her hair", "says she is herself"],
        ["old"] = ["tells long stories", "has grey temples"],
        ["young"] = ["plays with toys", "learns at school"],
    };

    /// <summary>The class of every word that has one.</summary>
    public static IReadOnlyDictionary<string, string> Classes { get; } = new (string Class, string[] Words)[]
    {
        ("person", [.. People.Select(p => p.Word)]), ("capital", Capitals), ("country", Countries),
        ("language", Languages), ("animal", ["cat", "dog", "horse", "cow"]),
        ("fruit", ["apple", "orange", "banana", "pear"]), ("device", ["laptop", "computer", "phone"]),
        ("feeling", ["happy", "sad", "angry"]),
    }.SelectMany(c => c.Words.Select(w => (w, c.Class))).ToDictionary(p => p.w, p => p.Class);

    /// <summary>a : b as c : d. S1-190, S1-191, S2-225</summary>
    public static IReadOnlyList<(string A, string B, string C, string D)> Analogies { get; } =
    [
        ("man", "king", "woman", "queen"), ("king", "prince", "queen", "princess"), ("boy", "girl", "man", "woman"),
        ("moscow", "russia", "delhi", "india"), ("paris", "france", "rome", "italy"),
        ("berlin", "germany", "madrid", "spain"), ("italy", "rome", "spain", "madrid"),
    ];

    /// <summary>Sentences, each a list of words.</summary>
    public static string[][] Sentences(int count, RandomStream random) =>
        [.. Enumerable.Range(0, count).Select(_ => Sentence(random).Split(' '))];

    private static string Sentence(RandomStream random)
    {
        string One(params string[] of) => of[random.Below(of.Length)];
        string Of(string kind) => One([.. Classes.Where(c => c.Value == kind).Select(c => c.Key)]);
        int k = random.Below(Capitals.Length);
        switch (random.Below(8))
        {
            case 0 or 1 or 2:
                (string word, string rank, string sex, string age) = People[random.Below(People.Length)];
                return $"the {word} {One(Phrases[One(rank, sex, age)])}";
            case 3:
                return $"streets of the city {Capitals[k]} have {Languages[k]} {One("towers", "squares", "cafes")}";
            case 4:
                return $"rivers of the country {Countries[k]} have {Languages[k]} {One("hills", "lakes", "farms")}";
            case 5:
                return $"our {Of("animal")} {One("eats", "sleeps", "runs")} in the {One("barn", "yard")}";
            case 6:
                return $"they {One("peel", "eat", "buy")} a {One("ripe", "sweet", "sour")} {Of("fruit")}";
            default:
                return random.Below(2) == 0
                    ? $"type on this {Of("device")} {One("screen", "keyboard", "software")}"
                    : $"today i feel very {Of("feeling")} {One("again", "about it")}";
        }
    }
}
