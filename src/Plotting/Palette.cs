namespace Reference.Plotting;

/// <summary>
/// Colours that readers with any colour vision can tell apart (after Okabe and Ito, 2008, shifted a little apart in
/// lightness, the yellow darkened for thin lines on white), and whose lightness differs enough for grey print.
/// </summary>
public static class Palette
{
    /// <summary>Blue.</summary>
    public static Color Blue { get; } = Color.FromHex("#0067A8");

    /// <summary>Orange.</summary>
    public static Color Orange { get; } = Color.FromHex("#E69F00");

    /// <summary>Bluish green.</summary>
    public static Color Green { get; } = Color.FromHex("#00A479");

    /// <summary>Vermillion, a red that does not meet the green.</summary>
    public static Color Vermillion { get; } = Color.FromHex("#CC5500");

    /// <summary>The same as <see cref="Vermillion"/>.</summary>
    public static Color Red => Vermillion;

    /// <summary>Reddish purple.</summary>
    public static Color Purple { get; } = Color.FromHex("#CC79A7");

    /// <summary>Sky blue.</summary>
    public static Color Sky { get; } = Color.FromHex("#56B4E9");

    /// <summary>Yellow.</summary>
    public static Color Yellow { get; } = Color.FromHex("#E0CF2E");

    /// <summary>Black, not quite, as ink is.</summary>
    public static Color Black { get; } = Color.FromHex("#1A1A1A");

    /// <summary>Grey, for what is in the background.</summary>
    public static Color Grey { get; } = Color.FromHex("#7F7F7F");

    /// <summary>White, the paper.</summary>
    public static Color White { get; } = Color.FromHex("#FFFFFF");

    /// <summary>
    /// The order in which series without a colour of their own take theirs, those skipped that another series of the
    /// panel asks for; it starts again after eight.
    /// </summary>
    public static IReadOnlyList<Color> Order { get; } = [Blue, Vermillion, Green, Orange, Purple, Sky, Black, Yellow];
}
