namespace Reference.Plotting;

/// <summary>The room that the series of a panel ask for along both axes.</summary>
internal sealed record Extent(DataRange X, DataRange Y)
{
    public void Include(params ReadOnlySpan<(double X, double Y)> points)
    {
        foreach ((double x, double y) in points)
        {
            X.Include(x);
            Y.Include(y);
        }
    }

    /// <summary>The data end at the edges of this rectangle by their nature.</summary>
    public void Fill((double Low, double High) x, (double Low, double High) y)
    {
        X.IncludeTight(x);
        Y.IncludeTight(y);
    }

    public void Include(double[] xs, params ReadOnlySpan<double[]> ys)
    {
        X.Include(xs);
        foreach (double[] values in ys)
        {
            Y.Include(values);
        }
    }
}
