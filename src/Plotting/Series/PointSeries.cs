namespace Reference.Plotting;

/// <summary>A series of points.</summary>
public abstract record PointSeries : Series
{
    /// <summary>The points (xs[i], ys[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    protected PointSeries(IReadOnlyList<double> xs, IReadOnlyList<double> ys) =>
        (Xs, Ys) = (Expect.Values(xs), Expect.Values(ys, xs.Count, nameof(xs)));

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>Ordinates.</summary>
    public IReadOnlyList<double> Ys { get; }

    internal override void Extend(Extent room) => room.Include(Xs, Ys);
}
