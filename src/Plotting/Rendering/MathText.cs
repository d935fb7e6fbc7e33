using System.Text.RegularExpressions;

namespace Reference.Plotting.Rendering;

/// <summary>
/// Lines of text with mathematics: Unicode sub- and superscripts (x₁, e⁻ˣ), groups (<c>W_{ij}^{(l)}</c>,
/// <c>10^{-3}</c>), and letters with hats and bars (ŷ, x̄), all set from one size of the typeface.
/// </summary>
internal static partial class MathText
{
    public const float LineHeight = 1.35f;
    public const float CapHeight = 0.727f;
    private const float Script = 0.72f, Raise = 0.4f, Drop = -0.18f, XHeight = 0.546f;

    private const string Scripts =
        "⁰0¹1²2³3⁴4⁵5⁶6⁷7⁸8⁹9⁺+⁻−⁼=⁽(⁾)ᵃaᵇbᶜcᵈdᵉeᶠfᵍgʰhⁱiʲjᵏkˡlᵐmⁿnᵒoᵖpʳrˢsᵗtᵘuᵛvʷwˣxʸyᶻzᴸLᵀTᴴHᴺN"
        + "₀0₁1₂2₃3₄4₅5₆6₇7₈8₉9₊+₋−₌=₍(₎)ₐaₑeₕhᵢiⱼjₖkₗlₘmₙnₒoₚpᵣrₛsₜtᵤuᵥvₓx";

    private static readonly int FirstLowered = Scripts.IndexOf('₀', StringComparison.Ordinal);

    /// <summary>Characters that are drawn in one go: raised (1), on the line (0) or lowered (−1); a mark stands over
    /// the last.</summary>
    private readonly record struct Run(string Text, int Level, bool Mark = false);

    /// <summary>A run at its place in ems from the start of the baseline, y upwards.</summary>
    private readonly record struct Placed(Run Run, float X, float Y, float Scale);

    /// <summary>Width of the longest line.</summary>
    public static float Width(string text, float size) => text.Split('\n').Max(line => Place(line).Width) * size;

    public static int Lines(string text) => text.Count(c => c == '\n') + 1;

    /// <summary>Height from the top of the first line's capitals to the last baseline.</summary>
    public static float Height(string text, float size) => (CapHeight + (Lines(text) - 1) * LineHeight) * size;

    /// <summary>
    /// Text at a point; (h, v) is the fraction of its box that lies left of and above the point, and it is turned by
    /// an angle in degrees around the point.
    /// </summary>
    public static void Write(
        this SKCanvas canvas, string text, SKPoint at, float h, float v, float size, Color? color = null,
        float angle = 0)
    {
        canvas.Save();
        canvas.Translate(at);
        canvas.RotateDegrees(angle);
        using SKPaint paint = Theme.Fill(color ?? Theme.Text);
        foreach ((int i, string line) in text.Split('\n').Index())
        {
            (List<Placed> runs, float width) = Place(line);
            float y = ((1 - v) * CapHeight + (i - v * (Lines(text) - 1)) * LineHeight) * size;
            foreach (Placed run in runs)
            {
                canvas.Save();
                canvas.Translate((run.X - h * width) * size, y - run.Y * size);
                using SKFont font = Font(run.Scale * size);
                if (run.Run.Text == "∇")
                {
                    // The face has no nabla, but a capital delta to stand on its head.
                    canvas.Scale(1, -1, 0, -CapHeight * run.Scale * size / 2);
                }

                canvas.DrawText(run.Run.Text.Replace('∇', 'Δ'), 0, 0, font, paint);
                canvas.Restore();
            }
        }

        canvas.Restore();
    }

    /// <summary>Breaks a text at spaces so that no line is wider; what cannot be broken is cut with an
    /// ellipsis.</summary>
    public static string Wrap(string text, float size, float width, int lines)
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

