using System.Globalization;
using System.Text.RegularExpressions;
using Reference.Plotting.Drawing;

namespace Reference.Plotting.Typography;

/// <summary>A glyph as polylines of the pen, in ems, y upwards from the baseline.</summary>
/// <param name="Advance">How far the next glyph stands.</param>
/// <param name="Strokes">The pen's polylines; one of a single point is a dot.</param>
internal sealed record Glyph(double Advance, Point[][] Strokes);

/// <summary>The built-in typeface, read from <see cref="Glyphs"/> once.</summary>
internal static class Typeface
{
    /// <summary>Width of the pen in ems.</summary>
    public const double Weight = 0.082;

    /// <summary>Height of capitals and figures in ems, pen included.</summary>
    public const double CapHeight = 0.65 + Weight;

    private static readonly Dictionary<char, Glyph> Letters = ReadLetters();
    private static readonly Dictionary<char, Point[][]> Accents = Glyphs.Marks.Split('\n').ToDictionary(Code, line => Trace(line[5..], 0));
    private static readonly Dictionary<(char, char), double> Kerns =
        Glyphs.Kerning.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => (pair[0], pair[1]), pair => Number(pair[2..]) / 100);

    /// <summary>The glyph of a character; one without a drawing shows as an empty box.</summary>
    public static Glyph Of(char character) => Letters.GetValueOrDefault(character) ?? Letters['\0'];

    public static bool Draws(char character) => Letters.ContainsKey(character);

    /// <summary>A combining mark, centred at x = 0 over an x-height letter; null when the character is none.</summary>
    public static Point[][]? Mark(char character) => Accents.GetValueOrDefault(character);

    /// <summary>What to add between two characters, in ems.</summary>
    public static double Kern(char left, char right) => Kerns.GetValueOrDefault((left, right));

    /// <summary>The character whose code stands first on a line.</summary>
    public static char Code(string line) => (char)Convert.ToInt32(line[..4], 16);

    private static Dictionary<char, Glyph> ReadLetters() => (
        from line in Glyphs.Drawings.Split('\n')
        let entry = line.Split(' ', 4)
        let strokes = Trace(entry[3], Number(entry[1]) / 100)
        let right = strokes.Max(stroke => stroke.Max(p => p.X))
        from character in entry[0]
        select (character, new Glyph(right + Number(entry[2]) / 100, strokes)))
        .Concat([('\0', new(0.6, Trace("M0 0 V65 H40 V0 H0", 0.1))), (' ', new(0.30, [])), ('\u00A0', new(0.30, [])), ('\u2009', new(0.16, []))])
        .ToDictionary();

    private static Point[][] Trace(string path, double left) => [..
        from stroke in Regex.Matches(path, "[MD][^MD]*")
        select Follow(stroke.Value).Select(p => new Point(left + p.X / 100, p.Y / 100 + Weight / 2)).ToArray()];

    /// <summary>Follows a stroke of the drawing language, its curves flattened.</summary>
    private static List<Point> Follow(string stroke)
    {
        var pen = new List<Point>();
        Point start = default;
        foreach (string step in Regex.Matches(stroke, "[A-Z][^A-Z]*").Select(match => match.Value))
        {
            double[] n = [.. step[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Number)];
            Point to = step[0] switch { 'H' => start with { X = n[0] }, 'V' => start with { Y = n[0] }, _ => new(n[^2], n[^1]) };
            // 0.5523 would make E and N true ellipses; a little more gives the letters shoulders.
            const double k = 0.575;
            (Point leaving, Point arriving) = step[0] switch
            {
                'C' => (new(n[0], n[1]), new(n[2], n[3])),
                'E' => (start with { X = start.X + k * (to.X - start.X) }, to with { Y = to.Y - k * (to.Y - start.Y) }),
                'N' => (start with { Y = start.Y + k * (to.Y - start.Y) }, to with { X = to.X - k * (to.X - start.X) }),
                _ => (to, to),
            };
            const int pieces = 9;
            // A straight line needs its end only.
            for (int piece = leaving == arriving ? pieces : 1; piece <= pieces; piece++)
            {
                double t = piece / (double)pieces, s = 1 - t;
                pen.Add(start * (s * s * s) + leaving * (3 * s * s * t) + arriving * (3 * s * t * t) + to * (t * t * t));
            }

            start = to;
        }

        return pen;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
