using System.Text.RegularExpressions;
using System.Text;

namespace Reference.Plotting;

/// <summary>
/// The seam behind which any plotting library can stand: it reads a figure's panels, axes and series, which are plain
/// data, and returns a file's bytes.
/// </summary>
public interface IFigureRenderer
{
    /// <summary>The file extension with its dot, such as <c>.png</c>.</summary>
    string Extension { get; }

    /// <summary>The bytes of the figure's file.</summary>
    byte[] Render(Figure figure);
}

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

/// <summary>Draws figures as SVG files, the same drawing as the PNG renderer's.</summary>
public sealed partial record SvgRenderer : IFigureRenderer
{
    /// <inheritdoc/>
    public string Extension => ".svg";

    /// <inheritdoc/>
    public byte[] Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        using var stream = new MemoryStream();
        using (SKCanvas canvas = SKSvgCanvas.Create(new SKRect(0, 0, (float)figure.Width, (float)figure.Height),
            stream))
        {
            ScottPlotRenderer.Draw(figure, canvas);
        }

        // Skia counts its clips through the whole process; numbered anew, the same figure gives the same bytes.
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        string text = Encoding.UTF8.GetString(stream.ToArray())
            .Replace("<image ", "<image image-rendering=\"pixelated\" ", StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(Name().Replace(text, match =>
            names.TryGetValue(match.Value, out string? name) ? name
                : names[match.Value] = $"{match.Groups[1].Value}_{names.Count}"));
    }

    [GeneratedRegex("(?<=[\"#])(cl|gradient|img|pattern)_[0-9a-f]+")]
    private static partial Regex Name();
}
