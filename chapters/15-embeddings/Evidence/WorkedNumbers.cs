using Reference.Book;
using Reference.Networks;

namespace Reference.Embeddings;

/// <summary>What follows from the vectors and sizes that the notes print; they print no result.</summary>
public static class EmbeddingNumbers
{
    private static readonly IReadOnlyDictionary<string, double[]> six = NotesVectors.Six, royal = NotesVectors.Royal,
        table = NotesVectors.Table2;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S0-157", "cos(APPLE, ORANGE)", "0.9339", () => six.Cosine("APPLE", "ORANGE")),
        WorkedNumber.Derived("S0-157", "cos(HAPPY, SAD)", "-0.9903", () => six.Cosine("HAPPY", "SAD")),
        WorkedNumber.Derived("S0-157", "cos(CAT, DOG)", "0.6574", () => six.Cosine("CAT", "DOG")),
        WorkedNumber.Derived("S0-158", "cos(SAD, APPLE), the largest of SAD", "0.9245",
            () => six.Words().Nearest("SAD", 1)[0].Cosine),
        WorkedNumber.Derived("S0-177", "cos(CAT, HAPPY), the largest of HAPPY", "-0.1562",
            () => six.Words().Nearest("HAPPY", 1)[0].Cosine),
        WorkedNumber.Derived("S2-222", "cos(king, queen)", "0.9999205230", () => royal.Cosine("king", "queen")),
        WorkedNumber.Derived("S2-222", "cos(king, apple)", "0.4522882555", () => royal.Cosine("king", "apple")),
        WorkedNumber.Derived("S2-222", "cos(queen, apple)", "0.4627307407", () => royal.Cosine("queen", "apple")),
        WorkedNumber.Derived("S2-222", "|king − queen|", "0.0173205081", () => royal.Distance("king", "queen")),
        WorkedNumber.Derived("S2-222", "|king − apple|", "1.0344080433", () => royal.Distance("king", "apple")),
        WorkedNumber.Derived("S2-222", "|queen − apple|", "1.0179882121", () => royal.Distance("queen", "apple")),
        WorkedNumber.Derived("S2-222", "king · queen", "1.028",
            () => ScalarSimilarity.Dot(royal["king"], royal["queen"])),
        WorkedNumber.Derived("S2-222", "king · apple", "0.44",
            () => ScalarSimilarity.Dot(royal["king"], royal["apple"])),
        WorkedNumber.Derived("S2-222", "queen · apple", "0.445",
            () => ScalarSimilarity.Dot(royal["queen"], royal["apple"])),
        WorkedNumber.Derived("S3-266", "cos(cat, on)", "0.5432512782", () => table.Cosine("cat", "on")),
        WorkedNumber.Derived("S3-266", "cos(on, mat)", "1", () => table.Cosine("on", "mat")),
        WorkedNumber.Derived("S3-266", "|cat − on|", "0.8062257748", () => table.Distance("cat", "on")),
        WorkedNumber.Derived("S1-225", "parameters of 10,000 words × 75", "750000", () => Parameters(10_000, 75)),
        WorkedNumber.Derived("S3-159", "parameters of Embedding(10000, 32)", "320000",
            () => Parameters(10_000, 32)),
    ];

    private static double Parameters(int V, int D) =>
        Summary.Of(new Sequential(new Embedding(V, D, Initializers.Zero))).Total;
}
