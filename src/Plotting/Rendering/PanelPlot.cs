namespace Reference.Plotting.Rendering;

/// <summary>One panel: its axes and ticks, the room its texts need, its ScottPlot plot, and the texts around
/// it.</summary>
internal sealed class PanelPlot
{
    /// <summary>Longer tick labels are cut; the plot matters more.</summary>
    private const float LongestTick = 150;

    private readonly Panel _panel;
    private readonly bool _axes;

    /// <summary>Title, and label below, as they are broken to the width.</summary>
    private string _title = "", _label = "";

    /// <summary>Room that its own texts take around the frame.</summary>
    private SKRect _around;

    public PanelPlot(Figure figure, int index)
    {
        bool lowest = index + figure.Columns >= figure.Panels.Count, first = index % figure.Columns == 0;
        _panel = figure.Panels[index];
        _axes = _panel.ShowAxes && !_panel.Series.Any(series => series is Surface);
        Extent room = Extent.Of(figure, index);
        bool downwards = _panel.Series.Any(series => series is HeatMap { OriginAtTop: true });
        X = new AxisMap(Named(_panel.X, vertical: false), room.X) { Labelled = !figure.ShareX || lowest };
        Y = new AxisMap(Named(_panel.Y, vertical: true), room.Y, downwards) { Labelled = !figure.ShareY || first };
        Series = Colored(_panel.Series);
        Bar = ColorBar.Of(_panel.Series);
        Series[] labelled = Array.FindAll(Series, series => !string.IsNullOrEmpty(series.Label));
        Legend = _panel.ShowLegend && labelled.Length > 0 ? new LegendBox(labelled) : null;
    }

    public AxisMap X { get; }

    public AxisMap Y { get; }

    /// <summary>The series, each with its colour.</summary>
    public Series[] Series { get; }

    /// <summary>The colour bar; null for none, or when a neighbour's says the same.</summary>
    public ColorBar? Bar { get; set; }

    /// <summary>The legend; null for none, or when one stands for all panels.</summary>
    public LegendBox? Legend { get; set; }

    /// <summary>Where the plot's frame lies.</summary>
    public SKRect Frame { get; private set; }

    /// <summary>The frame with all that stands around it.</summary>
    public SKRect Cell { get; private set; }

    /// <summary>The place of a point between the axes, both from 0 to 1; NaN where an axis has none.</summary>
    public SP.Coordinates At(double x, double y) => new(X[x], Y[y]);

    /// <summary>Where bars stand: at 0, or at the lower edge where the axis has no 0.</summary>
    public double Floor => double.IsNaN(Y[0]) ? 0 : Y[0];

    /// <summary>Fits ticks and texts to a frame of this size; the room they need around it: left, top, right,
    /// bottom.</summary>
    public SKRect Room(SKSize frame)
    {
        Fit(frame);
        float top = _title.Length > 0 ? MathText.Height(_title, Theme.LabelSize) + 9 : 0, right = Bar?.Width ?? 0;
        if (!_axes)
        {
            return new SKRect(0, top, right, 0);
        }

        // Half a tick label stands above the highest tick, and a common factor above the axis.
        top += Y.Ticks.Multiplier.Length > 0 ? 6 + Theme.TickSize + 5 : 6;
        float below = Theme.TickLength + 4 + (X.Labelled ? NumbersHeight + 4 : 0);
        below += _label.Length > 0 ? 10 + MathText.Height(_label, Theme.LabelSize)
            + (1 - MathText.CapHeight) * Theme.LabelSize : 0;
        float left = Theme.TickLength + 5 + Y.Ticks.Widest + (Y.Label.Length > 0 ? Theme.LabelSize + 14 : 0);
        return new SKRect(left, top, right + 8, below);
    }

