using SkiaSharp;

namespace Reference.Plotting;

/// <summary>Draws figures as SVG files, the same drawing as the PNG renderer's.</summary>
public sealed record SvgRenderer : IFigureRenderer
{
    /// <inheritdoc/>
    public string Extension => ".svg";

    /// <inheritdoc/>
    public byte[] Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)figure.Width, (float)figure.Height), stream))
        {
            ScottPlotRenderer.Draw(figure, canvas);
        }

        return stream.ToArray();
    }
}
