namespace Reference.Plotting.Drawing;

/// <summary>Draws one panel: finds the ticks, makes room for labels, then draws grid, series, frame and legend.</summary>
internal sealed class PanelDrawing
{
    private readonly Panel _panel;
    private readonly ICanvas _canvas;
    private readonly AxisMap _x;
    private readonly AxisMap _y;
    private readonly AxisMap? _right;
    private readonly IReadOnlyList<Series> _series;
    private ColorBar? _bar;
    private LegendBox? _legend;
    private Legend _where;

    public PanelDrawing(Panel panel, PanelRanges ranges, ICanvas canvas)
    {
        (_panel, _canvas) = (panel, canvas);
        _x = new AxisMap(Categories(panel.X, vertical: false), ranges.X);
        _y = new AxisMap(Categories(panel.Y, vertical: true), ranges.Y);
        _right = panel.RightY is { } right ? new AxisMap(right, ranges.Right) : null;
        Color[] free = [.. Palette.Order.Where(color => !panel.Series.Any(series => series.Color == color))];
        free = free.Length > 0 ? free : [.. Palette.Order];
        int next = 0;
        _series = [.. panel.Series.Select(series => series.Color is null && series.TakesPaletteColor
            ? series with { Color = free[next++ % free.Length] }
            : series)];
    }

    /// <summary>How far the plot's left and lower edges lie inside its place.</summary>
    public (double Left, double Bottom) Margins(Rect area, bool xLabels, bool yLabels)
    {
        Rect plot = Arrange(ref area, xLabels, yLabels).Plot.Area;
        return (plot.X - area.X, area.Bottom - plot.Bottom);
    }

    public void Draw(Rect area, bool xLabels, bool yLabels)
    {
        (double top, double page) = (area.Y, area.Width);
        (Plot plot, TickMarks xTicks, TickMarks yTicks, TickMarks? rightTicks) = Arrange(ref area, xLabels, yLabels);
        string title = Ink.Wrap(_panel.Title, Ink.LabelSize, page, 2);
        double half = title.Split('\n').Max(line => Ink.Width(line, Ink.LabelSize)) / 2;
        _canvas.Write(title, new Point(Math.Clamp(plot.Area.Centre.X, area.X + half, Math.Max(area.X + half, area.X + page - half)), top), 0.5, 0, Ink.LabelSize, Ink.Text);
        if (_panel.ShowAxes && _panel.ShowGrid)
        {
            AxesDrawing.Grid(plot, xTicks, yTicks);
        }

        _canvas.Clip(plot.Area);
        SeriesDrawing.DrawAll(_series, plot);
        _canvas.Clip(null);
        if (_panel.ShowAxes)
        {
            _canvas.Outline(plot.Area, Ink.Frame);
            AxesDrawing.Below(plot, xTicks, xLabels);
            AxesDrawing.Beside(plot, _y, yTicks, -1, yLabels);
            if (rightTicks is not null)
            {
                AxesDrawing.Beside(plot, _right!, rightTicks, 1, labels: true);
            }
        }

        _bar?.Draw(_canvas, plot.Area);
        if (_where != Legend.None)
        {
            _legend!.Draw(_canvas, plot.Area, _where, area.Right - _legend.Width);
        }
    }

