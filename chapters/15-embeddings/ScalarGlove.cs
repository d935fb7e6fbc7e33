namespace Reference.Embeddings;

/// <summary>GloVe for one cell of the co-occurrence matrix; v and c are the README's w and b with a tilde, of the
/// context. S0-166, S1-177.</summary>
public static class ScalarGlove
{
    /// <summary>f(x) = min(1, (x/100)^(3/4)), (15.20): counts above 100 weigh no more.</summary>
    public static double Weight(double x) => Math.Min(1, Math.Pow(x / 100, 0.75)); // (15.20)

    /// <summary>f(x)·(w·v + b + c − ln x)², (15.19), of a count x > 0. // w, v [D]</summary>
    public static double Loss(double[] w, double[] v, double b, double c, double x) =>
        Weight(x) * Math.Pow(Error(w, v, b, c, x), 2); // (15.19)

    /// <summary>∂/∂b = ∂/∂c of the loss; ∂/∂w is that times v, and ∂/∂v times w, (15.21).</summary>
    public static double Derivative(double[] w, double[] v, double b, double c, double x) =>
        2 * Weight(x) * Error(w, v, b, c, x); // (15.21)

    private static double Error(double[] w, double[] v, double b, double c, double x) =>
        ScalarSimilarity.Dot(w, v) + b + c - Math.Log(x); // (15.19)
}
