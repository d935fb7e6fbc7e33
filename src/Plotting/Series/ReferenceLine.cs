namespace Reference.Plotting;

/// <summary>The line a·x + b·y + c = 0, or a side of it.</summary>
public abstract record Linear : Series
{
    /// <summary>By the line a·x + b·y + c = 0.</summary>
    /// <exception cref="ArgumentException">a and b are both 0, or something is not finite.</exception>
    protected Linear(double a, double b, double c) => (A, B, C) = Expect.Direction(a, b, c);

    /// <summary>Factor of x.</summary>
    public double A { get; }

    /// <summary>Factor of y.</summary>
    public double B { get; }

    /// <summary>The constant.</summary>
    public double C { get; }
}

/// <summary>A thin line across the whole panel.</summary>
public abstract record ReferenceLine : Linear
{
    /// <summary>Grey, unless said otherwise.</summary>
    protected ReferenceLine(double a, double b, double c)
        : base(a, b, c) => Color = Palette.Grey;

    /// <summary>Dashed unless said otherwise.</summary>
    public LineStyle Style { get; init; } = LineStyle.Dashed;

    /// <summary>Width in logical units.</summary>
    public double Width { get; init => field = Expect.Within(value, 0, 100, nameof(Width)); } = 1.4;
}

/// <summary>The line y = constant.</summary>
/// <param name="At">Its y.</param>
public sealed record HorizontalLine(double At) : ReferenceLine(0, 1, -Expect.Finite(At))
{
    /// <summary>Its y.</summary>
    public double At { get; } = At;

    internal override void Extend(Extent room) => room.Y.Include(At);
}

/// <summary>The line x = constant.</summary>
/// <param name="At">Its x.</param>
public sealed record VerticalLine(double At) : ReferenceLine(1, 0, -Expect.Finite(At))
{
    /// <summary>Its x.</summary>
    public double At { get; } = At;

    internal override void Extend(Extent room) => room.X.Include(At);
}

/// <summary>The line a·x + b·y + c = 0: a decision boundary.</summary>
public sealed record SlopedLine : ReferenceLine
{
    /// <summary>The line a·x + b·y + c = 0; solid and coloured by the palette unless said otherwise.</summary>
    /// <exception cref="ArgumentException">a and b are both 0, or something is not finite.</exception>
    public SlopedLine(double a, double b, double c)
        : base(a, b, c) => (Style, Width, Color) = (LineStyle.Solid, 2, null);
}

/// <summary>Shades the points with a·x + b·y + c ≥ 0: the side on which a unit fires.</summary>
public sealed record HalfPlane : Linear
{
    /// <summary>The half-plane a·x + b·y + c ≥ 0.</summary>
    /// <exception cref="ArgumentException">a and b are both 0, or something is not finite.</exception>
    public HalfPlane(double a, double b, double c)
        : base(a, b, c) => Opacity = 0.15;
}
