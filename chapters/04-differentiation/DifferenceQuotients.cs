namespace Reference.Differentiation;

/// <summary>Derivatives from function values, S2-053. Two errors act in opposite directions: the truncation error
/// shrinks with h, and the rounding error, because f(x + h) and f(x) share most of their digits, grows as 1/h;
/// <see cref="BestStep"/> balances them. Each quotient divides by the step that x has taken after rounding.</summary>
public static class DifferenceQuotients
{
    /// <summary>The forward difference (f(x + h) − f(x)) / h, (4.14): in error by ½h·f″.</summary>
    public static double Forward(Func<double, double> f, double x, double h)
    {
        double right = x + h;
        return (f(right) - f(x)) / (right - x); // (4.14)
    }

    /// <summary>The central difference (f(x + h) − f(x − h)) / 2h, (4.14): in error by ⅙h²·f‴.</summary>
    public static double Central(Func<double, double> f, double x, double h)
    {
        (double right, double left) = (x + h, x - h);
        return (f(right) - f(left)) / (right - left); // (4.14)
    }

    /// <summary>Richardson's extrapolation of central differences, (4D(h/2) − D(h)) / 3, (4.14): the terms in h²
    /// cancel, and −h⁴·f⁽⁵⁾/480 is left.</summary>
    public static double Richardson(Func<double, double> f, double x, double h) =>
        (4 * Central(f, x, h / 2) - Central(f, x, h)) / 3; // (4.14)
}
