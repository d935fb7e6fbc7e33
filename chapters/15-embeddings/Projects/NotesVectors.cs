using MathNet.Numerics.LinearAlgebra;

namespace Reference.Embeddings;

/// <summary>The vectors that the notes print, as examples of what an embedding might be. S0-157, S2-222, S3-266.
/// </summary>
public static class NotesVectors
{
    /// <summary>Six words in three dimensions. S0-157</summary>
    public static IReadOnlyDictionary<string, double[]> Six { get; } = new Dictionary<string, double[]>
    {
        ["CAT"] = [0.2, -0.4, 0.7],
        ["DOG"] = [0.6, 0.1, 0.5],
        ["APPLE"] = [0.8, -0.2, -0.3],
        ["ORANGE"] = [0.7, -0.1, -0.6],
        ["HAPPY"] = [-0.5, 0.3, 0.2],
        ["SAD"] = [0.9, -0.7, -0.5],
    };

    /// <summary>King, queen and apple in three dimensions. S2-222</summary>
    public static IReadOnlyDictionary<string, double[]> Royal { get; } = new Dictionary<string, double[]>
    {
        ["king"] = [0.8, 0.2, 0.6], ["queen"] = [0.79, 0.21, 0.59], ["apple"] = [0.1, 0.9, 0.3],
    };

    /// <summary>The words of table 2 in two dimensions. S3-266</summary>
    public static IReadOnlyDictionary<string, double[]> Table2 { get; } = new Dictionary<string, double[]>
    {
        ["cat"] = [0.2, 0.1], ["on"] = [0.1, 0.9], ["mat"] = [0.1, 0.9],
    };

    /// <summary>The cosine of two of them, (15.4).</summary>
    public static double Cosine(this IReadOnlyDictionary<string, double[]> of, string a, string b) =>
        ScalarSimilarity.Cosine(of[a], of[b]);

    /// <summary>The distance of two of them.</summary>
    public static double Distance(this IReadOnlyDictionary<string, double[]> of, string a, string b) =>
        ScalarSimilarity.Distance(of[a], of[b]);

    /// <summary>As word vectors.</summary>
    public static WordVectors Words(this IReadOnlyDictionary<string, double[]> of) =>
        new([.. of.Keys], Matrix<double>.Build.DenseOfColumnArrays(of.Values));
}
