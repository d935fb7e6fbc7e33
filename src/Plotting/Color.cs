using System.Globalization;

namespace Reference.Plotting;

/// <summary>An sRGB colour.</summary>
/// <param name="R">Red, 0–255.</param>
/// <param name="G">Green, 0–255.</param>
/// <param name="B">Blue, 0–255.</param>
public readonly record struct Color(byte R, byte G, byte B)
{
    /// <summary>The colour of a code such as <c>#0072B2</c>.</summary>
    /// <exception cref="ArgumentException">Not # and six hexadecimal digits.</exception>
    public static Color FromHex(string code) =>
        code is ['#', .. { Length: 6 } digits]
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int rgb)
            ? new Color((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb)
            : throw new ArgumentException($"A colour code is # and six hexadecimal digits; got '{code}'.",
                nameof(code));

    /// <summary>The code, such as <c>#0072B2</c>.</summary>
    public string Hex => $"#{R:X2}{G:X2}{B:X2}";

    /// <summary>Perceived lightness L* (CIE 1976), 0 (black) to 100 (white): what remains of a colour in grey
    /// print.</summary>
    public double Lightness => Luminance > 216.0 / 24389 ? 116 * Math.Cbrt(Luminance) - 16 : Luminance * 24389 / 27;

    /// <summary>Dark or white, whichever is read better on this colour.</summary>
    internal Color OnTop => Lightness > 58 ? Theme.Text : Palette.White;

    /// <summary>Relative luminance (WCAG), 0 (black) to 1 (white).</summary>
    public double Luminance => 0.2126 * Linear(R) + 0.7152 * Linear(G) + 0.0722 * Linear(B);

    /// <summary>This colour mixed with another: <paramref name="amount"/> 0 gives this one, 1 the other.</summary>
    public Color Towards(Color other, double amount) =>
        new(Mix(R, other.R, amount), Mix(G, other.G, amount), Mix(B, other.B, amount));

    private static byte Mix(byte from, byte to, double amount) =>
        (byte)(from + (to - from) * Math.Clamp(amount, 0, 1) + 0.5);

    private static double Linear(byte channel)
    {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4);
    }
}
