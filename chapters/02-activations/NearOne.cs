namespace Reference.Activations;

/// <summary>ln(1 + t) and eᵗ − 1 with all their digits where t is small; the framework's <c>LogP1</c> and <c>ExpM1</c>
/// lose them, being <c>Log(1 + t)</c> and <c>Exp(t) - 1</c>. After Kahan: the error of rounding next to 1 is divided
/// out; away from 1 nothing cancels.</summary>
public static class NearOne
{
    /// <summary>ln(1 + t).</summary>
    /// <param name="t">A number ≥ −1.</param>
    public static double Log1p(double t)
    {
        double u = 1 + t;
        return u == 1 ? t : Math.Abs(t) < 0.5 ? Math.Log(u) * t / (u - 1) : Math.Log(u);
    }

    /// <summary>eᵗ − 1.</summary>
    /// <param name="t">Any number.</param>
    public static double Expm1(double t)
    {
        double u = Math.Exp(t);
        return u == 1 ? t : Math.Abs(t) < 1 ? (u - 1) * t / Math.Log(u) : u - 1;
    }
}
