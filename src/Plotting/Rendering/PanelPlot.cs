namespace Reference.Plotting.Rendering;

/// <summary>One panel: its axes and ticks, the room its texts need, its ScottPlot plot, and the texts around
/// it.</summary>
internal sealed class PanelPlot
{
    /// <summary>Longer tick labels are cut; the plot matters more.</summary>
    private const float LongestTick = 150;

    private readonly Panel _panel;
    private readonly bool _axes;

    /// <summary>Title, numbers and label below, as they are broken to the width.</summary>
    private string _title = "", _label = "";
    private string[] _numbers = [];

    public PanelPlot(Figure figure, int index)
    {
        bool xLabels = !figure.ShareX || index + figure.Columns >= figure.Panels.Count;
        bool yLabels = !figure.ShareY || index % figure.Columns == 0;
        _panel = figure.Panels[index];
        _axes = _panel.ShowAxes && !_panel.Series.Any(series => series is Surface);
        Extent room = Extent.Of(figure, index);
        X = new AxisMap(Categories(_panel.X, vertical: false), room.X) { Labelled = xLabels };
        Y = new AxisMap(Categories(_panel.Y, vertical: true), room.Y) { Labelled = yLabels };
        Right = _panel.RightY is { } right ? new AxisMap(right, room.Right) : null;
        Series = Colored(_panel.Series);
        Bar = ColorBar.Of(_panel.Series);
        Series[] labelled = Array.FindAll(Series, series => !string.IsNullOrEmpty(series.Label));
        Legend = _panel.ShowLegend && labelled.Length > 0 ? new LegendBox(labelled) : null;
    }

    public AxisMap X { get; }

    public AxisMap Y { get; }

    public AxisMap? Right { get; }

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

    /// <summary>Room that its own texts take around the frame.</summary>
    public SKRect Around { get; private set; }

    /// <summary>The vertical axis of a series.</summary>
    public AxisMap YOf(Series series) => series.OnRightAxis && Right is not null ? Right : Y;

    /// <summary>The place of a point between the axes, both from 0 to 1; NaN where an axis has none.</summary>
    public SP.Coordinates At(Series series, double x, double y) => new(X[x], YOf(series)[y]);

