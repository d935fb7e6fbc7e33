using Reference.Activations;

namespace Reference.Losses;

/// <summary>Products with a logarithm, named as in SciPy and PyTorch, with 0 · ln 0 = 0.</summary>
internal static class Logarithms
{
    /// <summary>x ln y.</summary>
    public static double XLogY(double x, double y) => x == 0 ? 0 : x * Math.Log(y);

    /// <summary>x ln(1 + t), with all digits of a small t.</summary>
    public static double XLog1P(double x, double t) => x == 0 ? 0 : x * NearOne.Log1p(t);
}
