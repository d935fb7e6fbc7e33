namespace Reference.Plotting;

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
