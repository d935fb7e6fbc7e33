namespace Reference.Plotting;

/// <summary>
/// Lines of equal height of a function known on a grid of points, or the bands between them. The grid reaches from
/// edge to edge of the ranges.
/// </summary>
public sealed record Contours : GridSeries
{
    /// <summary>Contours of values at grid points.</summary>
    /// <param name="values">[rows, columns], at least 2×2; row 0 lies at the low end of
    /// <paramref name="yRange"/>.</param>
    /// <param name="xRange">x of the first and the last column.</param>
    /// <param name="yRange">y of the first and the last row.</param>
    /// <exception cref="ArgumentException">Fewer than 2×2 values, all NaN, or a range not in order.</exception>
    public Contours(double[,] values, (double Low, double High) xRange, (double Low, double High) yRange)
        : base(values, 2) => (XRange, YRange) = (Expect.Ordered(xRange), Expect.Ordered(yRange));

    /// <summary>Contours of a function of two variables over a rectangle.</summary>
    public static Contours Of(
        Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y,
            int rows = 101, int columns = 101) =>
        new(Sample(function, x, y, rows, columns, cells: false), x, y);

    /// <summary>The heights to draw, ascending; about eight round ones when null.</summary>
    /// <exception cref="ArgumentException">Empty or not ascending.</exception>
    public IReadOnlyList<double>? Levels
        { get; init => field = value is null ? null : Expect.Ascending(value, 1, nameof(Levels)); }

    /// <summary>Fills the bands between levels by <see cref="GridSeries.Map"/>, which colours lines too when
    /// <see cref="Series.Color"/> is not given.</summary>
    public bool Filled { get; init; }

    /// <summary>Width of the lines in logical units.</summary>
    internal const double Width = 1.4;
}
