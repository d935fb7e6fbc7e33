using Reference.Plotting.Drawing;

namespace Reference.Plotting.Typography;

/// <summary>A character of a line with its level, 0 on the line, 1 raised, −1 lowered, and its mark.</summary>
internal readonly record struct Atom(char Character, int Level = 0, char Mark = '\0');

/// <summary>An atom set at a place: x from the start of the line, y above the baseline, both in ems.</summary>
internal readonly record struct Placed(Atom Atom, double X, double Y, double Scale);

/// <summary>
/// A line of text with mathematics: Unicode sub- and superscripts (x₁, e⁻ˣ), groups (<c>W_{ij}</c>, <c>10^{-3}</c>) and letters with hats
/// and bars (ŷ, x̄). Measured in ems by our typeface, whoever draws it.
/// </summary>
internal sealed class MathText
{
    private const double ScriptScale = 0.7, Raise = 0.36, Drop = -0.15, Spread = 1.35;

    /// <summary>Characters that stand for others: scripts, fractions, letters with marks.</summary>
    private static readonly Dictionary<char, Atom[]> Spellings = new[]
    {
        Typography.Glyphs.Raised.Chunk(2).Select(pair => Spelling(pair[0], new Atom(pair[1], 1))),
        Typography.Glyphs.Lowered.Chunk(2).Select(pair => Spelling(pair[0], new Atom(pair[1], -1))),
        Typography.Glyphs.Fractions.Chunk(3).Select(part => Spelling(part[0], new(part[1], 1), new('⁄'), new(part[2], -1))),
        from line in Typography.Glyphs.Composed.Split('\n')
        from pair in line[5..].Chunk(2)
        select Spelling(pair[0], new Atom(pair[1], Mark: Typeface.Code(line))),
    }.SelectMany(spellings => spellings).ToDictionary();

    public MathText(string text)
    {
        Atoms = Parse(text);
        (Glyphs, Width) = Place(Atoms);
    }

    /// <summary>Length in ems.</summary>
    public double Width { get; }

    public IReadOnlyList<Atom> Atoms { get; }

    public IReadOnlyList<Placed> Glyphs { get; }

    private static (char Character, Atom[] Atoms) Spelling(char character, params Atom[] atoms) => (character, atoms);

    private static List<Atom> Parse(string text)
    {
        var atoms = new List<Atom>();
        int level = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (level == 0 && c is '_' or '^' && text[(i + 1)..].StartsWith('{') && text.IndexOf('}', i) > 0)
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
            else
            {
                // A hyphen in a script is a minus: nobody hyphenates an exponent.
                Atom[] spelled = Spellings.GetValueOrDefault(c) ?? [new Atom(level != 0 && c == '-' ? '−' : c)];
                atoms.AddRange(spelled.Select(atom => atom.Level == 0 ? atom with { Level = level } : atom));
            }
        }

        return atoms;
    }

    private static (List<Placed> Glyphs, double Width) Place(IReadOnlyList<Atom> atoms)
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
                int first = placed.FindLastIndex(glyph => glyph.Atom.Level != before.Level) + 1;
                placed = [.. placed[..first], .. placed[first..].Select(glyph => glyph with { Y = glyph.Y * Spread })];
            }
            else
            {
                x = Math.Max(x, scriptEnd);
                (scriptStart, scriptEnd) = (x, 0);
            }

            double shift = (scriptEnd > 0 ? Spread : 1) * atom.Level switch { 0 => 0, 1 => Raise, _ => Drop };
            placed.Add(new Placed(atom, x, shift, scale));
            x += scale * Typeface.Of(atom.Character).Advance;
        }

        return (placed, Math.Max(x, scriptEnd));
    }

    /// <summary>The pen's polylines of a placed glyph, mark included, in ems from the start of the line.</summary>
    public static IEnumerable<Point[]> Strokes(Placed at)
    {
        Point[][] strokes = Typeface.Of(at.Atom.Character).Strokes;
        if (Typeface.Mark(at.Atom.Mark) is { } mark)
        {
            // A mark is drawn for x-height: it moves to the middle of its letter, and up on a taller one.
            Point[] pen = [.. strokes.SelectMany(stroke => stroke)];
            var lift = new Point((pen.Min(p => p.X) + pen.Max(p => p.X)) / 2, Math.Max(0, pen.Max(p => p.Y) - 0.46 - Typeface.Weight / 2));
            strokes = [.. strokes, .. mark.Select(stroke => Array.ConvertAll(stroke, p => p + lift))];
        }

        return strokes.Select(stroke => Array.ConvertAll(stroke, p => new Point(at.X, at.Y) + p * at.Scale));
    }
}
