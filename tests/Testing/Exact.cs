using System.Collections.Concurrent;
using System.Numerics;

namespace Reference.Testing;

/// <summary>
/// Elementary functions to some 350 digits, in fixed point with 1200 bits after the point: every double is exact in
/// it, the smallest (2⁻¹⁰⁷⁴) included. Only series and the four operations, none of the code under test.
/// </summary>
public static class Exact
{
    private const int Bits = 1200;

    /// <summary>1.</summary>
    public static BigInteger One { get; } = BigInteger.One << Bits;

    /// <summary>A finite double, exactly.</summary>
    public static BigInteger From(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> 52) & 0x7FF;
        BigInteger mantissa = (bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52);
        return (x < 0 ? -mantissa : mantissa) << (Bits - 1075 + Math.Max(exponent, 1));
    }

    /// <summary>a·b.</summary>
    public static BigInteger Multiply(BigInteger a, BigInteger b) => (a * b) >> Bits;

    /// <summary>a/b.</summary>
    public static BigInteger Divide(BigInteger a, BigInteger b) => (a << Bits) / b;

    /// <summary>
    /// eˣ = (e^(x/2⁶⁴))^(2⁶⁴): a few terms of the series, then 64 squarings, with 160 bits to spare for their errors.
    /// </summary>
    public static BigInteger Exp(BigInteger x) => x.Sign < 0
        ? Divide(One, Exp(-x))
        : Exponentials.GetOrAdd(x, PositiveExp);

    // The functions of a chapter are tested at the same numbers.
    private static ConcurrentDictionary<BigInteger, BigInteger> Exponentials { get; } = [];

    private static BigInteger PositiveExp(BigInteger x)
    {
        const int spare = 160;
        const int bits = Bits + spare;
        BigInteger r = x << (spare - 64);
        BigInteger term = BigInteger.One << bits, sum = term;
        for (int k = 1; !term.IsZero; k++)
        {
            term = ((term * r) >> bits) / k;
            sum += term;
        }

        for (int i = 0; i < 64; i++)
        {
            sum = (sum * sum) >> bits;
        }

        return sum >> spare;
    }

    /// <summary>1/(1 + e⁻ˣ).</summary>
    public static BigInteger Sigmoid(BigInteger x) => Divide(One, One + Exp(-x));

    /// <summary>(e²ˣ − 1)/(e²ˣ + 1).</summary>
    public static BigInteger Tanh(BigInteger x)
    {
        BigInteger e = Exp(2 * x);
        return Divide(e - One, e + One);
    }

    /// <summary>ln x of a positive double.</summary>
    public static BigInteger Log(double x) => Log(From(x), Math.Log(x));

    /// <summary>
    /// ln x by Newton's iteration on <see cref="Exp"/>, from a double near it: the digits treble each time.
    /// </summary>
    public static BigInteger Log(BigInteger x, double near)
    {
        BigInteger y = From(near);
        for (int i = 0; i < 3; i++)
        {
            BigInteger e = Exp(y);
            y += 2 * Divide(x - e, x + e);
        }

        return y;
    }

    /// <summary>ln(1 + eˣ).</summary>
    public static BigInteger Softplus(BigInteger x)
    {
        BigInteger e = Exp(-BigInteger.Abs(x));
        return BigInteger.Max(x, 0) + LogOnePlus(e);
    }

    /// <summary>ln(1 + t), t above −1 by 2⁻⁶⁰ at least.</summary>
    public static BigInteger LogOnePlus(BigInteger t)
        => Log(One + t, Math.Log((double)((One + t) >> (Bits - 64)) / Math.Pow(2, 64)));

    /// <summary>φ(x) = e^(−x²/2)/√(2π).</summary>
    public static BigInteger Density(BigInteger x) => Divide(Exp(-Multiply(x, x) / 2), Sqrt(2 * Pi));

    private static BigInteger Pi { get; } = 4 * (4 * InverseArctangent(5) - InverseArctangent(239));

    /// <summary>
    /// x·Φ(x), Φ(x) = ½ + φ(0)(x − x³/(2·3) + x⁵/(2²·2!·5) − …): far more bits than the alternating terms cancel.
    /// </summary>
    public static BigInteger Gelu(BigInteger x)
    {
        BigInteger term = x, sum = x, square = Multiply(x, x);
        for (int n = 1; !term.IsZero; n++)
        {
            term = -Multiply(term, square) / (2 * n);
            sum += term / (2 * n + 1);
        }

        BigInteger rootOfTwoPi = Sqrt(2 * Pi);
        return Multiply(x, One / 2 + Divide(sum, rootOfTwoPi));
    }

    /// <summary>2u with u = √(2/π)(x + 0.044715x³), the argument of GELU's tanh form x·σ(2u).</summary>
    public static BigInteger TwiceGeluArgument(BigInteger x)
        => 2 * Multiply(Sqrt(Divide(2 * One, Pi)), x + Multiply(Multiply(x, x), x) * 44715 / 1_000_000);

    /// <summary>GELU's tanh form x·σ(2u).</summary>
    public static BigInteger GeluTanh(BigInteger x) => Multiply(x, Sigmoid(TwiceGeluArgument(x)));

    private static BigInteger InverseArctangent(int n)
    {
        BigInteger power = One / n, sum = power;
        for (int k = 1; !power.IsZero; k++)
        {
            power = -power / (n * n);
            sum += power / (2 * k + 1);
        }

        return sum;
    }

    /// <summary>√x.</summary>
    public static BigInteger Sqrt(BigInteger x) => Root(x << Bits);

    /// <summary>The root of a square that has twice the bits after the point.</summary>
    public static BigInteger Root(BigInteger square)
    {
        // From a power of two above the root, Newton's iteration falls until it stands.
        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while ((root + square / root) / 2 is var next && next < root)
        {
            root = next;
        }

        return root;
    }

    /// <summary>
    /// How far <paramref name="value"/> is from the exact result, in units of the last place of a double (or a float)
    /// of its size.
    /// </summary>
    public static double Ulps(double value, BigInteger exact, bool asFloat = false)
    {
        if (!double.IsFinite(value))
        {
            return double.PositiveInfinity;
        }

        double size = Math.Abs(value);
        double ulp = asFloat ? MathF.BitIncrement((float)size) - (double)(float)size : Math.BitIncrement(size) - size;
        return (double)((BigInteger.Abs(From(value) - exact) << 20) / From(ulp)) / (1 << 20);
    }
}
