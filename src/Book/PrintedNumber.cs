using System.Globalization;

namespace Reference.Book;

/// <summary>A number as the notes print it: its value, and half a unit of its last printed
/// digit.</summary>
/// <param name="Value">The value; a percentage is divided by 100.</param>
/// <param name="HalfUnit">Half a unit of the last printed digit, on the scale of <paramref name="Value"/>.</param>
public readonly record struct PrintedNumber(double Value, double HalfUnit)
{
    /// <summary>
    /// Reads <c>0.512</c>, <c>−1.5</c>, <c>90.9 %</c>, <c>9.36e-14</c>, <c>66,686</c> (with
    /// <paramref name="decimalComma"/>),
    /// <c>160 305</c> and <c>∞</c>.
    /// </summary>
    /// <exception cref="ArgumentException">The text is not such a number.</exception>
    public static PrintedNumber Parse(string text, bool decimalComma = false)
    {
        string digits = text.Replace("−", "-").Replace(" ", "").Replace(" ", "");
        digits = decimalComma ? digits.Replace(',', '.') : digits.Replace(",", "");
        if (digits is "∞" or "+∞")
        {
            return new(double.PositiveInfinity, 0);
        }

        bool percent = digits.EndsWith('%');
        digits = digits.TrimEnd('%');
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double value))
        {
            throw new ArgumentException(
                $"Expected a printed number such as '0.512', '90.9 %' or '9.36e-14'; got '{text}'.", nameof(text));
        }

        int e = digits.IndexOfAny(['e', 'E']);
        int exponent = e < 0 ? 0
            : int.Parse(digits.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        string mantissa = e < 0 ? digits : digits[..e];
        int point = mantissa.IndexOf('.');
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        double scale = percent ? 0.01 : 1;
        return new(value * scale, 0.5 * Math.Pow(10, exponent - decimals) * scale);
    }

    /// <summary>Whether the digits are <paramref name="computed"/> rounded; a half may go either way.</summary>
    public bool Rounds(double computed)
    {
        if (double.IsInfinity(Value) || double.IsInfinity(computed))
        {
            return Value == computed;
        }

        // The last bits of 0.5·10⁻ᵏ and of the subtraction must not decide a tie.
        return Math.Abs(computed - Value) <= HalfUnit * (1 + 1e-9);
    }

    /// <summary>Whether the printed digits are <paramref name="computed"/> with the further digits cut off.</summary>
    public bool Truncates(double computed)
    {
        double beyond = Math.Abs(computed) - Math.Abs(Value);
        return beyond >= -1e-15 && beyond < 2 * HalfUnit && (Math.Sign(computed) == Math.Sign(Value) || Value == 0);
    }
}
