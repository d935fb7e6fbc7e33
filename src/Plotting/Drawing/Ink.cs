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

    private static readonly Point Rightwards = new(1, 0);
    private static readonly Point Upwards = new(0, -1);

    public static double Width(string text, double size) => new MathText(text).Width * size;

    /// <summary>Text set horizontally; (h, v) is the fraction of its box that lies left of and above the point.</summary>
    public static void Write(this ICanvas canvas, string text, Point at, double h, double v, double size, Color color)
    {
        string[] lines = text.Split('\n');
        double top = at.Y - v * Height(lines.Length, size);
        for (int i = 0; i < lines.Length; i++)
        {
            double baseline = top + (Typeface.CapHeight + i * LineHeight) * size;
            canvas.Text(lines[i], at with { Y = baseline }, h, size, color, Rightwards);
        }
    }

    /// <summary>A thin line around a rectangle.</summary>
    public static void Outline(this ICanvas canvas, Rect box, Color color)
    {
        canvas.Rectangle(new Rect(box.X - 0.5, box.Y - 0.5, box.Width + 1, 1), color);
        canvas.Rectangle(new Rect(box.X - 0.5, box.Bottom - 0.5, box.Width + 1, 1), color);
        canvas.Rectangle(new Rect(box.X - 0.5, box.Y - 0.5, 1, box.Height + 1), color);
        canvas.Rectangle(new Rect(box.Right - 0.5, box.Y - 0.5, 1, box.Height + 1), color);
    }

    /// <summary>Height of so many lines from the top of the first capital to the last baseline.</summary>
    public static double Height(int lines, double size) => (Typeface.CapHeight + (lines - 1) * LineHeight) * size;

    /// <summary>Text that reads upwards, centred on the point.</summary>
    public static void WriteUpwards(this ICanvas canvas, string text, Point at, double size, Color color) =>
        canvas.Text(text, at with { X = at.X + Typeface.CapHeight * size / 2 }, 0.5, size, color, Upwards);

    /// <summary>Breaks a text at spaces so that no line is longer than the width; what cannot be broken is cut with an ellipsis.</summary>
    public static string Wrap(string text, double size, double width, int lines)
    {
        var result = new List<string>();
        foreach (string paragraph in text.Split('\n'))
        {
            string line = "";
            foreach (string word in paragraph.Split(' '))
            {
                string longer = line.Length == 0 ? word : line + " " + word;
                if (line.Length > 0 && Width(longer, size) > width)
                {
                    result.Add(line);
                    longer = word;
                }

                line = longer;
            }

            result.Add(line);
        }

        if (result.Count > lines)
        {
            result = [.. result.Take(lines - 1), string.Join(' ', result.Skip(lines - 1))];
        }

        return string.Join('\n', result.Select(line => Cut(line, size, width)));
    }

    private static string Cut(string line, double size, double width)
    {
        int keep = line.Length;
        while (keep > 1 && Width(keep < line.Length ? line[..keep] + "…" : line, size) > width)
        {
            keep--;
        }

        return keep < line.Length ? line[..keep].TrimEnd() + "…" : line;
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
        return rhythm is null ? null : Array.ConvertAll(rhythm, length => length * Math.Max(width, 1));
    }
}
