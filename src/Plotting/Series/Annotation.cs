namespace Reference.Plotting;

/// <summary>Text at a point, in data coordinates, on a light ground so that it can be read over lines.</summary>
public sealed record Annotation : Series
{
    /// <summary>The text, centred at (x, y).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite.</exception>
    public Annotation(double x, double y, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        At = (Expect.Finite(x), Expect.Finite(y));
        (Text, Color) = (text, Palette.Black);
    }

    /// <summary>Where the text stands.</summary>
    public (double X, double Y) At { get; }

    /// <summary>What it says; <c>\n</c> starts a new line.</summary>
    public string Text { get; }

    /// <summary>Which point of the text lies at <see cref="At"/>.</summary>
    public TextAnchor Anchor { get; init; } = TextAnchor.Centre;

    internal override void Extend(Extent room) => room.Include(At);
}

/// <summary>Which point of a text lies at its position.</summary>
public enum TextAnchor
{
    /// <summary>Its centre.</summary>
    Centre,

    /// <summary>Its left end: the text runs to the right.</summary>
    Left,

    /// <summary>Its right end: the text runs to the left.</summary>
    Right,
}
