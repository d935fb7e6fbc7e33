using Reference.Plotting.Typography;

namespace Reference.Plotting.Drawing;

/// <summary>Sizes and greys that all figures share, and text set by its anchor.</summary>
internal static class Ink
{
    public const double TickSize = 13;
    public const double LegendSize = 12.5;
    public const double LabelSize = 14.2;
    public const double TitleSize = 16.5;
    public const double LineHeight = 1.35;

    public static readonly Color Text = Color.FromHex("#1A1A1A");
    public static readonly Color Frame = Color.FromHex("#4D4D4D");
    public static readonly Color LightFrame = Color.FromHex("#BFBFBF");
    public static readonly Color Grid = Color.FromHex("#E3E3E3");

    /// <summary>Width of the longest line.</summary>
    public static double Width(string text, double size) => text.Split('\n').Max(line => new MathText(line).Width) * size;

    public static int Lines(string text) => text.Count(c => c == '\n') + 1;

    /// <summary>Height from the top of the first line's capitals to the last baseline.</summary>
    public static double Height(string text, double size) => (Typeface.CapHeight + (Lines(text) - 1) * LineHeight) * size;

    /// <summary>Text set horizontally; (h, v) is the fraction of its box that lies left of and above the point.</summary>
    public static void Write(this ICanvas canvas, string text, Point at, double h, double v, double size, Color color)
    {
        double baseline = at.Y - v * Height(text, size) + Typeface.CapHeight * size;
        foreach ((int i, string line) in text.Split('\n').Index())
        {
            canvas.Text(line, at with { Y = baseline + i * LineHeight * size }, h, size, color, new Point(1, 0));
        }
    }

    /// <summary>Text that reads upwards, centred on the point.</summary>
    public static void WriteUpwards(this ICanvas canvas, string text, Point at, double size, Color color) =>
        canvas.Text(text, at with { X = at.X + Typeface.CapHeight * size / 2 }, 0.5, size, color, new Point(0, -1));

    /// <summary>A thin line around a rectangle.</summary>
    public static void Outline(this ICanvas canvas, Rect box, Color color)
    {
        Rect outer = box.Grown(0.5);
        canvas.Rectangle(outer with { Height = 1 }, color);
        canvas.Rectangle(outer with { Height = 1, Y = outer.Bottom - 1 }, color);
        canvas.Rectangle(outer with { Width = 1 }, color);
        canvas.Rectangle(outer with { Width = 1, X = outer.Right - 1 }, color);
    }

    /// <summary>Breaks a text at spaces so that no line is longer than the width; what cannot be broken is cut with an ellipsis.</summary>
    public static string Wrap(string text, double size, double width, int lines)
    {
        var wrapped = new List<string>();
        foreach (string paragraph in text.Split('\n'))
        {
            string line = "";
            foreach (string word in paragraph.Split(' '))
            {
                bool fits = line.Length == 0 || Width($"{line} {word}", size) <= width;
                wrapped.AddRange(fits ? [] : [line]);
                line = fits && line.Length > 0 ? $"{line} {word}" : word;
            }

            wrapped.Add(line);
        }

        string[] kept = wrapped.Count <= lines ? [.. wrapped] : [.. wrapped.Take(lines - 1), string.Join(' ', wrapped.Skip(lines - 1))];
        return string.Join('\n', kept.Select(line => Cut(line, size, width)));
    }

    private static string Cut(string line, double size, double width)
    {
        string Kept(int length) => length < line.Length ? line[..length].TrimEnd() + "…" : line;
        return Enumerable.Range(0, line.Length).Select(gone => Kept(line.Length - gone)).FirstOrDefault(kept => Width(kept, size) <= width) ?? Kept(1);
    }

    /// <summary>Lengths on and off of a line style, in widths of the line; null for a solid line. Round caps add half a width at each end.</summary>
    public static double[]? Dashes(LineStyle style, double width)
    {
        double[]? rhythm = style switch
        {
            LineStyle.Dashed => [3.2, 3],
            LineStyle.Dotted => [0.01, 2.3],
            LineStyle.DashDot => [3.6, 2.6, 0.01, 2.6],
            _ => null,
        };
        return rhythm?.Select(length => length * Math.Max(width, 1)).ToArray();
    }
}
