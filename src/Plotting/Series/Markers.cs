namespace Reference.Plotting;

/// <summary>A mark at each point, as in a scatter plot: data, as opposed to a fit. Points with NaN are left out. S0-050.</summary>
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

    /// <summary>Colours each mark by a value, through <see cref="Map"/>, in place of one colour for all.</summary>
    /// <exception cref="ArgumentException">Not one value each point.</exception>
    public IReadOnlyList<double>? Values
        { get; init => field = value is null ? null : Expect.Values(value, Xs.Count, "xs", nameof(Values)); }

    /// <summary>The colour map of <see cref="Values"/>.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;
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

    /// <summary>+</summary>
    Plus,

    /// <summary>A square on its corner.</summary>
    Diamond,
}
