namespace Reference.Plotting;

/// <summary>An interval of y at each x.</summary>
public abstract record Band : Series
{
    /// <summary>The intervals from (xs[i], lower[i]) to (xs[i], upper[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    protected Band(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        Xs = Expect.Values(xs);
        Lower = Expect.Values(lower, xs.Count, nameof(xs));
        Upper = Expect.Values(upper, xs.Count, nameof(xs));
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs { get; }

    /// <summary>The lower ends.</summary>
    public IReadOnlyList<double> Lower { get; }

    /// <summary>The upper ends.</summary>
    public IReadOnlyList<double> Upper { get; }

    internal override void Extend(Extent room) => room.Include(Xs, Lower.Concat(Upper));
}

/// <summary>The band between two curves: an area, or an error band around a line. NaN is a gap.</summary>
public sealed record Region : Band
{
    /// <summary>The area between (xs[i], lower[i]) and (xs[i], upper[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public Region(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
        : base(xs, lower, upper) => Opacity = 0.2;
}

/// <summary>A vertical bar with caps from lower[i] to upper[i] at each point.</summary>
/// <param name="Xs">Abscissae.</param>
/// <param name="Lower">The lower ends.</param>
/// <param name="Upper">The upper ends.</param>
/// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
public sealed record ErrorBars(IReadOnlyList<double> Xs, IReadOnlyList<double> Lower, IReadOnlyList<double> Upper)
    : Band(Xs, Lower, Upper);
