namespace Reference.Losses;

/// <summary>Products with a logarithm, named as in SciPy and PyTorch, with 0 · ln 0 = 0.</summary>
internal static class Logarithms
{
    /// <summary>x ln y.</summary>
    public static double XLogY(double x, double y) => x == 0 ? 0 : x * Math.Log(y);

    /// <summary>x ln(1 + t), with all digits of a small t: Kahan divides out the rounding error of 1 + t.</summary>
    public static double XLog1P(double x, double t)
    {
        double rounded = 1 + t;
        return x == 0 ? 0
            : rounded == 1 ? x * t
            : x * (Math.Log(rounded) * t / (rounded - 1));
    }
}
