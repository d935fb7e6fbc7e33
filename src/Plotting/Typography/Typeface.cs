using System.Globalization;
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

    /// <summary>Depth of descenders in ems, pen included.</summary>
    public const double Descent = 0.18;

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

    private static Dictionary<char, Glyph> ReadLetters()
    {
        var letters = new Dictionary<char, Glyph>
        {
            ['\0'] = new(0.6, Trace("M0 0 V65 H40 V0 H0", 0.1)),
            [' '] = new(0.30, []),
            ['\u00A0'] = new(0.30, []),
            ['\u2009'] = new(0.16, []),
        };
        foreach (string line in Glyphs.Drawings.Split('\n'))
        {
            string[] entry = line.Split(' ', 4);
            double left = Number(entry[1]) / 100;
            Point[][] strokes = Trace(entry[3], left);
            var glyph = new Glyph(strokes.Max(stroke => stroke.Max(p => p.X)) + Number(entry[2]) / 100, strokes);
            foreach (char character in entry[0])
            {
                letters[character] = glyph;
            }
        }

        // Letters that Greek and Latin share, and the dotless i below marks.
        foreach (char[] pair in "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoıiȷj".Chunk(2))
        {
            letters[pair[0]] = pair[0] is 'ı' or 'ȷ' ? letters[pair[1]] with { Strokes = letters[pair[1]].Strokes[..1] } : letters[pair[1]];
        }

        return letters;
    }

    /// <summary>Follows a path of the drawing language, its curves flattened.</summary>
    private static Point[][] Trace(string path, double left)
    {
        var strokes = new List<Point[]>();
        var pen = new List<Point>();
        string[] words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        double x = 0, y = 0;
        for (int i = 0; i < words.Length;)
        {
            char command = words[i][0];
            double[] n = [Number(words[i++][1..]), .. words.Skip(i).TakeWhile(word => !char.IsLetter(word[0])).Select(Number)];
            i += n.Length - 1;
            if (command is 'M' or 'D' && pen.Count > 0)
            {
                strokes.Add([.. pen]);
                pen.Clear();
            }

            (double toX, double toY) = command switch { 'H' => (n[0], y), 'V' => (x, n[0]), _ => (n[^2], n[^1]) };
            // 0.5523 would make E and N true ellipses; a little more gives the letters shoulders.
            const double k = 0.575;
            double[] handles = command switch
            {
                'C' => n,
                'E' => [x + k * (toX - x), y, toX, toY - k * (toY - y)],
                'N' => [x, y + k * (toY - y), toX - k * (toX - x), toY],
                _ => [toX, toY, toX, toY],
            };
            const int pieces = 9;
            // A straight line needs its end only.
            for (int piece = command is 'C' or 'E' or 'N' ? 1 : pieces; piece <= pieces; piece++)
            {
                double t = piece / (double)pieces, s = 1 - t;
                double px = s * s * s * x + 3 * s * s * t * handles[0] + 3 * s * t * t * handles[2] + t * t * t * toX;
                double py = s * s * s * y + 3 * s * s * t * handles[1] + 3 * s * t * t * handles[3] + t * t * t * toY;
                pen.Add(new Point(left + px / 100, py / 100 + Weight / 2));
            }

            (x, y) = (toX, toY);
        }

        strokes.Add([.. pen]);
        return [.. strokes];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
