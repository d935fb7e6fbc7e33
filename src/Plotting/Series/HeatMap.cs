namespace Reference.Plotting;

/// <summary>
/// A grid of coloured cells. NaN cells stay empty. The ranges are the outer edges; by default cell (i, j) is centred
/// at x = j, y = i.
/// </summary>
public sealed record HeatMap : GridSeries
{
    /// <summary>The cells of a matrix.</summary>
    /// <param name="values">[rows, columns]; row 0 is the lowest, unless <see cref="OriginAtTop"/>.</param>
    /// <exception cref="ArgumentException">Empty, or all NaN.</exception>
    public HeatMap(double[,] values)
        : base(values, 1) => (XRange, YRange) = ((-0.5, Columns - 0.5), (-0.5, Rows - 0.5));

    /// <summary>A function of two variables over a rectangle, sampled at cell centres and drawn
    /// <see cref="Smooth"/>.</summary>
    public static HeatMap Of(
        Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y,
            int rows = 160, int columns = 160) =>
        new(Sample(function, x, y, rows, columns, cells: true)) { XRange = x, YRange = y, Smooth = true };

    /// <summary>The value of the map's first colour; the smallest value when null.</summary>
    public double? Min { get; init => field = Expect.Finite(value, nameof(Min)); }

    /// <summary>The value of the map's last colour; the largest value when null.</summary>
    public double? Max { get; init => field = Expect.Finite(value, nameof(Max)); }

    /// <summary>Colours change gradually from cell centre to cell centre, as fits samples of a function.</summary>
    public bool Smooth { get; init; }

    /// <summary>Writes each value into its cell in this number format, such as <c>"0.00"</c>.</summary>
    public string? CellFormat { get; init; }

    /// <summary>A name for each row, in place of numbers along the axis.</summary>
    /// <exception cref="ArgumentException">Not one for each row.</exception>
    public IReadOnlyList<string>? RowLabels { get; init => field = Expect.OneEach(value, Rows, "rows"); }

    /// <summary>A name for each column, in place of numbers along the axis.</summary>
    /// <exception cref="ArgumentException">Not one for each column.</exception>
    public IReadOnlyList<string>? ColumnLabels { get; init => field = Expect.OneEach(value, Columns, "columns"); }

    /// <summary>Row 0 is the top one, as a matrix is written.</summary>
    public bool OriginAtTop { get; init; }

    /// <summary>The values of the first and last colour, in order and apart.</summary>
    internal (double Low, double High) ColorRange()
    {
        (double least, double most) = DataRange.Of(Values.Cast<double>());
        return DataRange.Apart((Min ?? least, Max ?? most));
    }
}