    /// <summary>Where bars stand: at 0, or at the lower edge where the axis has no 0.</summary>
    public double Floor(Series series) => YOf(series)[0] is var zero && double.IsNaN(zero) ? 0 : zero;

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
        top += Y.Ticks.Multiplier.Length > 0 || Right?.Ticks.Multiplier.Length > 0 ? 6 + Theme.TickSize + 5 : 6;
        float below = Theme.TickLength + 4 + (X.Labelled ? NumbersHeight + 4 : 0);
        below += _label.Length > 0 ? 10 + MathText.Height(_label, Theme.LabelSize)
            + (1 - MathText.CapHeight) * Theme.LabelSize : 0;
        return new SKRect(RoomBeside(Y), top, right + (Right is null ? 8 : RoomBeside(Right)), below);
    }

    /// <summary>Puts the frame into an area; with equal units it shrinks to the shape of its ranges, and stays below
    /// its title.</summary>
    /// <param name="area">Where frames of this row and column lie.</param>
    /// <param name="cell">The area with all texts around it; a panel without axes fills it.</param>
    /// <param name="room">The room that its own texts need.</param>
    public void Place(SKRect area, SKRect cell, SKRect room)
    {
        (Cell, Around) = (cell, room);
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
        bool filled = Series.Any(series => series is HeatMap or Contours { Filled: true });
        plot.Grid.IsVisible = _axes && _panel.ShowGrid && !forLegend && !filled;
        plot.Grid.XAxisStyle.IsVisible = !Series.Any(series => series is Bars);
        if (!_axes || forLegend)
        {
            plot.Axes.Frameless(hideAllPanels: false);
            Array.ForEach([.. plot.Axes.GetAxes()], axis => axis.IsVisible = false);
            return plot;
        }

        plot.Axes.Bottom.TickGenerator = Generator(X);
        plot.Axes.Left.TickGenerator = Generator(Y);
        plot.Axes.Right.TickGenerator = Right is null ? new SP.TickGenerators.NumericManual() : Generator(Right);
        return plot;
    }

    /// <summary>Title, numbers and labels of the axes, and colour bar.</summary>
    public void Write(SKCanvas canvas)
    {
        float half = MathText.Width(_title, Theme.LabelSize) / 2;
        float middle = Math.Clamp(Frame.MidX, Cell.Left + half, Math.Max(Cell.Left + half, Cell.Right - half));
        canvas.Write(_title, new(middle, Cell.Top), 0.5f, 0, Theme.LabelSize);
        Bar?.Draw(canvas, Frame);
        if (!_axes)
        {
            return;
        }

        float y = Frame.Bottom + Theme.TickLength + 4;
        foreach ((Tick tick, string number) in X.Ticks.Major.Zip(_numbers))
        {
            canvas.Write(number, new(Frame.Left + (float)X[tick.Value] * Frame.Width, y), 0.5f, 0, Theme.TickSize);
        }

        y += NumbersHeight + 8;
        canvas.Write(X.Ticks.Multiplier, new(Frame.Right, y), 1, 0, Theme.TickSize);
        canvas.Write(_label, new(Frame.MidX, y), 0.5f, 0, Theme.LabelSize);
        WriteBeside(canvas, Y, Frame.Left, -1);
        if (Right is not null)
        {
            WriteBeside(canvas, Right, Frame.Right, 1);
        }
    }

    private void WriteBeside(SKCanvas canvas, AxisMap axis, float x, int side)
    {
        float outwards = side < 0 ? 1 : 0;
        foreach (Tick tick in axis.Ticks.Major)
        {
            float y = Frame.Bottom - (float)axis[tick.Value] * Frame.Height;
            canvas.Write(Beside(tick), new(x + side * (Theme.TickLength + 4), y), outwards, 0.5f, Theme.TickSize);
        }

        canvas.Write(axis.Ticks.Multiplier, new(x, Frame.Top - 6), 1 - outwards, 1, Theme.TickSize);
        float at = x + side * (Theme.TickLength + 14 + Widest(axis) + Theme.LabelSize / 2);
        string label = MathText.Wrap(axis.Label, Theme.LabelSize, Frame.Height + 8, 1);
        canvas.Write(label, new(at, Frame.MidY), 0.5f, 0.5f, Theme.LabelSize, angle: -90);
    }

    private float NumbersHeight => Theme.TickSize
        * (1 + (_numbers.Select(MathText.Lines).DefaultIfEmpty(1).Max() - 1) * MathText.LineHeight);

    private IEnumerable<SP.IPlottable> Plotted(Series series, Color color) => series switch
    {
        Line line => [Curves.Of(line, this, color)],
        Markers markers => Marks.Of(markers, this, color),
        Region region => Regions.Of(region, this, color),
        HalfPlane half => Regions.Of(half, this, color),
        ErrorBars errors => [BarCharts.Of(errors, this, color)],
        Bars bars => BarCharts.Of(bars, this, color),
        Histogram histogram => BarCharts.Of(histogram, this, color),
        HeatMap map => [new HeatMapPlot(map, this)],
        ImageGrid images => [new ImagePlot(images, this)],
        Contours contours => [new ContourPlot(contours, this)],
        Surface surface => [new SurfacePlot(surface, this, color)],
        ReferenceLine line => [Curves.Of(line, this, color)],
        Arrow arrow => [new ArrowPlot(arrow, this, color)],
        VectorField field => [new VectorFieldPlot(field, this, color)],
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
        return [.. all.Select(series => series.Color is null && series.TakesPaletteColor ? series with
            { Color = free[next++ % free.Length] } : series)];
    }

    /// <summary>Category names stand in for numbers.</summary>
    private Axis Categories(Axis axis, bool vertical)
    {
        IReadOnlyList<string>? names = _panel.Series.Select(series => (series, vertical) switch
        {
            (Bars bars, false) => bars.Categories,
            (HeatMap map, false) => map.ColumnLabels,
            (HeatMap map, true) => map.RowLabels,
            _ => null,
        }).FirstOrDefault(labels => labels is not null);
        HeatMap? cells = _panel.Series.OfType<HeatMap>().FirstOrDefault();
        (double low, double high) = cells is null ? (-0.5, (names?.Count ?? 0) - 0.5) : vertical ? cells.YRange
            : cells.XRange;
        return axis with
        {
            Reversed = axis.Reversed != (vertical && cells is { OriginAtTop: true }),
            Ticks = axis.Ticks ?? names?.Select((name, i) =>
                new Tick(low + (high - low) * (i + 0.5) / names.Count, name)).ToArray(),
        };
    }

    private static SP.TickGenerators.NumericManual Generator(AxisMap axis) => new(
    [
        .. axis.Ticks.Major.Select(tick => SP.Tick.Major(axis[tick.Value], "")),
        .. axis.Ticks.Minor.Select(value => SP.Tick.Minor(axis[value])),
    ]);

    private static float RoomBeside(AxisMap axis) =>
        Theme.TickLength + 5 + Widest(axis) + (axis.Label.Length > 0 ? Theme.LabelSize + 14 : 0);

    private static float Widest(AxisMap axis) =>
        axis.Ticks.Major.Select(tick => MathText.Width(Beside(tick), Theme.TickSize)).DefaultIfEmpty(0).Max();

    private static string Beside(Tick tick) => MathText.Wrap(tick.Label, Theme.TickSize, LongestTick, 3);

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
        bool Long(int room) =>
            TickMarks.For(X, room).Major.Sum(tick => MathText.Width(tick.Label, Theme.TickSize) + 14) > frame.Width;
        while (across > 1 && Long(across))
        {
            across--;
        }

        X.Ticks = TickMarks.For(X, across);
        Y.Ticks = TickMarks.For(Y, _panel.AspectEqual
            ? Math.Clamp((int)Math.Round(across * Y.Length / X.Length), 2, up) : up);
        Right?.Ticks = TickMarks.For(Right, up);
        float share = Math.Max(20, frame.Width / Math.Max(1, X.Ticks.Major.Count) - 6);
        _numbers = [.. X.Ticks.Major.Select(tick => MathText.Wrap(tick.Label, Theme.TickSize, share, 3))];
        float factor = MathText.Width(X.Ticks.Multiplier, Theme.TickSize);
        _label = MathText.Wrap(X.Label, Theme.LabelSize, frame.Width + (factor > 0 ? -2 * factor - 16 : 30), 2);
    }

    /// <summary>How many labels an axis takes: not so many that it looks like a ruler.</summary>
    private static int Labels(float length, float each) => (int)Math.Clamp(length / each, 2, 9);
}
