namespace Reference.Plotting.Drawing;

/// <summary>Draws one panel: finds the ticks, makes room for labels, then draws grid, series, frame and legend.</summary>
internal sealed class PanelDrawing
{
    private readonly Panel _panel;
    private readonly ICanvas _canvas;
    private readonly AxisMap _x;
    private readonly AxisMap _y;
    private readonly AxisMap? _right;
    private readonly Series[] _series;
    private readonly ColorBar? _bar;

    public PanelDrawing(Panel panel, PanelRanges ranges, ICanvas canvas, bool xLabels, bool yLabels)
    {
        (_panel, _canvas) = (panel, canvas);
        _x = new AxisMap(Categories(panel.X, vertical: false), ranges.X) { Labelled = xLabels };
        _y = new AxisMap(Categories(panel.Y, vertical: true), ranges.Y) { Labelled = yLabels };
        _right = panel.RightY is { } right ? new AxisMap(right, ranges.Right) : null;
        Color[] free = [.. Palette.Order.Where(color => !panel.Series.Any(series => series.Color == color))];
        free = free.Length > 0 ? free : [.. Palette.Order];
        int next = 0;
        _series = [.. panel.Series.Select(series => series.Color is null && series.TakesPaletteColor ? series with { Color = free[next++ % free.Length] } : series)];
        _bar = ColorBar.Of(_series);
    }

    /// <summary>How far the plot's left and lower edges lie inside its place.</summary>
    public (double Left, double Bottom) Margins(Rect place)
    {
        Rect plot = Arrange(place).Plot.Area;
        return (plot.X - place.X, place.Bottom - plot.Bottom);
    }

    public void Draw(Rect place)
    {
        (Plot plot, LegendBox legend, Legend where) = Arrange(place);
        string title = Ink.Wrap(_panel.Title, Ink.LabelSize, place.Width, 2);
        double half = Ink.Width(title, Ink.LabelSize) / 2, middle = Math.Clamp(plot.Area.Centre.X, place.X + half, Math.Max(place.X + half, place.Right - half));
        _canvas.Write(title, new Point(middle, place.Y), 0.5, 0, Ink.LabelSize, Ink.Text);
        if (_panel.ShowAxes && _panel.ShowGrid)
        {
            AxesDrawing.Grid(plot);
        }

        _canvas.Clip(plot.Area);
        SeriesDrawing.DrawAll(_series, plot);
        _canvas.Clip(null);
        if (_panel.ShowAxes)
        {
            _canvas.Outline(plot.Area, Ink.Frame);
            AxesDrawing.Below(plot);
            AxesDrawing.Beside(plot, _y, -1);
        }

        if (_panel.ShowAxes && _right is not null)
        {
            AxesDrawing.Beside(plot, _right, 1);
        }

        _bar?.Draw(_canvas, plot.Area);
        if (where != Legend.None)
        {
            legend.Draw(_canvas, plot.Area, where, place.Right - legend.Width);
        }
    }

    /// <summary>Makes room for title, colour bar and legend, and finds the legend's place.</summary>
    private (Plot Plot, LegendBox Legend, Legend Where) Arrange(Rect place)
    {
        string title = Ink.Wrap(_panel.Title, Ink.LabelSize, place.Width, 2);
        Rect room = place.Inset(0, title.Length > 0 ? Ink.Height(title, Ink.LabelSize) + 9 : 0, _bar?.Width ?? 0, 0);
        var legend = new LegendBox(_series, Math.Min(320, place.Width / 2.5));
        Plot plot = MakeRoom(room);
        Legend where = legend.IsEmpty ? Legend.None : _panel.Legend == Legend.Best ? legend.Choose(plot) : _panel.Legend;
        return (where == Legend.Outside ? MakeRoom(room.Inset(0, 0, legend.Width + 12, 0)) : plot, legend, where);
    }

    /// <summary>Category names stand in for numbers.</summary>
    private Axis Categories(Axis axis, bool vertical)
    {
        IReadOnlyList<string>? names = _panel.Series.Select(series => (series, vertical) switch
        {
            (CategorySeries bars, false) => bars.Categories,
            (HeatMap map, false) => map.ColumnLabels,
            (HeatMap map, true) => map.RowLabels,
            _ => null,
        }).FirstOrDefault(labels => labels is not null);
        HeatMap? cells = _panel.Series.OfType<HeatMap>().FirstOrDefault();
        (double low, double high) = cells is null ? (-0.5, (names?.Count ?? 0) - 0.5) : vertical ? cells.YRange : cells.XRange;
        return axis with
        {
            Reversed = axis.Reversed != (vertical && cells is { OriginAtTop: true }),
            Ticks = axis.Ticks ?? names?.Select((name, i) => new Tick(low + (high - low) * (i + 0.5) / names.Count, name)).ToArray(),
        };
    }

    /// <summary>The plot inside what its axes need for their ticks and labels.</summary>
    private Plot MakeRoom(Rect area)
    {
        if (_panel.ShowAxes)
        {
            // Half a tick label stands above the highest tick, and the common factor above the axis.
            double top = 6, bottom = AxesDrawing.RoomBelow(_x, 1);
            foreach (AxisMap axis in _right is null ? [_y] : (AxisMap[])[_y, _right])
            {
                axis.Ticks = TickMarks.For(axis, Labels(area.Height - bottom, 34));
                top = axis.Ticks.Multiplier.Length > 0 ? 6 + Ink.TickSize + 5 : top;
            }

            area = area.Inset(AxesDrawing.RoomBeside(_y), top, _right is null ? 8 : AxesDrawing.RoomBeside(_right), 0);
            _x.Ticks = Fitting(area.Width);
            area = area.Inset(0, 0, 0, AxesDrawing.RoomBelow(_x, AxesDrawing.Lines(_x, area.Width)));
        }

        // With equal units the plot shrinks to the shape of its ranges, and stays below its title.
        double unit = Math.Min(area.Width / _x.Length, area.Height / _y.Length);
        (double width, double height) = _panel.AspectEqual ? (unit * _x.Length, unit * _y.Length) : (area.Width, area.Height);
        var plot = new Rect(area.X + (area.Width - width) / 2, area.Y, width, height);
        (_x.Span, _y.Span) = ((plot.X, plot.Right), (plot.Bottom, plot.Y));
        _right?.Span = _y.Span;
        return new Plot(_canvas, plot, _x, _y, _right, _series);
    }

    /// <summary>As many ticks as the labels along x leave room for.</summary>
    private TickMarks Fitting(double width)
    {
        TickMarks ticks = TickMarks.For(_x, Labels(width, 50));
        for (int room = Labels(width, 50); room > 1 && _x.Axis.Ticks is null && ticks.Major.Sum(tick => Ink.Width(tick.Label, Ink.TickSize) + 8) > width; room--)
        {
            ticks = TickMarks.For(_x, room - 1);
        }

        return ticks;
    }

    /// <summary>How many labels an axis takes: not so many that it looks like a ruler.</summary>
    private static int Labels(double length, double each) => (int)Math.Clamp(length / each, 2, 9);
}
