namespace Reference.Plotting;

/// <summary>Lines of equal height of a function known on a grid of points, or the bands between them.</summary>
public sealed record Contours : Series
{
    private readonly double[,] _values;
    private readonly double[]? _levels;
    private readonly double _width = 1.4;

    /// <summary>Contours of values at grid points that reach from edge to edge of the ranges.</summary>
    /// <param name="values">[rows, columns], at least 2×2; row 0 lies at the low end of <paramref name="yRange"/>.</param>
    /// <param name="xRange">x of the first and the last column.</param>
    /// <param name="yRange">y of the first and the last row.</param>
    /// <exception cref="ArgumentException">Fewer than 2×2 values, all NaN, or a range not in order.</exception>
    public Contours(double[,] values, (double Low, double High) xRange, (double Low, double High) yRange)
    {
        _values = Expect.Values(values, nameof(values));
        if (Rows < 2 || Columns < 2)
        {
            throw new ArgumentException($"Contours need at least 2×2 values; got {Rows}×{Columns}.", nameof(values));
        }

        XRange = Expect.Ordered(xRange, nameof(xRange));
        YRange = Expect.Ordered(yRange, nameof(yRange));
    }

    /// <summary>Contours of a function of two variables over a rectangle.</summary>
    public static Contours Of(Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y, int rows = 101, int columns = 101)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 2);
        var values = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[row, column] = function(x.Low + (x.High - x.Low) * column / (columns - 1), y.Low + (y.High - y.Low) * row / (rows - 1));
            }
        }

        return new Contours(values, x, y);
    }

    /// <summary>The value at a grid point.</summary>
    public double this[int row, int column] => _values[row, column];

    /// <summary>Number of rows.</summary>
    public int Rows => _values.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => _values.GetLength(1);

    /// <summary>x of the first and the last column.</summary>
    public (double Low, double High) XRange { get; }

    /// <summary>y of the first and the last row.</summary>
    public (double Low, double High) YRange { get; }

    /// <summary>The heights to draw, ascending; about eight round ones when null.</summary>
    /// <exception cref="ArgumentException">Empty or not ascending.</exception>
    public IReadOnlyList<double>? Levels { get => _levels; init => _levels = value is null ? null : Expect.Ascending(value, 1, nameof(Levels)); }

    /// <summary>Writes its height on each line.</summary>
    public bool Labelled { get; init; }

    /// <summary>Fills the bands between levels by <see cref="Map"/>.</summary>
    public bool Filled { get; init; }

    /// <summary>The colours, when filled or when <see cref="Series.Color"/> is not given.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>Draws a colour bar with this label (may be empty) when filled; null draws none.</summary>
    public string? ColorBar { get; init; }

    /// <summary>Width of the lines in logical units.</summary>
    public double Width { get => _width; init => _width = Expect.Within(value, 0, 100, nameof(Width)); }

    /// <summary>Solid unless said otherwise.</summary>
    public LineStyle Style { get; init; }

    internal double[,] Grid => _values;

    internal override bool TakesPaletteColor => false;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.IncludeTight(XRange.Low, below: true, above: false);
        x.IncludeTight(XRange.High, below: false, above: true);
        y.IncludeTight(YRange.Low, below: true, above: false);
        y.IncludeTight(YRange.High, below: false, above: true);
    }
}
