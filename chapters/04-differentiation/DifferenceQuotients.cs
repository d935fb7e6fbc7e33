using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>
/// Derivatives from values alone, S2-053, and how wrong they are. Two errors pull in opposite directions: truncation, because h is not 0, shrinks with h;
/// rounding, because f(x + h) and f(x) share most of their digits, grows as 1/h. <see cref="BestStep"/> is where they meet.
/// </summary>
public static class DifferenceQuotients
{
    /// <summary>The forward difference (f(x + h) − f(x)) / h, (4.17): off by ½h·f″.</summary>
    /// <exception cref="ArgumentException">h ≤ 0, or a number is not finite.</exception>
    public static double Forward(Func<double, double> f, double x, double h)
    {
        double right = x + Step(h, x);
        return Finite((f(right) - f(x)) / (right - x)); // (4.17)
    }

    /// <summary>The central difference (f(x + h) − f(x − h)) / 2h, (4.18): off by ⅙h²·f‴.</summary>
    /// <exception cref="ArgumentException">h ≤ 0, or a number is not finite.</exception>
    public static double Central(Func<double, double> f, double x, double h)
    {
        (double right, double left) = (x + Step(h, x), x - h);
        return Finite((f(right) - f(left)) / (right - left)); // (4.18)
    }

    /// <summary>Richardson's extrapolation of central differences, (4D(h/2) − D(h)) / 3, (4.19): the terms in h² cancel, and h⁴·f⁽⁵⁾/480 is left.</summary>
    /// <exception cref="ArgumentException">h ≤ 0, or a number is not finite.</exception>
    public static double Richardson(Func<double, double> f, double x, double h) => (4 * Central(f, x, h / 2) - Central(f, x, h)) / 3; // (4.19)

    // The step must move x: one below half the distance to the next number would divide 0 by 0. Above, the step that is divided by is the one that was taken.
    private static double Step(double h, double x)
    {
        Require.Finite(x);
        Require.Positive(h);
        return x + h != x && x - h != x
            ? h
            : throw new ArgumentOutOfRangeException(nameof(h), $"Expected a step that moves x = {x}; got {h}, which rounding swallows.");
    }

    private static double Finite(double slope)
    {
        Require.Finite(slope);
        return slope;
    }
}
