using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>
/// Normal numbers after Box and Muller (1958): a point whose squared distance from the origin is −2 ln u and whose
/// direction is uniform has two independent normal coordinates. With u uniform in (0, 1], ρ = √(−ln u), a uniform in
/// [−π/4, π/4) and two random signs they are
/// <para>(1) ±ρ(cos a − sin a) = ±√2 ρ cos(a + π/4) and ±ρ(cos a + sin a) = ±√2 ρ sin(a + π/4),</para>
/// so that a few terms of the series of sine and cosine are enough and no branch is needed. A line of words gives u,
/// the next one signs and angles; the coordinates replace them.
/// </summary>
internal readonly unsafe struct Normal<T>(double mean, double deviation) : EightStreams.IShape<T>
    where T : unmanaged
{
    public void Apply(Span<T> bits, int begin, VectorPath path)
    {
        fixed (T* target = bits)
        {
            switch (path)
            {
                case VectorPath.Avx512: Run<Register512<T>>(bits.Length, target); break;
                case VectorPath.Avx2: Run<Register256<T>>(bits.Length, target); break;
                default: Run<Register128<T>>(bits.Length, target); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Run<V>(int count, T* numbers)
        where V : unmanaged, IVector<V, T>
    {
        int line = 64 / sizeof(T);
        V μ = V.Constant(mean), σ = V.Constant(deviation);
        for (int i = 0; i < count; i += 2 * line)
        {
            for (int lane = 0; lane < line; lane += V.Lanes)
            {
                T* first = numbers + i + lane, second = first + line;
                V words = V.Load(second);
                // 1 − u is exact, and never 0.
                V ρ = V.SquareRoot(V.Constant(0) - default(Log<T>).Of(V.Constant(1) - V.Fraction(V.Load(first))));
                V a = (V.Fraction(V.ShiftUp(words, 2)) - V.Constant(0.5)) * V.Constant(Math.PI / 2);
                V sine = Sine(a), cosine = Cosine(a * a);
                // (1), with the upper two bits of the word as signs.
                V.Store(V.MultiplyAdd(σ, V.CopySign(ρ * (cosine - sine), words), μ), first);
                V.Store(V.MultiplyAdd(σ, V.CopySign(ρ * (cosine + sine), V.ShiftUp(words, 1)), μ), second);
            }
        }
    }

    // a − a³/3! + a⁵/5! − …
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Sine<V>(V a)
        where V : unmanaged, IVector<V, T>
    {
        V square = a * a, series;
        if (typeof(T) == typeof(double))
        {
            series = V.Constant(-1.0 / 1307674368000);
            series = V.MultiplyAdd(series, square, V.Constant(1.0 / 6227020800));
            series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 39916800));
            series = V.MultiplyAdd(series, square, V.Constant(1.0 / 362880));
            series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 5040));
        }
        else
        {
            series = V.Constant(-1.0 / 5040);
        }

        series = V.MultiplyAdd(series, square, V.Constant(1.0 / 120));
        series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 6));
        return V.MultiplyAdd(series * square, a, a);
    }

    // 1 − a²/2! + a⁴/4! − …
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Cosine<V>(V square)
        where V : unmanaged, IVector<V, T>
    {
        V series;
        if (typeof(T) == typeof(double))
        {
            series = V.Constant(1.0 / 20922789888000);
            series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 87178291200));
            series = V.MultiplyAdd(series, square, V.Constant(1.0 / 479001600));
            series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 3628800));
            series = V.MultiplyAdd(series, square, V.Constant(1.0 / 40320));
        }
        else
        {
            series = V.Constant(1.0 / 40320);
        }

        series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 720));
        series = V.MultiplyAdd(series, square, V.Constant(1.0 / 24));
        series = V.MultiplyAdd(series, square, V.Constant(-1.0 / 2));
        return V.MultiplyAdd(series, square, V.Constant(1));
    }
}

public static partial class Kernels
{
    /// <summary>
    /// Independent draws from N(<paramref name="mean"/>, <paramref name="deviation"/>²) in bulk, from bits as of
    /// <see cref="RandomBits(RandomStream, Span{ulong})"/>. The same on every path, and a longer span begins with the
    /// numbers of a shorter one. No number lies beyond 8.57 deviations (5.77 for float), where one in 10¹⁷ (one in
    /// 10⁸) would.
    /// </summary>
    /// <param name="random">The stream that seeds the eight: eight draws, whatever the length.</param>
    /// <param name="mean">μ</param>
    /// <param name="deviation">σ ≥ 0.</param>
    /// <param name="values">[n], written.</param>
    /// <exception cref="ArgumentException">The mean is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The deviation is negative or not finite.</exception>
    public static void RandomNormal(RandomStream random, double mean, double deviation, Span<double> values)
        => RandomNormal(random, mean, deviation, values, VectorPaths.Best);

    /// <inheritdoc cref="RandomNormal(RandomStream, double, double, Span{double})"/>
    public static void RandomNormal(RandomStream random, float mean, float deviation, Span<float> values)
        => RandomNormal(random, mean, deviation, values, VectorPaths.Best);

    internal static void RandomNormal<T>(
        RandomStream random, double mean, double deviation, Span<T> values, VectorPath path)
        where T : unmanaged
    {
        Require.Finite(mean);
        if (!double.IsFinite(deviation) || deviation < 0)
        {
            throw new ArgumentOutOfRangeException(
                nameof(deviation), $"Expected a finite deviation ≥ 0; got {deviation}.");
        }

        EightStreams.Fill(random, new Normal<T>(mean, deviation), values, path);
    }
}
