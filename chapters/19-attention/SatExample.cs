using MathNet.Numerics.LinearAlgebra;

namespace Reference.Attention;

/// <summary>
/// The notes' walk-through: the word sat of "the cat sat on the mat" attends to five words, whose keys are given, not
/// computed. S2-248, S2-249.
/// </summary>
public static class SatExample
{
    /// <summary>The words, the first of them twice in the sentence.</summary>
    public static string[] Words { get; } = ["the", "cat", "sat", "on", "mat"];

    /// <summary>The embeddings. // [5 × 3]</summary>
    public static double[,] E { get; } = { { 1, 0, 1 }, { 0, 1, 0 }, { 1, 1, 0 }, { 0, 1, 1 }, { 1, 0, 0 } };

    /// <summary>The query of sat. // [1 × 2]</summary>
    public static double[,] Q { get; } = { { 0.5, 1 } };

    /// <summary>The keys. // [5 × 2]</summary>
    public static double[,] K { get; } = { { 1, 0 }, { 0.5, 0.5 }, { 0.5, 1 }, { 0, 1 }, { 1, 1 } };

    /// <summary>The scores without the division by √2, as the notes compute them. // [5]</summary>
    public static double[] Unscaled() => Row(Scale(ScalarAttention.Scores(Q, K), Math.Sqrt(2)));

    /// <summary>The weights of the five words, or of the six of the sentence. // [5] or [6]</summary>
    public static double[] Weights(bool scaled, bool sixTokens = false)
    {
        double[] s = [.. scaled ? Row(ScalarAttention.Scores(Q, K)) : Unscaled()];
        s = sixTokens ? [.. s[..4], s[0], s[4]] : s;
        return Row(ScalarAttention.Weights(Matrix<double>.Build.DenseOfRowArrays(s).ToArray(), [s.Length]));
    }

    /// <summary>The output for given values. // V [5 × e]</summary>
    public static double[] Output(bool scaled, double[,] V) =>
        Row(ScalarAttention.Output(Matrix<double>.Build.DenseOfRowArrays(Weights(scaled)).ToArray(), V));

    private static double[] Row(double[,] x) => [.. Enumerable.Range(0, x.GetLength(1)).Select(j => x[0, j])];

    private static double[,] Scale(double[,] x, double c) => (c * Matrix<double>.Build.DenseOfArray(x)).ToArray();
}
