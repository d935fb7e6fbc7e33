namespace Reference.Plotting;

/// <summary>A vertical bar with caps from lower[i] to upper[i] at each point.</summary>
public sealed record ErrorBars : Series
{
    private readonly double[] _xs;
    private readonly double[] _lower;
    private readonly double[] _upper;

    /// <summary>Bars from (xs[i], lower[i]) to (xs[i], upper[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public ErrorBars(IReadOnlyList<double> xs, IReadOnlyList<double> lower, IReadOnlyList<double> upper)
    {
        _xs = Expect.Values(xs, nameof(xs));
        _lower = Expect.Values(lower, _xs.Length, nameof(lower), nameof(xs));
        _upper = Expect.Values(upper, _xs.Length, nameof(upper), nameof(xs));
    }

    /// <summary>Abscissae.</summary>
    public IReadOnlyList<double> Xs => _xs;

    /// <summary>The lower ends.</summary>
    public IReadOnlyList<double> Lower => _lower;

    /// <summary>The upper ends.</summary>
    public IReadOnlyList<double> Upper => _upper;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(_xs);
        y.Include(_lower);
        y.Include(_upper);
    }
}
