using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>σ(x + b): a gate from its score and bias.</summary>
internal readonly struct SigmoidOfSum<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V b)
        where V : unmanaged, IVector<V, T> => default(Sigmoid<T>).Of(x + b);
}

/// <summary>tanh(x + b).</summary>
internal readonly struct TanhOfSum<T> : IMap2<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V x, V b)
        where V : unmanaged, IVector<V, T> => default(Tanh<T>).Of(x + b);
}

/// <summary>
/// A step of an LSTM for each of N columns, whose 4H scores stay in the first cache from the gates to h; a state is h
/// above C:
/// <para>(1) i, f, o = σ(z + b), g = tanh(z + b), in place of the scores z</para>
/// <para>(2) C = f·C₁ + i·g, a = tanh C, h = o·a</para>
/// and its gradient, from dh and dC of the state after:
/// <para>(3) dC ← dC + dh·o·(1 − a²)</para>
/// <para>(4) δi = dC·g·i(1 − i), δf = dC·C₁·f(1 − f), δg = dC·i·(1 − g²), δo = dh·a·o(1 − o)</para>
/// <para>(5) dC₁ ← dC₁ + dC·f</para>
/// </summary>
internal static unsafe class LstmGates<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(int H, int N, T* b, T* z, T* before, T* after, T* a)
    {
        for (; N > 0; N--, z += 4 * H, before += 2 * H, after += 2 * H, a += H)
        {
            Map2.Run<SigmoidOfSum<T>, V, T>(default, 2 * H, z, b, z); // (1)
            Map2.Run<TanhOfSum<T>, V, T>(default, H, z + 2 * H, b + 2 * H, z + 2 * H); // (1)
            Map2.Run<SigmoidOfSum<T>, V, T>(default, H, z + 3 * H, b + 3 * H, z + 3 * H); // (1)
            Cell(H, z, before + H, after + H);
            Map.Run<Tanh<T>, V, T>(default, H, after + H, a); // (2)
            Hidden(H, z + 3 * H, a, after);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(int H, int N, T* y, T* before, T* a, T* dAfter, T* dBefore, T* δ)
    {
        V one = V.Constant(1), zero = V.Constant(0);
        for (; N > 0; N--, y += 4 * H, before += 2 * H, a += H, dAfter += 2 * H, dBefore += 2 * H, δ += 4 * H)
        {
            for (int k = 0; k < H; k += V.Lanes)
            {
                int c = H - k;
                V i = First(c, y + k), f = First(c, y + H + k), g = First(c, y + 2 * H + k),
                    o = First(c, y + 3 * H + k);
                V tanh = First(c, a + k), dh = First(c, dAfter + k), C = First(c, before + H + k);
                V dC = V.MultiplyAdd(dh * o, V.MultiplyAdd(zero - tanh, tanh, one), First(c, dAfter + H + k)); // (3)
                V.StoreFirst(c, dC * g * (i * (one - i)), δ + k); // (4)
                V.StoreFirst(c, dC * C * (f * (one - f)), δ + H + k); // (4)
                V.StoreFirst(c, dC * i * V.MultiplyAdd(zero - g, g, one), δ + 2 * H + k); // (4)
                V.StoreFirst(c, dh * tanh * (o * (one - o)), δ + 3 * H + k); // (4)
                V.StoreFirst(c, V.MultiplyAdd(dC, f, First(c, dBefore + H + k)), dBefore + H + k); // (5)
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Cell(int H, T* y, T* before, T* C)
    {
        for (int k = 0; k < H; k += V.Lanes)
        {
            int c = H - k;
            V i = First(c, y + k), f = First(c, y + H + k), g = First(c, y + 2 * H + k);
            V.StoreFirst(c, V.MultiplyAdd(i, g, f * First(c, before + k)), C + k); // (2)
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Hidden(int H, T* o, T* a, T* h)
    {
        for (int k = 0; k < H; k += V.Lanes)
        {
            V.StoreFirst(H - k, First(H - k, o + k) * First(H - k, a + k), h + k); // (2)
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V First(int count, T* source) => V.LoadFirst(count, source, V.Constant(0));
}

public static partial class Kernels
{
    /// <summary>
    /// A step of an LSTM: the scores W_x x + W_h h become the gates i, f, g, o, from which the next state follows, h
    /// above C.
    /// </summary>
    /// <param name="b">[4H], the bias.</param>
    /// <param name="z">[4H × N], the scores without bias; gets i, f, g, o of every column.</param>
    /// <param name="before">[2H × N], the state before.</param>
    /// <param name="after">[2H × N], gets the state after.</param>
    /// <param name="a">[H × N], gets tanh C.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void LstmGates(
        ReadOnlySpan<double> b, Span<double> z, ReadOnlySpan<double> before, Span<double> after, Span<double> a)
        => LstmGates(b, z, before, after, a, VectorPaths.Best);

    /// <inheritdoc cref="LstmGates(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{double}, Span{double},
    /// Span{double})"/>
    public static void LstmGates(
        ReadOnlySpan<float> b, Span<float> z, ReadOnlySpan<float> before, Span<float> after, Span<float> a)
        => LstmGates(b, z, before, after, a, VectorPaths.Best);

    internal static unsafe void LstmGates<T>(
        ReadOnlySpan<T> b, Span<T> z, ReadOnlySpan<T> before, Span<T> after, Span<T> a, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int H = b.Length / 4, N = Lengths.Gates<T>(4, H, z, a);
        Lengths.ColumnBeside<T>(b, z);
        Lengths.Gates<T>(2, H, before, a);
        Lengths.Equal<T>(before, after);
        fixed (T* pb = b, pz = z, p1 = before, p2 = after, pa = a)
        {
            switch (path)
            {
                case VectorPath.Avx512: LstmGates<Register512<T>, T>.Forward(H, N, pb, pz, p1, p2, pa); break;
                case VectorPath.Avx2: LstmGates<Register256<T>, T>.Forward(H, N, pb, pz, p1, p2, pa); break;
                default: LstmGates<Register128<T>, T>.Forward(H, N, pb, pz, p1, p2, pa); break;
            }
        }
    }

    /// <summary>The gradient of <see cref="LstmGates(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{double},
    /// Span{double}, Span{double})"/> with respect to the scores and to C before.</summary>
    /// <param name="y">[4H × N], i, f, g, o.</param>
    /// <param name="before">[2H × N], the state before.</param>
    /// <param name="a">[H × N], tanh C.</param>
    /// <param name="dAfter">[2H × N], the gradient of the state after.</param>
    /// <param name="dBefore">[2H × N], the gradient of the state before; that of C is added.</param>
    /// <param name="δ">[4H × N], gets the gradient of the scores.</param>
    /// <param name="hidden">H.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void LstmGatesGradient(
        ReadOnlySpan<double> y, ReadOnlySpan<double> before, ReadOnlySpan<double> a, ReadOnlySpan<double> dAfter,
        Span<double> dBefore, Span<double> δ, int hidden)
        => LstmGatesGradient(y, before, a, dAfter, dBefore, δ, hidden, VectorPaths.Best);

    /// <inheritdoc cref="LstmGatesGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double},
    /// ReadOnlySpan{double}, Span{double}, Span{double}, int)"/>
    public static void LstmGatesGradient(
        ReadOnlySpan<float> y, ReadOnlySpan<float> before, ReadOnlySpan<float> a, ReadOnlySpan<float> dAfter,
        Span<float> dBefore, Span<float> δ, int hidden)
        => LstmGatesGradient(y, before, a, dAfter, dBefore, δ, hidden, VectorPaths.Best);

    internal static unsafe void LstmGatesGradient<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> before, ReadOnlySpan<T> a, ReadOnlySpan<T> dAfter, Span<T> dBefore,
        Span<T> δ, int hidden, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int H = hidden, N = Lengths.Gates<T>(4, H, δ, a);
        Lengths.Equal<T>(y, δ);
        Lengths.Gates<T>(2, H, before, a);
        Lengths.Equal<T>(before, dBefore);
        Lengths.Equal<T>(dAfter, dBefore);
        fixed (T* py = y, p1 = before, pa = a, pd = dAfter, pd1 = dBefore, pδ = δ)
        {
            switch (path)
            {
                case VectorPath.Avx512: LstmGates<Register512<T>, T>.Backward(H, N, py, p1, pa, pd, pd1, pδ); break;
                case VectorPath.Avx2: LstmGates<Register256<T>, T>.Backward(H, N, py, p1, pa, pd, pd1, pδ); break;
                default: LstmGates<Register128<T>, T>.Backward(H, N, py, p1, pa, pd, pd1, pδ); break;
            }
        }
    }
}
