namespace Reference.Differentiation;

/// <summary>
/// The notes' first function of two variables, f(x, y) = x² + y², S2-056, and S4's product f(u, v) = uv + u², S4-057, with their gradients: one slope a
/// variable, the others held, S1-083.
/// </summary>
public static class TwoVariables
{
    /// <summary>x² + y², S2-056.</summary>
    public static double Bowl(double x, double y) => x * x + y * y;

    /// <summary>∇(x² + y²) = (2x, 2y), (4.14), S2-056.</summary>
    public static (double X, double Y) BowlGradient(double x, double y) => (2 * x, 2 * y); // (4.14)

    /// <summary>uv + u², S4-057.</summary>
    public static double Product(double u, double v) => u * v + u * u;

    /// <summary>∇(uv + u²) = (v + 2u, u), (4.14), S4-057: (4, 1) at (1, 2).</summary>
    public static (double U, double V) ProductGradient(double u, double v) => (v + 2 * u, u); // (4.14)
}
