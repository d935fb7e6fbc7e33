namespace Reference.Plotting;

/// <summary>Draws figures as PNG files. The same figure gives the same bytes on every run of one machine.</summary>
public sealed record PngRenderer : IFigureRenderer
{
    /// <summary>Pixels a logical unit: 2 for dense screens and print, 1 for small files. Between 0.25 and 8.</summary>
    public double Scale { get; init => field = Expect.Within(value, 0.25, 8, nameof(Scale)); } = 2;

    /// <inheritdoc/>
    public string Extension => ".png";

    /// <inheritdoc/>
    public byte[] Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var bitmap = new SKBitmap(new SKImageInfo(
            (int)Math.Round(figure.Width * Scale), (int)Math.Round(figure.Height * Scale), SKColorType.Bgra8888,
                SKAlphaType.Premul));
        using var canvas = new SKCanvas(bitmap);
        canvas.Scale((float)Scale);
        ScottPlotRenderer.Draw(figure, canvas);
        canvas.Flush();
        return PngFile.Encode(bitmap, Scale);
    }
}
