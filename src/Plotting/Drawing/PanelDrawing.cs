namespace Reference.Plotting.Drawing;

/// <summary>Draws one panel: finds the ticks, makes room for labels, then draws grid, series, frame and legend.</summary>
internal sealed class PanelDrawing(Panel panel, Extent room, ICanvas canvas, bool xLabels, bool yLabels)
{
    private readonly AxisMap _x = new(Categories(panel, panel.X, vertical: false), room.X) { Labelled = xLabels };
    private readonly AxisMap _y = new(Categories(panel, panel.Y, vertical: true), room.Y) { Labelled = yLabels };
    private readonly AxisMap? _right = panel.RightY is { } right ? new AxisMap(right, room.Right) : null;
    private readonly Series[] _series = Colored(panel.Series);
    private readonly ColorBar? _bar = ColorBar.Of(panel.Series);

    /// <summary>How far the plot's left and lower edges lie inside its place.</summary>
    public (double Left, double Bottom) Margins(Rect place)
    {
        Rect plot = Arrange(place).Plot.Area;
        return (plot.X - place.X, place.Bottom - plot.Bottom);
    }

    public void Draw(Rect place)
    {
        (Plot plot, LegendBox? legend, Legend where) = Arrange(place);
        string title = Ink.Wrap(panel.Title, Ink.LabelSize, place.Width, 2);
        double half = Ink.Width(title, Ink.LabelSize) / 2;
        double middle = Math.Clamp(plot.Area.Centre.X, place.X + half, Math.Max(place.X + half, place.Right - half));
        canvas.Write(title, new Point(middle, place.Y), 0.5, 0, Ink.LabelSize, Ink.Text);
        if (panel.ShowAxes && panel.ShowGrid)
        {
            AxesDrawing.Grid(plot);
        }

        canvas.Clip(plot.Area);
        SeriesDrawing.DrawAll(_series, plot);
        canvas.Clip(null);
        if (panel.ShowAxes)
        {
            canvas.Outline(plot.Area, Ink.Frame);
            AxesDrawing.Below(plot);
            AxesDrawing.Beside(plot, _y, -1);
        }

        if (panel.ShowAxes && _right is not null)
        {
            AxesDrawing.Beside(plot, _right, 1);
        }

        _bar?.Draw(canvas, plot.Area);
        legend?.Draw(canvas, plot.Area, where, place.Right - legend.Width);
    }

    /// <summary>Makes room for title, colour bar and legend, and finds the legend's place.</summary>
    private (Plot Plot, LegendBox? Legend, Legend Where) Arrange(Rect place)
    {
        string title = Ink.Wrap(panel.Title, Ink.LabelSize, place.Width, 2);
        Rect room = place.Inset(0, title.Length > 0 ? Ink.Height(title, Ink.LabelSize) + 9 : 0, _bar?.Width ?? 0, 0);
        Series[] labelled = Array.FindAll(_series, series => !string.IsNullOrEmpty(series.Label));
        LegendBox? legend = panel.Legend == Legend.None || labelled.Length == 0 ? null : new LegendBox(labelled, Math.Min(320, place.Width / 2.5));
        Plot plot = MakeRoom(room);
        Legend where = panel.Legend == Legend.Best && legend is not null ? legend.Choose(plot) : panel.Legend;
        return (legend is not null && where == Legend.Outside ? MakeRoom(room.Inset(0, 0, legend.Width + 12, 0)) : plot, legend, where);
    }

    /// <summary>Series without a colour take those of the palette that no other asks for.</summary>
    private static Series[] Colored(IReadOnlyList<Series> all)
    {
        Color[] free = [.. Palette.Order.Where(color => !all.Any(series => series.Color == color))];
        free = free.Length > 0 ? free : [.. Palette.Order];
        int next = 0;
        return [.. all.Select(series => series.Color is null && series.TakesPaletteColor ? series with { Color = free[next++ % free.Length] } : series)];
    }

    /// <summary>Category names stand in for numbers.</summary>
    private static Axis Categories(Panel panel, Axis axis, bool vertical)
    {
        IReadOnlyList<string>? names = panel.Series.Select(series => (series, vertical) switch
        {
            (CategorySeries bars, false) => bars.Categories,
            (HeatMap map, false) => map.ColumnLabels,
            (HeatMap map, true) => map.RowLabels,
            _ => null,
        }).FirstOrDefault(labels => labels is not null);
        HeatMap? cells = panel.Series.OfType<HeatMap>().FirstOrDefault();
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
        if (panel.ShowAxes)
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
        (double width, double height) = panel.AspectEqual ? (unit * _x.Length, unit * _y.Length) : (area.Width, area.Height);
        var plot = new Rect(area.X + (area.Width - width) / 2, area.Y, width, height);
        (_x.Span, _y.Span) = ((plot.X, plot.Right), (plot.Bottom, plot.Y));
        _right?.Span = _y.Span;
        return new Plot(canvas, plot, _x, _y, _right, _series);
    }

    /// <summary>As many ticks as the labels along x leave room for.</summary>
    private TickMarks Fitting(double width)
    {
        int most = Labels(width, 50);
        bool Fit(TickMarks ticks) => ticks.Major.Sum(tick => Ink.Width(tick.Label, Ink.TickSize) + 8) <= width;
        return Enumerable.Range(0, most).Select(fewer => TickMarks.For(_x, most - fewer)).FirstOrDefault(Fit) ?? TickMarks.For(_x, 1);
    }

    /// <summary>How many labels an axis takes: not so many that it looks like a ruler.</summary>
    private static int Labels(double length, double each) => (int)Math.Clamp(length / each, 2, 9);
}
