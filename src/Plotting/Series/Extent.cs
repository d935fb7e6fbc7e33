namespace Reference.Plotting;

/// <summary>The room that the series of a panel ask for along its axes.</summary>
internal sealed record Extent(DataRange X, DataRange Y, DataRange Right)
{
    /// <summary>The room of one panel of a figure; along shared axes that of all.</summary>
    public static Extent Of(Figure figure, int panel)
    {
        Extent own = Of([figure.Panels[panel]]), shared = figure.ShareX || figure.ShareY ? Of(figure.Panels) : own;
        return own with { X = figure.ShareX ? shared.X : own.X, Y = figure.ShareY ? shared.Y : own.Y };
    }

    private static Extent Of(IReadOnlyList<Panel> panels)
    {
        DataRange For(Axis? axis) => new(axis?.Scale == AxisScale.Log);
        var room = new Extent(For(panels[0].X), For(panels[0].Y), For(panels[0].RightY));
        foreach (Series series in panels.SelectMany(panel => panel.Series))
        {
            series.Extend(series.OnRightAxis ? room with { Y = room.Right } : room);
        }

        return room;
    }

    public void Include(IEnumerable<double> xs, IEnumerable<double> ys)
    {
        X.Include(xs);
        Y.Include(ys);
    }

    public void Include(params IEnumerable<(double X, double Y)> points) =>
        Include(points.Select(point => point.X), points.Select(point => point.Y));

    /// <summary>The data end at the edges of this rectangle by their nature.</summary>
    public void Fill((double Low, double High) x, (double Low, double High) y)
    {
        X.IncludeTight(x);
        Y.IncludeTight(y);
    }
}
