namespace Reference.Plotting.Drawing;

/// <summary>Draws one panel: finds the ticks, makes room for labels, then draws grid, series, frame and legend.</summary>
internal sealed class PanelDrawing
{
    private const double TickLength = 5;
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
            DrawGrid(plot.Area, xTicks, yTicks);
        }

        _canvas.Clip(plot.Area);
        SeriesDrawing.DrawAll(_series, plot);
        _canvas.Clip(null);
        if (_panel.ShowAxes)
        {
            _canvas.Outline(plot.Area, Ink.Frame);
            DrawX(plot.Area, xTicks, xLabels);
            DrawY(plot.Area, yTicks, _y, plot.Area.X, -1, yLabels);
            if (rightTicks is not null)
            {
                DrawY(plot.Area, rightTicks, _right!, plot.Area.Right, 1, labels: true);
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

        double bottom = TickLength + 4 + (xLabels ? Ink.TickSize + 4 : 0) + (xLabels && _x.Axis.Label.Length > 0 ? Ink.LabelSize + 10 : 0);
        // Half a tick label stands above the highest tick, and the common factor above the axis.
        double top = 6;
        TickMarks y = TickMarks.For(_y, Labels(area.Height - bottom, 34));
        TickMarks? right = _right is null ? null : TickMarks.For(_right, Labels(area.Height - bottom, 34));
        top += y.Multiplier.Length > 0 || right?.Multiplier.Length > 0 ? Ink.TickSize + 5 : 0;
        double Side(TickMarks ticks, Axis axis, bool labels) =>
            TickLength + 5 + (labels ? ticks.Major.Select(tick => Ink.Width(Label(tick, area.Width / 3), Ink.TickSize)).DefaultIfEmpty(0).Max() : 0)
            + (labels && axis.Label.Length > 0 ? Ink.LabelSize + 10 : 0);
        double left = Side(y, _y.Axis, yLabels), rightSide = right is null ? 8 : Side(right, _right!.Axis, labels: true);
        TickMarks x = Fitting(area.Width - left - rightSide);
        bottom += xLabels ? (XLabelLines(x, area.Width - left - rightSide) - 1) * Ink.TickSize * Ink.LineHeight : 0;
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

    private static string Label(Tick tick, double width) => Ink.Wrap(tick.Label, Ink.TickSize, width, 3);

    private static int XLabelLines(TickMarks x, double width) =>
        x.Major.Select(tick => Label(tick, width / Math.Max(1, x.Major.Count) - 6).Count(c => c == '\n') + 1).DefaultIfEmpty(1).Max();

    /// <summary>With equal units the plot shrinks to the shape of its ranges, and stays below its title.</summary>
    private Rect Fit(Rect plot)
    {
        if (!_panel.AspectEqual)
        {
            return plot;
        }

        double unit = Math.Min(plot.Width / (_x.Max - _x.Min), plot.Height / (_y.Max - _y.Min));
        (double width, double height) = (unit * (_x.Max - _x.Min), unit * (_y.Max - _y.Min));
        return new Rect(plot.X + (plot.Width - width) / 2, plot.Y, width, height);
    }

    private void DrawGrid(Rect plot, TickMarks xTicks, TickMarks yTicks)
    {
        bool categories = _panel.Series.Any(series => series is Bars or BoxPlot);
        foreach (Tick tick in categories ? [] : xTicks.Major)
        {
            _canvas.Rectangle(new Rect(_x[tick.Value] - 0.5, plot.Y, 1, plot.Height), Ink.Grid);
        }

        foreach (Tick tick in yTicks.Major)
        {
            _canvas.Rectangle(new Rect(plot.X, _y[tick.Value] - 0.5, plot.Width, 1), Ink.Grid);
        }
    }

    private void DrawX(Rect plot, TickMarks ticks, bool labels)
    {
        foreach (double minor in ticks.Minor)
        {
            _canvas.Rectangle(new Rect(_x[minor] - 0.5, plot.Bottom, 1, TickLength * 0.6), Ink.Frame);
        }

        double y = plot.Bottom + TickLength + 4, lines = XLabelLines(ticks, plot.Width), width = plot.Width / Math.Max(1, ticks.Major.Count) - 6;
        foreach (Tick tick in ticks.Major)
        {
            _canvas.Rectangle(new Rect(_x[tick.Value] - 0.5, plot.Bottom, 1, TickLength), Ink.Frame);
            _canvas.Write(labels ? Label(tick, Math.Max(width, 20)) : "", new Point(_x[tick.Value], y), 0.5, 0, Ink.TickSize, Ink.Text);
        }

        if (labels)
        {
            y += Ink.TickSize + (lines - 1) * Ink.TickSize * Ink.LineHeight + 7;
            _canvas.Write(ticks.Multiplier, new Point(plot.Right, y), 1, 0, Ink.TickSize, Ink.Text);
            double room = ticks.Multiplier.Length > 0 ? plot.Width - 2 * Ink.Width(ticks.Multiplier, Ink.TickSize) - 16 : plot.Width + 30;
            _canvas.Write(Ink.Wrap(_x.Axis.Label, Ink.LabelSize, room, 1), new Point(plot.Centre.X, y), 0.5, 0, Ink.LabelSize, Ink.Text);
        }
    }

    private void DrawY(Rect plot, TickMarks ticks, AxisMap axis, double x, int side, bool labels)
    {
        foreach (double minor in ticks.Minor)
        {
            _canvas.Rectangle(new Rect(side < 0 ? x - TickLength * 0.6 : x, axis[minor] - 0.5, TickLength * 0.6, 1), Ink.Frame);
        }

        double widest = 0;
        foreach (Tick tick in ticks.Major)
        {
            string label = labels ? Label(tick, plot.Width / 2) : "";
            widest = Math.Max(widest, Ink.Width(label, Ink.TickSize));
            _canvas.Rectangle(new Rect(side < 0 ? x - TickLength : x, axis[tick.Value] - 0.5, TickLength, 1), Ink.Frame);
            _canvas.Write(label, new Point(x + side * (TickLength + 4), axis[tick.Value]), side < 0 ? 1 : 0, 0.5, Ink.TickSize, Ink.Text);
        }

        if (labels)
        {
            _canvas.Write(ticks.Multiplier, new Point(x, plot.Y - 6), side < 0 ? 0 : 1, 1, Ink.TickSize, Ink.Text);
            var at = new Point(x + side * (TickLength + 4 + widest + 8 + Ink.LabelSize / 2), plot.Centre.Y);
            _canvas.WriteUpwards(Ink.Wrap(axis.Axis.Label, Ink.LabelSize, plot.Height + 8, 1), at, Ink.LabelSize, Ink.Text);
        }
    }
}
