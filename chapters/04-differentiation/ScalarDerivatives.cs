namespace Reference.Differentiation;

/// <summary>The rules of differentiation that the notes use, and the functions they use them on.</summary>
public static class ScalarDerivatives
{
    /// <summary>The slope of the secant through x and x + h, of limit f′(x) for h → 0, (4.8), S2-053.</summary>
    public static double SecantSlope(Func<double, double> f, double x, double h) => (f(x + h) - f(x)) / h; // (4.8)

    /// <summary>The derivative of xⁿ, n·xⁿ⁻¹, (4.9), S2-054, S2-055: 2x for the square, 3x² for the cube. A constant,
    /// n = 0, has derivative 0 at x = 0 too.</summary>
    public static double PowerDerivative(double x, double n) => n == 0 ? 0 : n * Math.Pow(x, n - 1); // (4.9)

    /// <summary>The tangent at a, t(x) = f(a) + f′(a)(x − a), (4.10): 4x − 4 for x² at 2. S1-081, S1-362.</summary>
    public static Func<double, double> Tangent(Func<double, double> f, Func<double, double> derivative, double a) =>
        x => f(a) + derivative(a) * (x - a); // (4.10)

    /// <summary>The derivative of f(g(x)), f′(g(x))·g′(x), (4.13), S2-058: outer is f′, inner is g′.</summary>
    public static double Chain(
        Func<double, double> outer, Func<double, double> g, Func<double, double> inner, double x) =>
        outer(g(x)) * inner(x); // (4.13)

    /// <summary>The notes' polynomial z(x) = x² + 2x + 1, S4-056.</summary>
    public static double Polynomial(double x) => x * x + 2 * x + 1;

    /// <summary>Its derivative 2x + 2, S4-056. The second derivative is 2.</summary>
    public static double PolynomialDerivative(double x) => 2 * x + 2; // (4.9)

    /// <summary>The notes' composite y = (3x + 2)⁴, S2-059.</summary>
    public static double FourthPower(double x) => Math.Pow(3 * x + 2, 4);

    /// <summary>Its derivative 4(3x + 2)³·3 = 12(3x + 2)³, S2-059.</summary>
    public static double FourthPowerDerivative(double x) =>
        Chain(u => PowerDerivative(u, 4), t => 3 * t + 2, _ => 3, x); // (4.13)
}
