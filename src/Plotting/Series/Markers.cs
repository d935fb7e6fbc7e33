namespace Reference.Plotting;

/// <summary>A mark at each point: data, as opposed to a fit.</summary>
public sealed record Markers : Series
{
    private readonly double _size = 7;
    private readonly double[] _xs;
    private readonly double[] _ys;
    private readonly double[]? _values;

    /// <summary>Marks at (xs[i], ys[i]). Points with NaN are left out.</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public Markers(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        _xs = Expect.Values(xs, nameof(xs));
        _ys = Expect.Values(ys, _xs.Length, nameof(ys), nameof(xs));
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs => _xs;

    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Ys => _ys;

    /// <summary>The shape of the mark.</summary>
    public MarkerShape Shape { get; init; }

    /// <summary>Diameter in logical units.</summary>
    public double Size { get => _size; init => _size = Expect.Within(value, 0, 100, nameof(Size)); }

    /// <summary>Filled, or outline only.</summary>
    public bool Filled { get; init; } = true;

    /// <summary>Colours each mark by a value, through <see cref="Map"/>, in place of one colour for all.</summary>
    /// <exception cref="ArgumentException">Not one value each point.</exception>
    public IReadOnlyList<double>? Values { get => _values; init => _values = value is null ? null : Expect.Values(value, _xs.Length, nameof(Values), "xs"); }

    /// <summary>The colour map of <see cref="Values"/>.</summary>
    public ColorMap Map { get; init; } = ColorMap.Viridis;

    internal ReadOnlySpan<double> X => _xs;

    internal ReadOnlySpan<double> Y => _ys;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(_xs);
        y.Include(_ys);
    }
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
