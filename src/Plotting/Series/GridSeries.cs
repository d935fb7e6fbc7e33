namespace Reference.Plotting;

/// <summary>Values on a rectangular grid.</summary>
public abstract record GridSeries : Series
{
    /// <summary>The surface of these values, at least so many rows and columns.</summary>
    /// <exception cref="ArgumentException">Fewer, or all NaN.</exception>
    protected GridSeries(double[,] values, int atLeast) => Values = Expect.Values(values, atLeast);

    /// <summary>The value at a place of the grid.</summary>
    public double this[int row, int column] => Values[row, column];

    /// <summary>Number of rows.</summary>
    public int Rows => Values.GetLength(0);

    /// <summary>Number of columns.</summary>
    public int Columns => Values.GetLength(1);

    /// <summary>Where the grid begins and ends along x.</summary>
    public (double Low, double High) XRange { get; init => field = Expect.Ordered(value, nameof(XRange)); }

    /// <summary>Where the grid begins and ends along y.</summary>
    public (double Low, double High) YRange { get; init => field = Expect.Ordered(value, nameof(YRange)); }

    /// <summary>The colours.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    /// <summary>Draws a colour bar with this label (may be empty), for contours when they are filled; null draws
    /// none.</summary>
    public string? ColorBar { get; init; }

    internal double[,] Values { get; }

    /// <summary>x of a column of grid points.</summary>
    internal double X(int column) => Along(XRange, column, Columns);

    /// <summary>y of a row of grid points.</summary>
    internal double Y(int row) => Along(YRange, row, Rows);

    internal override void Extend(Extent room) => room.Fill(XRange, YRange);

    /// <summary>The values of a function of two variables, at the centres of cells or else at points from edge to
    /// edge.</summary>
    private protected static double[,] Sample(
        Func<double, double, double> function, (double Low, double High) x, (double Low, double High) y, int rows,
            int columns, bool cells)
    {
        (x, y) = (Expect.Ordered(x), Expect.Ordered(y));
        (int least, double offset) = cells ? (1, 0.5) : (2, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, least);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, least);
        return Table.Of(rows, columns, (row, column) =>
            function(Along(x, column, columns, offset), Along(y, row, rows, offset)));
    }

    private static double Along((double Low, double High) ends, int index, int count, double offset = 0) =>
        ends.Low + (ends.High - ends.Low) * (index + offset) / (count - 1 + 2 * offset);
}
