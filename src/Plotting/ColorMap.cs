namespace Reference.Plotting;

/// <summary>A map from [0, 1] to colours, piecewise linear between evenly spaced stops.</summary>
public sealed class ColorMap
{
    private readonly Color[] _stops;
    private readonly string _name;

    /// <summary>A map through the given stops.</summary>
    /// <exception cref="ArgumentException">Fewer than two stops.</exception>
    public ColorMap(string name, params IReadOnlyList<Color> stops)
    {
        _stops = stops.Count >= 2 ? [.. stops]
            : throw new ArgumentException($"A colour map needs at least 2 stops; got {stops.Count}.", nameof(stops));
        _name = name;
    }

    /// <summary>Its name.</summary>
    public override string ToString() => _name;

    /// <summary>Dark violet over green to yellow, with even steps of lightness: for magnitudes.</summary>
    public static ColorMap Viridis { get; } = FromHex(
        "viridis", "#440154", "#481B6D", "#46327E", "#3F4788", "#365C8D", "#2E6E8E",
        "#277F8E", "#21918C", "#1FA187", "#2DB27D", "#4AC16D", "#73D056", "#A0DA39", "#D0E11C", "#FDE725");

    /// <summary>Blue over near-white to red: for signed values, symmetric about the middle.</summary>
    public static ColorMap Diverging { get; } = FromHex(
        "diverging", "#0B3C7A", "#2467AC", "#4A93C4", "#8FC0DD", "#CADFED", "#F4F4F4", "#FADACA", "#F2AC8C",
            "#D9705C", "#B5303F", "#730A26");

    /// <summary>Black to white: for images.</summary>
    public static ColorMap Grey { get; } = FromHex("grey", "#000000", "#FFFFFF");

    /// <summary>White to dark blue: for counts and probabilities behind written numbers.</summary>
    public static ColorMap Blues { get; } = FromHex(
        "blues", "#F7FBFF", "#DBE9F6", "#BAD6EB", "#89BEDC", "#539ECD", "#2B7BBA", "#0B559F", "#08306B");

    /// <summary>The colour at a fraction; below 0 the first, above 1 the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is NaN.</exception>
    public Color At(double fraction)
    {
        // 128 steps are finer than the eye sees side by side, and leave room in a palette of 256 colours.
        double position = Math.Round(Expect.Within(Math.Clamp(fraction, 0, 1), 0, 1, nameof(fraction)) * 127) / 127
            * (_stops.Length - 1);
        int stop = Math.Min((int)position, _stops.Length - 2);
        return _stops[stop].Towards(_stops[stop + 1], position - stop);
    }

    /// <summary>The colour of a value between those of the first and the last colour; null for NaN.</summary>
    internal Color? Of(double value, double low, double high) =>
        double.IsNaN(value) ? null : At(low < high ? (value / 2 - low / 2) / (high / 2 - low / 2) : 0.5);

    internal Color?[,] Of(double[,] values, double low, double high) =>
        Table.Of(values.GetLength(0), values.GetLength(1), (row, column) => Of(values[row, column], low, high));

    private static ColorMap FromHex(string name, params string[] codes) => new(name, [.. codes.Select(Color.FromHex)]);
}
