namespace Reference.Plotting;

/// <summary>Shades the points with a·x + b·y + c ≥ 0: the side on which a unit fires.</summary>
public sealed record HalfPlane : Series
{
    /// <summary>The half-plane a·x + b·y + c ≥ 0.</summary>
    /// <exception cref="ArgumentException">a and b are both 0, or something is not finite.</exception>
    public HalfPlane(double a, double b, double c)
    {
        (A, B, C) = Expect.Direction(a, b, c);
        Opacity = 0.15;
    }

    /// <summary>Factor of x.</summary>
    public double A { get; }

    /// <summary>Factor of y.</summary>
    public double B { get; }

    /// <summary>The constant.</summary>
    public double C { get; }
}
