using System.Globalization;
using System.Security;
using System.Text;
using Reference.Plotting.Drawing;
using Reference.Plotting.Raster;
using Reference.Plotting.Typography;

namespace Reference.Plotting.Svg;

/// <summary>A canvas that writes SVG elements.</summary>
internal sealed class SvgCanvas : ICanvas
{
    // Faces whose widths are close to ours, so that text ends where the layout thinks.
    private const string Fonts = "'Helvetica Neue', Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";
    private readonly StringBuilder _body = new();
    private int _clips;
    private bool _clipped;

    public string Document(string title, double width, double height) =>
        $"""
        <svg xmlns="http://www.w3.org/2000/svg" width="{N(width)}" height="{N(height)}" viewBox="0 0 {N(width)} {N(height)}" font-family="{Fonts}" role="img">
        <title>{Escape(title)}</title>
        {_body}</svg>

        """;

    public void Clip(Rect? area)
    {
        if (_clipped)
        {
            _body.Append("</g>\n");
        }

        if (area is { } a)
        {
            _clips++;
            _body.Append(CultureInfo.InvariantCulture, $"<clipPath id=\"plot{_clips}\"><rect {Place(a)}/></clipPath>\n<g clip-path=\"url(#plot{_clips})\">\n");
        }

        _clipped = area is not null;
    }

    public void Rectangle(Rect area, Color color, double opacity = 1) =>
        _body.Append(CultureInfo.InvariantCulture, $"<rect {Place(area)} fill=\"{color.Hex}\"{Opacity("fill", opacity)}/>\n");

    public void Fill(IReadOnlyList<Point[]> contours, Color color, double opacity = 1)
    {
        string path = string.Concat(contours.Where(contour => contour.Length > 0).Select(contour => Path(contour) + "Z"));
        if (path.Length == 0)
        {
            return;
        }

        // Pieces of one area touch: without smoothing no seams show between them.
        string crisp = contours.Count > 1 ? " shape-rendering=\"crispEdges\"" : "";
        _body.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{color.Hex}\"{Opacity("fill", opacity)}{crisp}/>\n");
    }

    public void Stroke(Point[] points, Color color, double width, double[]? dashes = null, double opacity = 1)
    {
        string rhythm = dashes is null ? "" : $" stroke-dasharray=\"{string.Join(' ', dashes.Select(N))}\"";
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<path d=\"{Path(points)}\" fill=\"none\" stroke=\"{color.Hex}\" stroke-width=\"{N(width)}\" "
            + $"stroke-linecap=\"round\" stroke-linejoin=\"round\"{rhythm}{Opacity("stroke", opacity)}/>\n");
    }

    /// <summary>Real text. Scripts are spans that follow their letters, wherever the reader's font puts those.</summary>
    public void Text(string text, Point at, double anchor, double size, Color color, Point direction)
    {
        var line = new MathText(text);
        if (line.Glyphs.Count == 0)
        {
            return;
        }

        string place = direction.Y == 0
            ? $"x=\"{N(at.X)}\" y=\"{N(at.Y)}\""
            : $"transform=\"matrix({N(direction.X)} {N(direction.Y)} {N(-direction.Y)} {N(direction.X)} {N(at.X)} {N(at.Y)})\"";
        string side = anchor switch { 0 => "", 1 => " text-anchor=\"end\"", _ => " text-anchor=\"middle\"" };
        bool plain = line.Glyphs.All(glyph => glyph.Atom.Level == 0) && line.Glyphs.Count > 1;
        string fit = plain ? $" textLength=\"{N(line.Width * size)}\" lengthAdjust=\"spacingAndGlyphs\"" : "";
        _body.Append(CultureInfo.InvariantCulture, $"<text {place} font-size=\"{N(size)}\" fill=\"{color.Hex}\"{side}{fit} xml:space=\"preserve\">");
        double height = 0, end = 0;
        for (int i = 0; i < line.Glyphs.Count;)
        {
            Placed first = line.Glyphs[i], last = first;
            string run = "";
            for (; i < line.Glyphs.Count && line.Glyphs[i].Y == first.Y && line.Glyphs[i].X >= last.X; i++)
            {
                last = line.Glyphs[i];
                run += last.Atom.Mark == '\0' ? $"{last.Atom.Character}" : $"{last.Atom.Character}{last.Atom.Mark}";
            }

            // Only the second of two stacked scripts goes back; everything else simply follows.
            string back = first.X < end ? $" dx=\"{N((first.X - end) * size)}\"" : "";
            string raise = first.Y != height ? $" dy=\"{N((height - first.Y) * size)}\"" : "";
            _body.Append(
                first.Scale == 1 && raise.Length + back.Length == 0
                    ? Escape(run)
                    : $"<tspan{back}{raise} font-size=\"{N(size * first.Scale)}\">{Escape(run)}</tspan>");
            (height, end) = (first.Y, last.X + last.Scale * Typeface.Of(last.Atom.Character).Advance - 1e-9);
        }

        _body.Append("</text>\n");
    }

    /// <summary>Cells are a bitmap inside the file; small ones are enlarged here, because some readers would blur them.</summary>
    public void Cells(Rect area, Color?[,] cells, double opacity)
    {
        (int rows, int columns) = (cells.GetLength(0), cells.GetLength(1));
        int pixels = Math.Clamp(400 / Math.Max(rows, columns), 1, 32);
        var bitmap = new Bitmap(columns * pixels, rows * pixels, 1);
        bitmap.Cells(new Rect(0, 0, bitmap.Width, bitmap.Height), cells, 1);
        string data = Convert.ToBase64String(PngFile.Encode(bitmap.Pixels, bitmap.Width, bitmap.Height, 1));
        _body.Append(
            CultureInfo.InvariantCulture,
            $"<image {Place(area)} preserveAspectRatio=\"none\" style=\"image-rendering:pixelated\" href=\"data:image/png;base64,{data}\""
            + $"{(opacity < 1 ? $" opacity=\"{N(opacity)}\"" : "")}/>\n");
    }

    private static string Path(Point[] points)
    {
        var path = new StringBuilder();
        for (int i = 0; i < points.Length; i++)
        {
            path.Append(i == 0 ? 'M' : 'L').Append(N(points[i].X)).Append(' ').Append(N(points[i].Y));
        }

        // A path of one point shows only when it is drawn to itself.
        return points.Length == 1 ? path.Append("h0").ToString() : path.ToString();
    }

    private static string Place(Rect area) => $"x=\"{N(area.X)}\" y=\"{N(area.Y)}\" width=\"{N(area.Width)}\" height=\"{N(area.Height)}\"";

    private static string Opacity(string what, double opacity) => opacity < 1 ? $" {what}-opacity=\"{N(opacity)}\"" : "";

    private static string Escape(string text) => SecurityElement.Escape(new string([.. text.Where(c => c >= ' ')]))!;

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
