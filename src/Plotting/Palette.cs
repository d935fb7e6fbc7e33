namespace Reference.Plotting;

/// <summary>
/// Colours that readers with any colour vision can tell apart (after Okabe and Ito, 2008, the light ones darkened to
/// a contrast of 3:1 on white), and whose lightness differs enough for grey print.
/// </summary>
public static class Palette
{
    /// <summary>Blue.</summary>
    public static Color Blue { get; } = Color.FromHex("#0067A8");

    /// <summary>Orange.</summary>
    public static Color Orange { get; } = Color.FromHex("#CB8300");

    /// <summary>Bluish green.</summary>
    public static Color Green { get; } = Color.FromHex("#00A479");

    /// <summary>Vermillion, a red that does not meet the green.</summary>
    public static Color Vermillion { get; } = Color.FromHex("#CC5500");

    /// <summary>Reddish purple.</summary>
    public static Color Purple { get; } = Color.FromHex("#A8558C");

    /// <summary>Sky blue.</summary>
    public static Color Sky { get; } = Color.FromHex("#3A97CC");

    /// <summary>Olive: a yellow dark enough for lines on white.</summary>
    public static Color Olive { get; } = Color.FromHex("#857600");

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
    public static IReadOnlyList<Color> Order { get; } = [Blue, Vermillion, Green, Purple, Orange, Black, Sky, Olive];
}
