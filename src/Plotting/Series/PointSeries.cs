namespace Reference.Plotting;

/// <summary>A series of points.</summary>
public abstract record PointSeries : Series
{
    private readonly double[] _xs;
    private readonly double[] _ys;

    /// <summary>The points (xs[i], ys[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    protected PointSeries(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
    {
        _xs = Expect.Values(xs);
        _ys = Expect.Values(ys, _xs.Length, nameof(xs));
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs => _xs;

    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Ys => _ys;

    internal ReadOnlySpan<double> X => _xs;

    internal ReadOnlySpan<double> Y => _ys;

    internal override void Extend(Extent room) => room.Include(_xs, _ys);
}
