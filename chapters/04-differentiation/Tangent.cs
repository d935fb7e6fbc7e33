namespace Reference.Differentiation;

/// <summary>The line that touches a curve, t(x) = f(a) + f′(a)(x − a), (4.13), S1-081, S1-362.</summary>
/// <param name="At">Where it touches, a.</param>
/// <param name="Value">The curve's height there, f(a).</param>
/// <param name="Slope">The curve's slope there, f′(a).</param>
public readonly record struct Tangent(double At, double Value, double Slope)
{
    /// <summary>Where the line meets the vertical axis, f(a) − a·f′(a): −4 for x² at 2, whose tangent is 4x − 4.</summary>
    public double Intercept => Height(0);

    /// <summary>The height of the line at x.</summary>
    public double Height(double x) => Value + Slope * (x - At); // (4.13)

    /// <summary>The tangent of a function with a known derivative.</summary>
    /// <param name="f">The function.</param>
    /// <param name="derivative">f′.</param>
    /// <param name="a">Where it touches.</param>
    public static Tangent Of(Func<double, double> f, Func<double, double> derivative, double a) => new(a, f(a), derivative(a));
}
