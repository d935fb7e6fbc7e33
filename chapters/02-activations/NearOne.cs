namespace Reference.Activations;

/// <summary>
/// ln(1 + t) and eᵗ − 1 with all their digits where t is small, after Kahan: the error that rounding makes next to 1 is measured and divided out again.
/// </summary>
internal static class NearOne
{
    /// <summary>ln(1 + t) for t ≥ 0.</summary>
    public static double LogOnePlus(double t)
    {
        double rounded = 1 + t;
        return rounded == 1 ? t : Math.Log(rounded) * t / (rounded - 1);
    }

    /// <summary>eᵗ − 1 for t ≤ 0.</summary>
    public static double ExpMinusOne(double t)
    {
        double rounded = Math.Exp(t);
        return rounded == 1 ? t : rounded == 0 ? -1 : (rounded - 1) * t / Math.Log(rounded);
    }
}
