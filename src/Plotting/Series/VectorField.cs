namespace Reference.Plotting;

/// <summary>An arrow at each point of a field, scaled so that the longest just fits between neighbours.</summary>
public sealed record VectorField : PointSeries
{
    /// <summary>Arrows (us[i], vs[i]) that start at (xs[i], ys[i]).</summary>
    /// <exception cref="ArgumentException">Unequal lengths, or no finite value among some.</exception>
    public VectorField(IReadOnlyList<double> xs, IReadOnlyList<double> ys, IReadOnlyList<double> us,
        IReadOnlyList<double> vs)
        : base(xs, ys) =>
        (Us, Vs) = (Expect.Values(us, xs.Count, nameof(xs)), Expect.Values(vs, xs.Count, nameof(xs)));

    /// <summary>Horizontal components.</summary>
    public IReadOnlyList<double> Us { get; }

    /// <summary>Vertical components.</summary>
    public IReadOnlyList<double> Vs { get; }
}