    /// <summary>Puts the frame into an area; with equal units it shrinks to the shape of its ranges, and stays below
    /// its title.</summary>
    /// <param name="area">Where frames of this row and column lie.</param>
    /// <param name="cell">The area with all texts around it; a panel without axes fills it.</param>
    /// <param name="room">The room that its own texts need.</param>
    public void Place(SKRect area, SKRect cell, SKRect room)
    {
        (Cell, _around) = (cell, room);
        area = _axes ? area : new SKRect(cell.Left, area.Top, cell.Right - room.Right,
            cell.Bottom - (Legend?.Outside.Below ?? 0));
        double unit = Math.Min(area.Width / X.Length, area.Height / Y.Length);
        (double width, double height) = _panel.AspectEqual ? (unit * X.Length, unit * Y.Length)
            : (area.Width, area.Height);
        // Whole pixels, so that the frame and what stands on it are sharp.
        Frame = SKRect.Create(
            MathF.Round(area.Left + (area.Width - (float)width) / 2), MathF.Round(area.Top),
            MathF.Round((float)width), MathF.Round((float)height));
        Fit(Frame.Size);
    }

    /// <summary>The plot; to look for an empty place, without grid and half-planes.</summary>
    public SP.Plot Build(bool forLegend)
    {
        SP.Plot plot = Theme.Plot();
        plot.Layout.Fixed(new SP.PixelRect(Frame.Left, Frame.Right, Frame.Bottom, Frame.Top));
        foreach (Series series in Series.Where(series => !forLegend || series is not HalfPlane))
        {
            plot.PlottableList.AddRange(Plotted(series, series.Color ?? Theme.Text));
        }

        // Not below what fills the frame: it would shine through.
        plot.Grid.IsVisible = _panel.ShowGrid && !Series.Any(series => series is HeatMap or Contours { Filled: true });
        plot.Grid.XAxisStyle.IsVisible = !Series.Any(series => series is Bars);
        plot.Axes.Bottom.TickGenerator = Generator(X);
        plot.Axes.Left.TickGenerator = Generator(Y);
        if (!_axes || forLegend)
        {
            plot.HideAxesAndGrid();
        }

        return plot;
    }

    /// <summary>Title, numbers and labels of the axes, and colour bar.</summary>
    public void Write(SKCanvas canvas)
    {
        float half = MathText.Width(_title, Theme.LabelSize) / 2;
        float middle = Math.Clamp(Frame.MidX, Cell.Left + half, Math.Max(Cell.Left + half, Cell.Right - half));
        canvas.Write(_title, new(middle, Cell.Top), 0.5f, 0, Theme.LabelSize);
        Bar?.Draw(canvas, Frame);
        Legend?.Draw(canvas, Frame, Cell, _around);
        if (!_axes)
        {
            return;
        }

        float y = Frame.Bottom + Theme.TickLength + 4;
        foreach (Tick tick in X.Ticks.Major)
        {
            canvas.Write(tick.Label, new(Frame.Left + (float)X[tick.Value] * Frame.Width, y), 0.5f, 0, Theme.TickSize);
        }

        y += NumbersHeight + 8;
        canvas.Write(X.Ticks.Multiplier, new(Frame.Right, y), 1, 0, Theme.TickSize);
        canvas.Write(_label, new(Frame.MidX, y), 0.5f, 0, Theme.LabelSize);
        foreach (Tick tick in Y.Ticks.Major)
        {
            SKPoint at = new(Frame.Left - Theme.TickLength - 4, Frame.Bottom - (float)Y[tick.Value] * Frame.Height);
            canvas.Write(tick.Label, at, 1, 0.5f, Theme.TickSize);
        }

        canvas.Write(Y.Ticks.Multiplier, new(Frame.Left, Frame.Top - 6), 0, 1, Theme.TickSize);
        float x = Frame.Left - Theme.TickLength - 14 - Y.Ticks.Widest - Theme.LabelSize / 2;
        string label = MathText.Wrap(Y.Label, Theme.LabelSize, Frame.Height + 8, 1);
        canvas.Write(label, new(x, Frame.MidY), 0.5f, 0.5f, Theme.LabelSize, angle: -90);
    }

    private float NumbersHeight => Theme.TickSize * (1 + MathText.LineHeight
        * (X.Ticks.Major.Select(tick => MathText.Lines(tick.Label)).DefaultIfEmpty(1).Max() - 1));

