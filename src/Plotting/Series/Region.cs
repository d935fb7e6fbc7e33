namespace Reference.Plotting;

/// <summary>The band between two curves: an area, or an error band around a line.</summary>
public sealed record Region : Series
{
    private readonly double[] _xs;
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>The area between (xs[i], lower[i]) and (xs[i], upper[i]). NaN is a gap.</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public Region(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        _xs = Expect.Values(xs, nameof(xs));
        _lower = Expect.Values(lower, _xs.Length, nameof(lower), nameof(xs));
        _upper = Expect.Values(upper, _xs.Length, nameof(upper), nameof(xs));
        Opacity = 0.2;
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs => _xs;

    /// <summary>The lower edge.</summary>
    public IReadOnlyList<double> Lower => _lower;

    /// <summary>The upper edge.</summary>
    public IReadOnlyList<double> Upper => _upper;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(_xs);
        y.Include(_lower);
        y.Include(_upper);
    }
}
