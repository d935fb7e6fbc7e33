namespace Reference.Plotting.Drawing;

/// <summary>The common logarithm by sums and products only, because the runtime's differs in the last bit between machines.</summary>
internal static class Logarithm
{
    /// <summary>lg x of a positive finite x, to a few ulps.</summary>
    public static double Base10(double x)
    {
        int exponent = 0;
        if (x < 2.2250738585072014e-308)
        {
            (x, exponent) = (x * (1L << 54), -54);
        }

        long bits = BitConverter.DoubleToInt64Bits(x);
        exponent += (int)(bits >> 52) - 1023;
        double mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        if (mantissa > 1.4142135623730951)
        {
            (mantissa, exponent) = (mantissa / 2, exponent + 1);
        }

        // ln m = 2 artanh s with s = (m − 1) / (m + 1), |s| ≤ 0.172: the series needs eleven terms.
        double s = (mantissa - 1) / (mantissa + 1), sum = 0;
        for (int k = 21; k >= 1; k -= 2)
        {
            sum = sum * s * s + 1.0 / k;
        }

        return exponent * 0.30102999566398120 + 2 * s * sum * 0.43429448190325183;
    }
}
