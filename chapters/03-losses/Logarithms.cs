namespace Reference.Losses;

/// <summary>
/// Products with a logarithm, under the names they have in SciPy and PyTorch; 0 · ln 0 = 0, as cross-entropy needs it.
/// </summary>
internal static class Logarithms
{
    /// <summary>x ln y.</summary>
    public static double XLogY(double x, double y) => x == 0 ? 0 : x * Math.Log(y);

    /// <summary>
    /// x ln(1 + t) for t ≥ −1, with all digits where t is near 0: Kahan divides the rounding error of 1 + t out again.
    /// </summary>
    public static double XLog1P(double x, double t)
    {
        double rounded = 1 + t;
        return x == 0 ? 0
            : rounded == 1 ? x * t
            : x * (Math.Log(rounded) * t / (rounded - 1));
    }
}
