using System.Globalization;

namespace Reference.Testing;

/// <summary>A machine on which numbers are written 1.234,5 and −1.</summary>
public static class DecimalComma
{
    /// <summary>What a function returns there.</summary>
    public static T Under<T>(Func<T> function)
    {
        CultureInfo before = CultureInfo.CurrentCulture, comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        NumberFormatInfo format = comma.NumberFormat;
        (format.NumberDecimalSeparator, format.NumberGroupSeparator, format.NegativeSign) = (",", ".", "−");
        try
        {
            CultureInfo.CurrentCulture = comma;
            return function();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
