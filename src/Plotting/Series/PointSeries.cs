namespace Reference.Plotting;

/// <summary>A series of points.</summary>
/// <param name="Xs">Abscissae.</param>
/// <param name="Ys">Ordinates, as many.</param>
/// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
public abstract record PointSeries(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys) : Series
{
    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs { get; } = Expect.Values(Xs);

    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Ys { get; } = Expect.Values(Ys, Xs.Count, nameof(Xs));

    internal override void Extend(Extent room) => room.Include(Xs, Ys);
}

/// <summary>A mark at each point, as in a scatter plot: data, not a fit. NaN is left out. S0-050.</summary>
/// <param name="Xs">Abscissae.</param>
/// <param name="Ys">Ordinates, as many.</param>
/// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
public sealed record Markers(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys) : PointSeries(Xs, Ys)
{
    /// <summary>The shape of the mark.</summary>
    public MarkerShape Shape { get; init; }

    /// <summary>Diameter in logical units.</summary>
    public double Size { get; init => field = Expect.Within(value, 0, 100, nameof(Size)); } = 7;

    /// <summary>Filled, or outline only.</summary>
    public bool Filled { get; init; } = true;
}

/// <summary>The shape of a mark.</summary>
public enum MarkerShape
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A triangle, point up.</summary>
    Triangle,

    /// <summary>×</summary>
    Cross,

    /// <summary>A square on its corner.</summary>
    Diamond,
}

/// <summary>Points joined by straight lines. NaN is a gap.</summary>
/// <param name="Xs">Abscissae.</param>
/// <param name="Ys">Ordinates, as many.</param>
/// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
public sealed record Line(IReadOnlyList<double> Xs, IReadOnlyList<double> Ys) : PointSeries(Xs, Ys)
{
    /// <summary>The graph of a function over [from, to], sampled evenly. S3-194.</summary>
    /// <exception cref="ArgumentException">The ends are not in order, or fewer than two points.</exception>
    public static Line Of(Func<double, double> function, double from, double to, int points = 401)
    {
        Expect.Ordered((from, to), nameof(from));
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        // The last point is the end itself, whatever rounding makes of the steps.
        double[] xs = [.. Enumerable.Range(0, points - 1).Select(i => from + (to - from) * i / (points - 1)), to];
        return new Line(xs, [.. xs.Select(function)]);
    }

    /// <summary>Solid unless said otherwise.</summary>
    public LineStyle Style { get; init; }

    /// <summary>Width in logical units.</summary>
    public double Width { get; init => field = Expect.Within(value, 0, 100, nameof(Width)); } = 2;

    /// <summary>Between points the value holds and then jumps, at the later point: a staircase.</summary>
    public bool Steps { get; init; }
}

/// <summary>How a line is interrupted.</summary>
public enum LineStyle
{
    /// <summary>Not at all.</summary>
    Solid,

    /// <summary>Long strokes.</summary>
    Dashed,

    /// <summary>Dots.</summary>
    Dotted,

    /// <summary>Strokes and dots in turn.</summary>
    DashDot,
}