    private IEnumerable<SP.IPlottable> Plotted(Series series, Color color) => series switch
    {
        Line line => [Curves.Of(line, this, color)],
        Markers markers => [Marks.Of(markers, this, color)],
        Region region => Regions.Of(region, this, color),
        HalfPlane half => Regions.Of(half, this, color),
        Bars bars => BarCharts.Of(bars, this, color),
        Histogram histogram => [BarCharts.Of(histogram, this, color)],
        HeatMap map => [new HeatMapPlot(map, this)],
        ImageGrid images => [new ImagePlot(images, this)],
        Contours contours => [new ContourPlot(contours, this)],
        Surface surface => [new SurfacePlot(surface, this, color)],
        ReferenceLine line => [Curves.Of(line, this, color)],
        Arrow arrow => [new ArrowPlot(arrow, this, color)],
        Annotation note => [new NotePlot(note, this, color)],
        NetworkDiagram network => [new NetworkPlot(network, this, color)],
        _ => throw new NotSupportedException($"No plottable for a series of type {series.GetType().Name}."),
    };

    /// <summary>Series without a colour take those of the palette that no other asks for.</summary>
    private static Series[] Colored(IReadOnlyList<Series> all)
    {
        Color[] free = [.. Palette.Order.Where(color => !all.Any(series => series.Color == color))];
        free = free.Length > 0 ? free : [.. Palette.Order];
        int next = 0;
        return [.. all.Select(series => series is { Color: null } and not (GridSeries or ImageGrid)
            ? series with { Color = free[next++ % free.Length] } : series)];
    }

    /// <summary>Names of categories stand in for numbers.</summary>
    private Axis Named(Axis axis, bool vertical)
    {
        HeatMap? map = _panel.Series.OfType<HeatMap>().FirstOrDefault();
        IReadOnlyList<string>? names = vertical ? map?.RowLabels
            : map?.ColumnLabels ?? _panel.Series.OfType<Bars>().FirstOrDefault()?.Categories;
        (double low, double high) = (vertical ? map?.YRange : map?.XRange) ?? (-0.5, (names?.Count ?? 0) - 0.5);
        Tick[]? ticks = names?.Select((name, i) => new Tick(low + (high - low) * (i + 0.5) / names.Count, name))
            .ToArray();
        return axis with { Ticks = axis.Ticks ?? ticks };
    }

    private static SP.TickGenerators.NumericManual Generator(AxisMap axis) => new(
    [
        .. axis.Ticks.Major.Select(tick => SP.Tick.Major(axis[tick.Value], "")),
        .. axis.Ticks.Minor.Select(value => SP.Tick.Minor(axis[value])),
    ]);

    /// <summary>As many ticks as their labels leave room for; with equal units no more along y than along x. Texts
    /// above and below are broken to the width.</summary>
    private void Fit(SKSize frame)
    {
        _title = MathText.Wrap(_panel.Title, Theme.LabelSize, frame.Width + 40, 2);
        if (!_axes)
        {
            return;
        }

        int across = Labels(frame.Width, _panel.AspectEqual ? 36 : 50), up = Labels(frame.Height, 34);
        TickMarks ticks = TickMarks.For(X, across);
        while (across > 1 && ticks.Length > frame.Width)
        {
            ticks = TickMarks.For(X, --across);
        }

        X.Ticks = ticks.Broken(Math.Max(20, frame.Width / Math.Max(1, ticks.Major.Count) - 6));
        Y.Ticks = TickMarks.For(Y, _panel.AspectEqual
            ? Math.Clamp((int)Math.Round(across * Y.Length / X.Length), 2, up) : up).Broken(LongestTick);
        float factor = MathText.Width(X.Ticks.Multiplier, Theme.TickSize);
        _label = MathText.Wrap(X.Label, Theme.LabelSize, frame.Width + (factor > 0 ? -2 * factor - 16 : 30), 2);
    }

    /// <summary>How many labels an axis takes: not so many that it looks like a ruler.</summary>
    private static int Labels(float length, float each) => (int)Math.Clamp(length / each, 2, 9);
}
