using System.Text;
using System.Text.RegularExpressions;

namespace Reference.Plotting;

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
