namespace Reference.Plotting;

/// <summary>A thin line across the whole panel.</summary>
public abstract record ReferenceLine : Series
{
    /// <summary>Grey, unless said otherwise.</summary>
    protected ReferenceLine() => Color = Palette.Grey;

    /// <summary>Dashed unless said otherwise.</summary>
    public LineStyle Style { get; init; } = LineStyle.Dashed;

    /// <summary>Width in logical units.</summary>
    public double Width { get; init => field = Expect.Within(value, 0, 100, nameof(Width)); } = 1.4;
}

/// <summary>The line y = constant.</summary>
public sealed record HorizontalLine : ReferenceLine
{
    /// <summary>The line at this y.</summary>
    public HorizontalLine(double y) => At = Expect.Finite(y);

    /// <summary>Its y.</summary>
    public double At { get; }

    internal override void Extend(Extent room) => room.Y.Include(At);
}

/// <summary>The line x = constant.</summary>
public sealed record VerticalLine : ReferenceLine
{
    /// <summary>The line at this x.</summary>
    public VerticalLine(double x) => At = Expect.Finite(x);

    /// <summary>Its x.</summary>
    public double At { get; }

    internal override void Extend(Extent room) => room.X.Include(At);
}

/// <summary>The line a·x + b·y + c = 0: a decision boundary.</summary>
public sealed record SlopedLine : ReferenceLine
{
    /// <summary>The line a·x + b·y + c = 0; solid and coloured by the palette unless said otherwise.</summary>
    /// <exception cref="ArgumentException">a and b are both 0, or something is not finite.</exception>
    public SlopedLine(double a, double b, double c)
    {
        (A, B, C) = Expect.Direction(a, b, c);
        (Style, Width, Color) = (LineStyle.Solid, 2, null);
    }

    /// <summary>Factor of x.</summary>
    public double A { get; }

    /// <summary>Factor of y.</summary>
    public double B { get; }

    /// <summary>The constant.</summary>
    public double C { get; }
}

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
