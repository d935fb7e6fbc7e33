using System.Text;
using Reference.Plotting.Drawing;
using Reference.Plotting.Svg;

namespace Reference.Plotting;

/// <summary>Draws figures as SVG files: the layout of <see cref="PngRenderer"/>, with real text that can be selected and searched.</summary>
public sealed record SvgRenderer : IFigureRenderer
{
    /// <inheritdoc/>
    public string Extension => ".svg";

    /// <inheritdoc/>
    public byte[] Render(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        var canvas = new SvgCanvas();
        FigureDrawing.Draw(figure, canvas);
        return Encoding.UTF8.GetBytes(canvas.Document(figure.Title, figure.Width, figure.Height));
    }
}
