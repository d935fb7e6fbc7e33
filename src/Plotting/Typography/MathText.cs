using Reference.Plotting.Drawing;

namespace Reference.Plotting.Typography;

/// <summary>A character of a line with its mark and its level: 0 on the line, 1 raised, −1 lowered.</summary>
internal readonly record struct Atom(char Character, char Mark, int Level);

/// <summary>An atom set at a place: x from the start of the line, y above the baseline, both in ems.</summary>
internal readonly record struct Placed(Atom Atom, double X, double Y, double Scale);

/// <summary>
/// A line of text with mathematics: Unicode sub- and superscripts (x₁, e⁻ˣ), groups (<c>W_{ij}</c>, <c>10^{-3}</c>) and letters with hats
/// and bars (ŷ, x̄). Measured in ems by our typeface, whoever draws it.
/// </summary>
internal sealed class MathText
{
    private const double ScriptScale = 0.7;
    private const double Raise = 0.36;
    private const double Drop = -0.15;
    private const double Spread = 1.35;
    private static readonly Dictionary<char, Atom> Scripts = ReadScripts();
    private static readonly Dictionary<char, Atom> Composed =
        (from line in Typography.Glyphs.Composed.Split('\n')
         from pair in line[5..].Chunk(2)
         select (pair[0], new Atom(pair[1], (char)Convert.ToInt32(line[..4], 16), 0))).ToDictionary();

    public MathText(string text)
    {
        Atoms = Parse(text);
        Glyphs = Place(Atoms, out double width);
        Width = width;
    }

    /// <summary>Length in ems.</summary>
    public double Width { get; }

    public IReadOnlyList<Atom> Atoms { get; }

    public IReadOnlyList<Placed> Glyphs { get; }

    private static List<Atom> Parse(string text)
    {
        var atoms = new List<Atom>();
        int level = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (level == 0 && c is '_' or '^' && i + 1 < text.Length && text[i + 1] == '{' && text.IndexOf('}', i) > 0)
            {
                level = c == '^' ? 1 : -1;
                i++;
            }
            else if (level != 0 && c == '}')
            {
                level = 0;
            }
            else if (Typeface.Mark(c) is not null && atoms.Count > 0)
            {
                atoms[^1] = atoms[^1] with { Mark = c, Character = atoms[^1].Character switch { 'i' => 'ı', 'j' => 'ȷ', var letter => letter } };
            }
            else if (Typography.Glyphs.Fractions.IndexOf(c) is >= 0 and var at && at % 3 == 0)
            {
                atoms.AddRange([new(Typography.Glyphs.Fractions[at + 1], '\0', 1), new('⁄', '\0', 0), new(Typography.Glyphs.Fractions[at + 2], '\0', -1)]);
            }
            else if (Scripts.TryGetValue(c, out Atom script))
            {
                atoms.Add(script);
            }
            else
            {
                Atom atom = Composed.TryGetValue(c, out Atom composed) ? composed : new Atom(c, '\0', 0);
                // A hyphen in a script is a minus: nobody hyphenates an exponent.
                atoms.Add(atom with { Level = level, Character = level != 0 && c == '-' ? '−' : atom.Character });
            }
        }

        return atoms;
    }

    private static List<Placed> Place(IReadOnlyList<Atom> atoms, out double width)
    {
        var placed = new List<Placed>();
        double x = 0, scriptStart = 0, scriptEnd = 0;
        for (int i = 0; i < atoms.Count; i++)
        {
            Atom atom = atoms[i], before = i > 0 ? atoms[i - 1] : default;
            double scale = atom.Level == 0 ? 1 : ScriptScale;
            if (i > 0 && atom.Level == before.Level)
            {
                x += scale * Typeface.Kern(before.Character, atom.Character);
            }
            else if (i > 0 && atom.Level != 0 && before.Level != 0)
            {
                // A subscript and a superscript of one letter stand above each other, and clear of each other.
                (x, scriptEnd) = (scriptStart, x);
                for (int k = i - 1; k >= 0 && atoms[k].Level == before.Level; k--)
                {
                    placed[k] = placed[k] with { Y = placed[k].Y * Spread };
                }
            }
            else
            {
                x = Math.Max(x, scriptEnd);
                (scriptStart, scriptEnd) = (x, 0);
            }

            double shift = atom.Level switch { 0 => 0, 1 => Raise, _ => Drop };
            placed.Add(new Placed(atom, x, scriptEnd > 0 && atom.Level != 0 ? shift * Spread : shift, scale));
            x += scale * Typeface.Of(atom.Character).Advance;
        }

        width = Math.Max(x, scriptEnd);
        return placed;
    }

    /// <summary>The pen's polylines of a placed glyph, mark included, in ems from the start of the line.</summary>
    public static IEnumerable<Point[]> Strokes(Placed at)
    {
        Glyph glyph = Typeface.Of(at.Atom.Character);
        Point Move(Point p, double dx, double dy) => new(at.X + (p.X + dx) * at.Scale, at.Y + (p.Y + dy) * at.Scale);
        foreach (Point[] stroke in glyph.Strokes)
        {
            yield return Array.ConvertAll(stroke, p => Move(p, 0, 0));
        }

        if (Typeface.Mark(at.Atom.Mark) is { } mark)
        {
            double middle = (glyph.Strokes.Min(s => s.Min(p => p.X)) + glyph.Strokes.Max(s => s.Max(p => p.X))) / 2;
            double lift = Math.Max(0, glyph.Strokes.Max(s => s.Max(p => p.Y)) - 0.46 - Typeface.Weight / 2);
            foreach (Point[] stroke in mark)
            {
                yield return Array.ConvertAll(stroke, p => Move(p, middle, lift));
            }
        }
    }

    private static Dictionary<char, Atom> ReadScripts()
    {
        var scripts = new Dictionary<char, Atom>();
        foreach ((string pairs, int level) in new[] { (Typography.Glyphs.Raised, 1), (Typography.Glyphs.Lowered, -1) })
        {
            foreach (char[] pair in pairs.Chunk(2))
            {
                scripts[pair[0]] = new Atom(pair[1], '\0', level);
            }
        }

        return scripts;
    }
}