    /// <summary>Makes room for title, colour bar and legend, and finds the legend's place; leaves in <paramref name="area"/> what is below the title.</summary>
    private (Plot Plot, TickMarks X, TickMarks Y, TickMarks? Right) Arrange(ref Rect area, bool xLabels, bool yLabels)
    {
        if (_panel.Title.Length > 0)
        {
            int lines = Ink.Wrap(_panel.Title, Ink.LabelSize, area.Width, 2).Count(c => c == '\n') + 1;
            area = area.Inset(0, Ink.Height(lines, Ink.LabelSize) + 9, 0, 0);
        }

        _bar = ColorBar.Of(_series);
        Rect room = _bar is null ? area : area.Inset(0, 0, _bar.Width, 0);
        _legend = new LegendBox(_series, Math.Min(320, area.Width / 2.5));
        _where = _legend.IsEmpty ? Legend.None : _panel.Legend;
        (Plot Plot, TickMarks X, TickMarks Y, TickMarks? Right) arranged = MakeRoom(room, xLabels, yLabels);
        _where = _where == Legend.Best ? _legend.Choose(arranged.Plot) : _where;
        return _where == Legend.Outside ? MakeRoom(room.Inset(0, 0, _legend.Width + 12, 0), xLabels, yLabels) : arranged;
    }

    /// <summary>Category names stand in for numbers.</summary>
    private Axis Categories(Axis axis, bool vertical)
    {
        IReadOnlyList<string>? names = _panel.Series.Select(series => (series, vertical) switch
        {
            (Bars bars, false) => bars.Categories,
            (BoxPlot boxes, false) => boxes.Categories,
            (HeatMap map, false) => map.ColumnLabels,
            (HeatMap map, true) => map.RowLabels,
            _ => null,
        }).FirstOrDefault(labels => labels is not null);
        HeatMap? cells = _panel.Series.OfType<HeatMap>().FirstOrDefault();
        axis = vertical && cells is { OriginAtTop: true } ? axis with { Reversed = !axis.Reversed } : axis;
        if (axis.Ticks is not null || names is null)
        {
            return axis;
        }

        (double low, double high) = cells is null ? (-0.5, names.Count - 0.5) : vertical ? cells.YRange : cells.XRange;
        return axis with { Ticks = [.. names.Select((name, i) => new Tick(low + (high - low) * (i + 0.5) / names.Count, name))] };
    }

    private (Plot Plot, TickMarks X, TickMarks Y, TickMarks? Right) MakeRoom(Rect area, bool xLabels, bool yLabels)
    {
        if (!_panel.ShowAxes)
        {
            return (On(Fit(area)), new TickMarks([], [], ""), new TickMarks([], [], ""), null);
        }

        double bottom = AxesDrawing.RoomBelow(_x.Axis, xLabels);
        TickMarks y = TickMarks.For(_y, Labels(area.Height - bottom, 34));
        TickMarks? right = _right is null ? null : TickMarks.For(_right, Labels(area.Height - bottom, 34));
        // Half a tick label stands above the highest tick, and the common factor above the axis.
        double top = 6 + (y.Multiplier.Length > 0 || right?.Multiplier.Length > 0 ? Ink.TickSize + 5 : 0);
        double left = AxesDrawing.RoomBeside(_y.Axis, y, yLabels), rightSide = right is null ? 8 : AxesDrawing.RoomBeside(_right!.Axis, right, labels: true);
        TickMarks x = Fitting(area.Width - left - rightSide);
        bottom += xLabels ? (AxesDrawing.Lines(x, area.Width - left - rightSide) - 1) * Ink.TickSize * Ink.LineHeight : 0;
        return (On(Fit(area.Inset(left, top, rightSide, bottom))), x, y, right);
    }

    /// <summary>Lays the axes along the edges of a rectangle.</summary>
    private Plot On(Rect plot)
    {
        (_x.Span, _y.Span) = ((plot.X, plot.Right), (plot.Bottom, plot.Y));
        if (_right is not null)
        {
            _right.Span = _y.Span;
        }

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

    /// <summary>With equal units the plot shrinks to the shape of its ranges, and stays below its title.</summary>
    private Rect Fit(Rect plot)
    {
        if (!_panel.AspectEqual)
        {
            return plot;
        }

        double unit = Math.Min(plot.Width / _x.Length, plot.Height / _y.Length);
        (double width, double height) = (unit * _x.Length, unit * _y.Length);
        return new Rect(plot.X + (plot.Width - width) / 2, plot.Y, width, height);
    }
}
