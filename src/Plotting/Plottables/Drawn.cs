namespace Reference.Plotting.Plottables;

/// <summary>A plottable of ours: what ScottPlot does not draw.</summary>
internal abstract class Drawn(PanelPlot panel) : SP.IPlottable
{
    public bool IsVisible { get; set; } = true;

    public SP.IAxes Axes { get; set; } = new SP.Axes();

    public IEnumerable<SP.LegendItem> LegendItems => [];

    protected PanelPlot Panel { get; } = panel;

    /// <summary>The plot's frame.</summary>
    protected SKRect Area => new(Axes.DataRect.Left, Axes.DataRect.Top, Axes.DataRect.Right, Axes.DataRect.Bottom);

    public SP.AxisLimits GetAxisLimits() => SP.AxisLimits.NoLimits;

    public void Render(SP.RenderPack rp) => Draw(rp.Canvas);

    protected abstract void Draw(SKCanvas canvas);

    /// <summary>The place of a point; NaN where an axis has none.</summary>
    protected SKPoint At(double x, double y)
    {
        SP.Pixel pixel = Axes.GetPixel(Panel.At(x, y));
        return new SKPoint(pixel.X, pixel.Y);
    }
}