        string[] kept = wrapped.Count <= lines
            ? [.. wrapped]
            : [.. wrapped.Take(lines - 1), string.Join(' ', wrapped.Skip(lines - 1))];
        return string.Join('\n', kept.Select(line => Cut(line, size, width)));
    }

    /// <summary>The characters of a text that the typeface cannot draw.</summary>
    public static string Missing(string text) => string.Concat(text.Split('\n').SelectMany(Parse)
        .SelectMany(run => run.Text.Replace('∇', 'Δ').EnumerateRunes())
        .Where(rune => !Inter.Face.ContainsGlyph(rune.Value)));

    private static string Cut(string line, float size, float width)
    {
        string Kept(int length) => length < line.Length ? line[..length].TrimEnd() + "…" : line;
        return Enumerable.Range(0, line.Length).Select(gone => Kept(line.Length - gone))
            .FirstOrDefault(kept => Width(kept, size) <= width) ?? Kept(Math.Min(1, line.Length));
    }

    private static SKFont Font(float size) =>
        new(Inter.Face, size) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true,
            Edging = SKFontEdging.Antialias };

    private static List<Run> Parse(string line)
    {
        var runs = new List<Run>();
        foreach (Match piece in Piece().Matches(line))
        {
            int group = piece.Length == 1 ? 0 : piece.Value[0] == '^' ? 1 : -1;
            foreach (char c in group == 0 ? piece.Value : piece.Groups[1].Value)
            {
                int script = Scripts.IndexOf(c, StringComparison.Ordinal);
                bool small = script >= 0 && script % 2 == 0, mark = c is >= '\u0300' and <= '\u036F';
                int level = group != 0 || !small ? group : script < FirstLowered ? 1 : -1;
                // A hyphen in a script is a minus: nobody hyphenates an exponent.
                string text = $"{(small ? Scripts[script + 1] : level != 0 && c == '-' ? '−' : c)}";
                Run last = runs.LastOrDefault();
                bool joins = last.Level == level && !last.Mark && !mark && c != '∇' && last.Text is not (null or "∇");
                if (joins)
                {
                    runs[^1] = last with { Text = last.Text + text };
                }
                else
                {
                    runs.Add(new Run(text, level, mark && runs.Count > 0));
                }
            }
        }

        return runs;
    }

    /// <summary>A group, or a character.</summary>
    [GeneratedRegex(@"[_^]\{([^}]*)\}|.", RegexOptions.Singleline)]
    private static partial Regex Piece();

    private static (List<Placed> Runs, float Width) Place(string line)
    {
        using SKFont font = Font(100);
        float Advance(string text) => font.MeasureText(text.Replace('∇', 'Δ')) / 100;
        var placed = new List<Placed>();
        float x = 0, scriptStart = 0, scriptEnd = 0;
        foreach (Run run in Parse(line))
        {
            int before = placed.Count > 0 ? placed[^1].Run.Level : 0;
            float scale = run.Level == 0 ? 1 : Script;
            if (run.Mark)
            {
                // A mark is made for x-height: it moves up on a taller letter.
                font.MeasureText(placed[^1].Run.Text[^1..], out SKRect body);
                float up = Math.Max(0, -body.Top / 100 - XHeight) * scale;
                placed.Add(placed[^1] with { Run = run, X = x, Y = placed[^1].Y + up });
                continue;
            }

            if (run.Level != 0 && before != 0 && run.Level != before)
            {
                // A subscript and a superscript of one letter stand above each other.
                (x, scriptEnd) = (scriptStart, x);
            }
            else
            {
                x = Math.Max(x, scriptEnd);
                (scriptStart, scriptEnd) = (run.Level == before ? scriptStart : x, 0);
            }

            placed.Add(new Placed(run, x, run.Level switch { 0 => 0, 1 => Raise, _ => Drop }, scale));
            x += Advance(run.Text) * scale;
        }

        return (placed, Math.Max(x, scriptEnd));
    }
}
