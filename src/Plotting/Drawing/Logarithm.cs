namespace Reference.Plotting.Drawing;

/// <summary>The common logarithm and its inverse by sums and products only, because the runtime's differ in the last bit between machines.</summary>
internal static class Logarithm
{
    /// <summary>lg x of a positive finite x, to a few ulps.</summary>
    public static double Base10(double x)
    {
        // Subnormal numbers are made normal first.
        (x, int exponent) = x < 2.2250738585072014e-308 ? (x * (1L << 54), -54) : (x, 0);
        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        (mantissa, exponent) = mantissa > 1.4142135623730951 ? (mantissa / 2, exponent + 1) : (mantissa, exponent);
        // ln m = 2 artanh s with s = (m − 1) / (m + 1), |s| ≤ 0.172: the series needs eleven terms.
        double s = (mantissa - 1) / (mantissa + 1), sum = 0;
        for (int k = 21; k >= 1; k -= 2)
        {
            sum = sum * s * s + 1.0 / k;
        }

        return exponent * 0.30102999566398120 + 2 * s * sum * 0.43429448190325183;
    }

    /// <summary>10 to a power, to a few ulps; the largest double where it would overflow.</summary>
    public static double Power(double exponent)
    {
        int whole = (int)Math.Clamp(Math.Floor(exponent), -323, 308);
        // eᵗ with t = (exponent − whole) · ln 10 < 2.31: thirty terms of the series leave nothing.
        double t = Math.Clamp(exponent - whole, 0, 1) * 2.3025850929940457, sum = 1;
        for (int k = 30; k >= 1; k--)
        {
            sum = 1 + t / k * sum;
        }

        return Math.Min(TickMarks.Decimal(1, whole) * sum, double.MaxValue);
    }
}
