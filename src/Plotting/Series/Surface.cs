namespace Reference.Plotting;

/// <summary>
/// Heights over a rectangle, seen in perspective: a mesh of coloured quadrilaterals with its contours on the floor. It
/// is alone in its panel, whose axes name x and y.
/// </summary>
public sealed record Surface : GridSeries
{
    /// <summary>The surface of values at grid points.</summary>
    /// <param name="values">[rows, columns], at least 2×2; row 0 lies at the low end of
    /// <paramref name="yRange"/>.</param>
    /// <param name="xRange">x of the first and the last column.</param>
    /// <param name="yRange">y of the first and the last row.</param>
    /// <exception cref="ArgumentException">Fewer than 2×2 values, all NaN, or a range not in order.</exception>
    public Surface(double[,] values, (double Low, double High) xRange, (double Low, double High) yRange)
        : base(values, 2) => (XRange, YRange) = (Expect.Ordered(xRange), Expect.Ordered(yRange));

    /// <summary>The surface of a function of two variables over a rectangle.</summary>
    public static Surface Of(
        Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y,
            int rows = 41, int columns = 41) =>
        new(Sample(function, x, y, rows, columns, cells: false), x, y);

    /// <summary>What is measured upwards, unit included.</summary>
    public string Height { get; init; } = "";

    /// <summary>Contours on the floor.</summary>
    public bool Floor { get; init; } = true;

    /// <summary>Degrees by which the viewer walks around the surface; 0 looks along y.</summary>
    public double Azimuth { get; init => field = Expect.Within(value, -360, 360, nameof(Azimuth)); } = -55;

    /// <summary>Degrees by which the viewer looks down.</summary>
    public double Elevation { get; init => field = Expect.Within(value, 5, 85, nameof(Elevation)); } = 30;

    /// <summary>Points in space joined by a line, such as the path of an optimizer.</summary>
    public IReadOnlyList<(double X, double Y, double Z)> Path { get; init => field = [.. value]; } = [];

    /// <summary>Points in space, each with a line to the surface below or above it.</summary>
    public IReadOnlyList<(double X, double Y, double Z)> Points { get; init => field = [.. value]; } = [];

    /// <summary>The lowest and the highest height shown, in order and apart.</summary>
    internal (double Low, double High) Heights => DataRange.Apart(DataRange.Of(
        Values.Cast<double>().Concat(Path.Concat(Points).Select(point => point.Z))));
}
