namespace Reference.Plotting;

/// <summary>The room that the series of a panel ask for along its axes.</summary>
internal sealed record Extent(DataRange X, DataRange Y)
{
    /// <summary>The room of one panel of a figure; along shared axes that of all.</summary>
    public static Extent Of(Figure figure, int panel)
    {
        Extent own = Of([figure.Panels[panel]]), all = figure.ShareX || figure.ShareY ? Of(figure.Panels) : own;
        return new Extent(figure.ShareX ? all.X : own.X, figure.ShareY ? all.Y : own.Y);
    }

    private static Extent Of(IReadOnlyList<Panel> panels)
    {
        var room = new Extent(new DataRange(panels[0].X.Scale), new DataRange(panels[0].Y.Scale));
        Array.ForEach([.. panels.SelectMany(panel => panel.Series)], series => series.Extend(room));
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

/// <summary>The range that the data along one axis needs. On a log axis, values ≤ 0 are gaps.</summary>
internal sealed class DataRange(AxisScale scale = AxisScale.Linear)
{
    private readonly bool _positive = scale == AxisScale.Log;
    private bool _refused;
    private double _tightMin = double.PositiveInfinity;
    private double _tightMax = double.NegativeInfinity;

    /// <summary>The smallest finite value seen; +∞ before any.</summary>
    public double Min { get; private set; } = double.PositiveInfinity;

    /// <summary>The largest finite value seen; −∞ before any.</summary>
    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>No margin beyond these: the data end here by their nature (heat maps, bars standing on 0).</summary>
    public bool TightBelow => _tightMin <= Min;

    /// <summary>As <see cref="TightBelow"/>, above.</summary>
    public bool TightAbove => _tightMax >= Max;

    public bool IsEmpty => Min > Max;

    /// <summary>Values were offered, but none that this axis can show.</summary>
    public bool RefusedAll => IsEmpty && _refused;

    public void Include(params IEnumerable<double> values)
    {
        foreach (double value in values)
        {
            bool shown = double.IsFinite(value) && !(_positive && value <= 0);
            (Min, Max) = shown ? (Math.Min(Min, value), Math.Max(Max, value)) : (Min, Max);
            _refused |= !shown && double.IsFinite(value);
        }
    }

    /// <summary>The smallest and the largest finite value.</summary>
    public static (double Low, double High) Of(IEnumerable<double> values)
    {
        var range = new DataRange();
        range.Include(values);
        return (range.Min, range.Max);
    }

    /// <summary>A range as it is, or a wider one when its ends do not differ.</summary>
    public static (double Low, double High) Apart((double Low, double High) ends)
    {
        double room = Math.Max(1, Math.Abs(ends.Low)) / 2;
        return ends.Low < ends.High ? ends : (ends.Low - room, ends.Low + room);
    }

    /// <summary>Includes two ends beyond which no margin is drawn, unless other data go further.</summary>
    public void IncludeTight((double Low, double High) ends)
    {
        Include(ends.Low, ends.High);
        _tightMin = _positive && ends.Low <= 0 ? _tightMin : Math.Min(_tightMin, ends.Low);
        _tightMax = _positive && ends.High <= 0 ? _tightMax : Math.Max(_tightMax, ends.High);
    }
}
