namespace Reference.Plotting;

/// <summary>A grid of coloured cells. NaN cells stay empty.</summary>
public sealed record HeatMap : Series
{
    private readonly double[,] _values;
    private readonly (double, double)? _xRange;
    private readonly (double, double)? _yRange;
    private readonly double? _min;
    private readonly double? _max;
    private readonly string[]? _rowLabels;
    private readonly string[]? _columnLabels;

    /// <summary>The cells of a matrix.</summary>
    /// <param name="values">[rows, columns]; row 0 is the lowest, unless <see cref="OriginAtTop"/>.</param>
    /// <exception cref="ArgumentException">Empty, or all NaN.</exception>
    public HeatMap(double[,] values) => _values = Expect.Values(values, nameof(values));

    /// <summary>A function of two variables over a rectangle, sampled at cell centres and drawn <see cref="Smooth"/>.</summary>
    public static HeatMap Of(Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y, int rows = 160, int columns = 160)
    {
        Expect.Ordered(x, nameof(x));
        Expect.Ordered(y, nameof(y));
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(columns);
        var values = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                values[row, column] = function(x.Low + (x.High - x.Low) * (column + 0.5) / columns, y.Low + (y.High - y.Low) * (row + 0.5) / rows);
            }
        }

        return new HeatMap(values) { XRange = x, YRange = y, Smooth = true };
    }

    /// <summary>The value of a cell.</summary>
    public double this[int row, int column] => _values[row, column];

    /// <summary>Number of rows.</summary>
    public int Rows => _values.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => _values.GetLength(1);

    /// <summary>Outer edges along x; by default cell j is centred at j.</summary>
    public (double Low, double High) XRange { get => _xRange ?? (-0.5, Columns - 0.5); init => _xRange = Expect.Ordered(value, nameof(XRange)); }

    /// <summary>Outer edges along y; by default row i is centred at i.</summary>
    public (double Low, double High) YRange { get => _yRange ?? (-0.5, Rows - 0.5); init => _yRange = Expect.Ordered(value, nameof(YRange)); }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>The value of the map's first colour; the smallest value when null.</summary>
    public double? Min { get => _min; init => _min = Expect.Finite(value, nameof(Min)); }

    /// <summary>The value of the map's last colour; the largest value when null.</summary>
    public double? Max { get => _max; init => _max = Expect.Finite(value, nameof(Max)); }

    /// <summary>Colours change gradually from cell centre to cell centre, as fits samples of a function.</summary>
    public bool Smooth { get; init; }

    /// <summary>Draws a colour bar with this label (may be empty); null draws none.</summary>
    public string? ColorBar { get; init; }

    /// <summary>Writes each value into its cell in this number format, such as <c>"0.00"</c>.</summary>
    public string? CellFormat { get; init; }

    /// <summary>A name for each row, in place of numbers along the axis.</summary>
    /// <exception cref="ArgumentException">Not one for each row.</exception>
    public IReadOnlyList<string>? RowLabels { get => _rowLabels; init => _rowLabels = value is null ? null : Expect.Labels(value, Rows, nameof(RowLabels)); }

    /// <summary>A name for each column, in place of numbers along the axis.</summary>
    /// <exception cref="ArgumentException">Not one for each column.</exception>
    public IReadOnlyList<string>? ColumnLabels { get => _columnLabels; init => _columnLabels = value is null ? null : Expect.Labels(value, Columns, nameof(ColumnLabels)); }

    /// <summary>Row 0 is the top one, as a matrix is written.</summary>
    public bool OriginAtTop { get; init; }

    internal override bool TakesPaletteColor => false;

    internal double[,] Cells => _values;

    /// <summary>The values of the first and last colour, in order and apart.</summary>
    internal (double Low, double High) ColorRange
    {
        get
        {
            double low = _min ?? _values.Cast<double>().Where(double.IsFinite).Min();
            double high = _max ?? _values.Cast<double>().Where(double.IsFinite).Max();
            return low < high ? (low, high) : (low - Math.Max(1, Math.Abs(low)) / 2, low + Math.Max(1, Math.Abs(low)) / 2);
        }
    }

    internal override void Extend(DataRange x, DataRange y)
    {
        x.IncludeTight(XRange.Low, below: true, above: false);
        x.IncludeTight(XRange.High, below: false, above: true);
        y.IncludeTight(YRange.Low, below: true, above: false);
        y.IncludeTight(YRange.High, below: false, above: true);
    }
}
