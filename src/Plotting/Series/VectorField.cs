namespace Reference.Plotting;

/// <summary>An arrow at each point of a field, scaled so that the longest just fits between neighbours.</summary>
public sealed record VectorField : Series
{
    private readonly double[] _xs;
    private readonly double[] _ys;
    private readonly double[] _us;
    private readonly double[] _vs;

    /// <summary>Arrows (us[i], vs[i]) that start at (xs[i], ys[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public VectorField(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<double> us, IReadOnlyList<double> vs)
    {
        _xs = Expect.Values(xs, nameof(xs));
        _ys = Expect.Values(ys, _xs.Length, nameof(ys), nameof(xs));
        _us = Expect.Values(us, _xs.Length, nameof(us), nameof(xs));
        _vs = Expect.Values(vs, _xs.Length, nameof(vs), nameof(xs));
    }

    /// <summary>Abscissae of the tails.</summary>
    public IReadOnlyList<double> Xs => _xs;

    /// <summary>Ordinates of the tails.</summary>
    public IReadOnlyList<double> Ys => _ys;

    /// <summary>Horizontal components.</summary>
    public IReadOnlyList<double> Us => _us;

    /// <summary>Vertical components.</summary>
    public IReadOnlyList<double> Vs => _vs;

    internal override void Extend(DataRange x, DataRange y)
    {
        x.Include(_xs);
        y.Include(_ys);
    }
}
