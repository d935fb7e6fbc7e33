using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>Derivatives worked out by hand: the rules that the notes use, S2-053…S2-059, and the functions to which they apply them.</summary>
public static class ScalarDerivatives
{
    /// <summary>The slope of the secant through x and x + h, whose limit for h → 0 is the derivative, (4.11), S2-053.</summary>
    /// <exception cref="ArgumentException">The step is 0, or a number is not finite.</exception>
    public static double SecantSlope(Func<double, double> f, double x, double h)
    {
        Require.Finite(x);
        Require.Finite(h);
        return h != 0
            ? (f(x + h) - f(x)) / h // (4.11)
            : throw new ArgumentOutOfRangeException(nameof(h), "Expected a step h ≠ 0; got 0.");
    }

    /// <summary>The derivative of xⁿ, n·xⁿ⁻¹, (4.12), S2-054, S2-055: 2x for the square, 3x² for the cube.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static double PowerDerivative(double x, double n)
    {
        Require.Finite(x);
        Require.Finite(n);
        double slope = n == 0 ? 0 : n * Math.Pow(x, n - 1); // (4.12)
        Require.Finite(slope);
        return slope;
    }

    /// <summary>The notes' polynomial z(x) = x² + 2x + 1, S4-056.</summary>
    public static double Polynomial(double x) => x * x + 2 * x + 1;

    /// <summary>Its derivative 2x + 2, S4-056. The second derivative is 2.</summary>
    public static double PolynomialDerivative(double x) => PowerDerivative(x, 2) + 2; // (4.12)

    /// <summary>The slope of f(g(x)), f′(g(x))·g′(x), (4.16), S2-058.</summary>
    /// <param name="outer">f′, the derivative of the outer function.</param>
    /// <param name="g">The inner function.</param>
    /// <param name="inner">g′, its derivative.</param>
    /// <param name="x">Where.</param>
    public static double Chain(Func<double, double> outer, Func<double, double> g, Func<double, double> inner, double x) => outer(g(x)) * inner(x); // (4.16)

    /// <summary>The notes' composite y = (3x + 2)⁴, S2-059.</summary>
    public static double FourthPower(double x) => Math.Pow(3 * x + 2, 4);

    /// <summary>Its derivative 4(3x + 2)³·3 = 12(3x + 2)³, S2-059.</summary>
    public static double FourthPowerDerivative(double x) => Chain(u => PowerDerivative(u, 4), t => 3 * t + 2, _ => 3, x); // (4.16)
}
