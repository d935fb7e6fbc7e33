namespace Reference.Plotting;

/// <summary>The band between two curves: an area, or an error band around a line. NaN is a gap.</summary>
public sealed record Region : Series
{
    /// <summary>The area between (xs[i], lower[i]) and (xs[i], upper[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public Region(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        (Xs, Opacity) = (Expect.Values(xs), 0.2);
        (Lower, Upper) = (Expect.Values(lower, xs.Count, nameof(xs)), Expect.Values(upper, xs.Count, nameof(xs)));
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>The lower ends.</summary>
    public IReadOnlyList<double> Lower { get; }

    /// <summary>The upper ends.</summary>
    public IReadOnlyList<double> Upper { get; }

    internal override void Extend(Extent room) => room.Include(Xs, Lower.Concat(Upper));
}
