using Reference.Plotting.Drawing;
using Reference.Plotting.Raster;

namespace Reference.Plotting;

/// <summary>Draws figures as PNG files in pure C#. The same figure gives the same bytes on every run and machine.</summary>
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
        var bitmap = new Bitmap((int)Math.Round(figure.Width * Scale), (int)Math.Round(figure.Height * Scale), Scale);
        FigureDrawing.Draw(figure, bitmap);
        return PngFile.Encode(bitmap.Pixels, bitmap.Width, bitmap.Height, Scale);
    }
}
