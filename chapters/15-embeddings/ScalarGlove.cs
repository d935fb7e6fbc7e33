namespace Reference.Embeddings;

/// <summary>GloVe for one cell of the co-occurrence matrix. S0-166, S1-177.</summary>
public static class ScalarGlove
{
    /// <summary>f(x) = min(1, (x/100)^(3/4)), (15.20): counts above 100 weigh no more.</summary>
    public static double Weight(double x) => Math.Min(1, Math.Pow(x / 100, 0.75)); // (15.20)

    /// <summary>f(x)·(w·w̃ + b + b̃ − ln x)², (15.19), of a count x > 0. // w, w̃ [D]</summary>
    public static double Loss(double[] w, double[] w̃, double b, double b̃, double x) =>
        Weight(x) * Math.Pow(Error(w, w̃, b, b̃, x), 2); // (15.19)

    /// <summary>∂/∂b = ∂/∂b̃ of the loss; ∂/∂w is that times w̃, and ∂/∂w̃ times w, (15.21).</summary>
    public static double Derivative(double[] w, double[] w̃, double b, double b̃, double x) =>
        2 * Weight(x) * Error(w, w̃, b, b̃, x); // (15.21)

    private static double Error(double[] w, double[] w̃, double b, double b̃, double x) =>
        ScalarSimilarity.Dot(w, w̃) + b + b̃ - Math.Log(x); // (15.19)
}
