using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// ln x. With x = m·2ᵉ, √½ ≤ m &lt; √2, f = m − 1 (exact) and s = f/(2 + f):
/// <para>(1) ln x = e ln 2 + ln(1 + f)</para>
/// <para>(2) ln(1 + f) = 2 artanh s = f − f²/2 + s(f²/2 + R), R = 2/3 s² + 2/5 s⁴ + 2/7 s⁶ + …</para>
/// (2) begins with f itself, so that no digits are lost near x = 1, where the result is small.
/// </summary>
internal readonly struct Log<T> : IMap<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x)
        where V : unmanaged, IVector<V, T>
    {
        bool isDouble = typeof(T) == typeof(double);
        V zero = V.Constant(0), smallest = V.Constant(isDouble ? 2.2250738585072014e-308 : 1.17549435e-38);
        // Subnormal numbers are scaled by a power of two first.
        V lift = V.WhereGreater(smallest, x, V.Constant(isDouble ? 18014398509481984 : 33554432), V.Constant(1));
        V lifted = V.WhereGreater(smallest, x, V.Constant(isDouble ? 54 : 25), zero);
        V e = V.Exponent(x * lift, out V m) - lifted;
        V f = m - V.Constant(1);
        V s = f / (V.Constant(2) + f);
        V s2 = s * s;
        V rest;
        if (isDouble)
        {
            rest = V.Constant(2.0 / 21);
            rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 19));
            rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 17));
            rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 15));
            rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 13));
            rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 11));
        }
        else
        {
            rest = V.Constant(2.0 / 11);
        }

        rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 9));
        rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 7));
        rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 5));
        rest = V.MultiplyAdd(rest, s2, V.Constant(2.0 / 3)) * s2;
        V halfSquare = V.Constant(0.5) * f * f;
        V low = V.MultiplyAdd(
            s, halfSquare + rest, e * V.Constant(isDouble ? Exponential.Ln2Low : Exponential.FloatLn2Low));
        V result = V.MultiplyAdd(
            e, V.Constant(isDouble ? Exponential.Ln2High : Exponential.FloatLn2High), f - (halfSquare - low));
        result = V.WhereGreater(x, V.Constant(isDouble ? double.MaxValue : float.MaxValue), x, result);
        // 0 gives −∞, a negative number NaN; adding x keeps a NaN.
        V outside = V.WhereGreater(zero, x, V.Constant(double.NaN), V.Constant(double.NegativeInfinity)) + x;
        return V.WhereGreater(x, zero, result, outside);
    }
}

public static partial class Kernels
{
    /// <summary>y[i] = ln x[i], within 1 ulp. ±0 gives −∞, a negative number or NaN gives NaN, +∞ gives +∞.</summary>
    /// <param name="x">[n]</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> y) => Log(x, y, VectorPaths.Best);

    /// <inheritdoc cref="Log(ReadOnlySpan{double}, Span{double})"/>
    public static void Log(ReadOnlySpan<float> x, Span<float> y) => Log(x, y, VectorPaths.Best);

    internal static void Log<T>(ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged
        => Map.Apply(default(Log<T>), x, y, path);
}
