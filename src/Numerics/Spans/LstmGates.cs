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
/// A step of an LSTM for each of N columns, whose 4H scores stay in the first cache from the gates to h:
/// <para>(1) i, f, o = σ(z + b), g = tanh(z + b), in place of the scores z</para>
/// <para>(2) C = f·C₁ + i·g, a = tanh C, h = o·a</para>
/// and its gradient, with dh of the step and dC of the steps after it:
/// <para>(3) dC += dh·o·(1 − a²)</para>
/// <para>(4) δi = dC·g·i(1 − i), δf = dC·C₁·f(1 − f), δg = dC·i·(1 − g²), δo = dh·a·o(1 − o)</para>
/// <para>(5) dC ← dC·f</para>
/// </summary>
internal static unsafe class LstmGates<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(int H, int N, T* b, T* z, T* C1, T* C, T* a, T* h)
    {
        for (; N > 0; N--, z += 4 * H, C1 += H, C += H, a += H, h += H)
        {
            Map2.Run<SigmoidOfSum<T>, V, T>(default, 2 * H, z, b, z); // (1)
            Map2.Run<TanhOfSum<T>, V, T>(default, H, z + 2 * H, b + 2 * H, z + 2 * H); // (1)
            Map2.Run<SigmoidOfSum<T>, V, T>(default, H, z + 3 * H, b + 3 * H, z + 3 * H); // (1)
            Cell(H, z, C1, C);
            Map.Run<Tanh<T>, V, T>(default, H, C, a); // (2)
            Hidden(H, z + 3 * H, a, h);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(int H, int N, T* y, T* C1, T* a, T* dh, T* dC, T* δ)
    {
        for (; N > 0; N--, y += 4 * H, C1 += H, a += H, dh += H, dC += H, δ += 4 * H)
        {
            for (int k = 0; k < H; k += V.Lanes)
            {
                int c = H - k;
                V i = First(c, y + k), f = First(c, y + H + k), g = First(c, y + 2 * H + k), o = First(c, y + 3 * H + k);
                V tanh = First(c, a + k), up = First(c, dh + k), one = V.Constant(1), zero = V.Constant(0);
                V dc = V.MultiplyAdd(up * o, V.MultiplyAdd(zero - tanh, tanh, one), First(c, dC + k)); // (3)
                V.StoreFirst(c, dc * g * (i * (one - i)), δ + k); // (4)
                V.StoreFirst(c, dc * First(c, C1 + k) * (f * (one - f)), δ + H + k); // (4)
                V.StoreFirst(c, dc * i * V.MultiplyAdd(zero - g, g, one), δ + 2 * H + k); // (4)
                V.StoreFirst(c, up * tanh * (o * (one - o)), δ + 3 * H + k); // (4)
                V.StoreFirst(c, dc * f, dC + k); // (5)
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Cell(int H, T* y, T* C1, T* C)
    {
        for (int k = 0; k < H; k += V.Lanes)
        {
            int c = H - k;
            V i = First(c, y + k), f = First(c, y + H + k), g = First(c, y + 2 * H + k);
            V.StoreFirst(c, V.MultiplyAdd(i, g, f * First(c, C1 + k)), C + k); // (2)
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
    /// A step of an LSTM: the scores W_x x + W_h h become the gates i, f, g, o, from which C, tanh C and h follow.
    /// </summary>
    /// <param name="b">[4H], the bias.</param>
    /// <param name="z">[4H × N], the scores without bias; gets i, f, g, o of every column.</param>
    /// <param name="C1">[H × N], the cell state before.</param>
    /// <param name="C">[H × N], gets the cell state; may be <paramref name="C1"/> itself.</param>
    /// <param name="a">[H × N], gets tanh C.</param>
    /// <param name="h">[H × N], gets the hidden state.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void LstmGates(
        ReadOnlySpan<double> b, Span<double> z, ReadOnlySpan<double> C1, Span<double> C, Span<double> a,
        Span<double> h)
        => LstmGates(b, z, C1, C, a, h, VectorPaths.Best);

    /// <inheritdoc cref="LstmGates(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{double}, Span{double},
    /// Span{double}, Span{double})"/>
    public static void LstmGates(
        ReadOnlySpan<float> b, Span<float> z, ReadOnlySpan<float> C1, Span<float> C, Span<float> a, Span<float> h)
        => LstmGates(b, z, C1, C, a, h, VectorPaths.Best);

    internal static unsafe void LstmGates<T>(
        ReadOnlySpan<T> b, Span<T> z, ReadOnlySpan<T> C1, Span<T> C, Span<T> a, Span<T> h, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int H = b.Length / 4, N = Lengths.Gates<T>(4, H, z, C);
        Lengths.ColumnBeside<T>(b, z);
        Lengths.Equal<T>(C1, C);
        Lengths.Equal<T>(C, a);
        Lengths.Equal<T>(a, h);
        fixed (T* pb = b, pz = z, p1 = C1, pC = C, pa = a, ph = h)
        {
            switch (path)
            {
                case VectorPath.Avx512: LstmGates<Register512<T>, T>.Forward(H, N, pb, pz, p1, pC, pa, ph); break;
                case VectorPath.Avx2: LstmGates<Register256<T>, T>.Forward(H, N, pb, pz, p1, pC, pa, ph); break;
                default: LstmGates<Register128<T>, T>.Forward(H, N, pb, pz, p1, pC, pa, ph); break;
            }
        }
    }

    /// <summary>The gradient of <see cref="LstmGates(ReadOnlySpan{double}, Span{double}, ReadOnlySpan{double},
    /// Span{double}, Span{double}, Span{double})"/> with respect to the scores and the cell state before.</summary>
    /// <param name="y">[4H × N], i, f, g, o.</param>
    /// <param name="C1">[H × N], the cell state before.</param>
    /// <param name="a">[H × N], tanh C.</param>
    /// <param name="dh">[H × N], ∂L/∂h.</param>
    /// <param name="dC">[H × N], ∂L/∂C of the later steps; gets ∂L/∂C1.</param>
    /// <param name="δ">[4H × N], gets ∂L/∂z; may be <paramref name="y"/> itself.</param>
    /// <param name="hidden">H.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void LstmGatesGradient(
        ReadOnlySpan<double> y, ReadOnlySpan<double> C1, ReadOnlySpan<double> a, ReadOnlySpan<double> dh,
        Span<double> dC, Span<double> δ, int hidden)
        => LstmGatesGradient(y, C1, a, dh, dC, δ, hidden, VectorPaths.Best);

    /// <inheritdoc cref="LstmGatesGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double},
    /// ReadOnlySpan{double}, Span{double}, Span{double}, int)"/>
    public static void LstmGatesGradient(
        ReadOnlySpan<float> y, ReadOnlySpan<float> C1, ReadOnlySpan<float> a, ReadOnlySpan<float> dh, Span<float> dC,
        Span<float> δ, int hidden)
        => LstmGatesGradient(y, C1, a, dh, dC, δ, hidden, VectorPaths.Best);

    internal static unsafe void LstmGatesGradient<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> C1, ReadOnlySpan<T> a, ReadOnlySpan<T> dh, Span<T> dC, Span<T> δ,
        int hidden, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int N = Lengths.Gates<T>(4, hidden, δ, dC);
        Lengths.Equal<T>(y, δ);
        Lengths.Equal<T>(C1, dC);
        Lengths.Equal<T>(a, dC);
        Lengths.Equal<T>(dh, dC);
        fixed (T* py = y, p1 = C1, pa = a, ph = dh, pC = dC, pδ = δ)
        {
            switch (path)
            {
                case VectorPath.Avx512:
                    LstmGates<Register512<T>, T>.Backward(hidden, N, py, p1, pa, ph, pC, pδ);
                    break;
                case VectorPath.Avx2:
                    LstmGates<Register256<T>, T>.Backward(hidden, N, py, p1, pa, ph, pC, pδ);
                    break;
                default:
                    LstmGates<Register128<T>, T>.Backward(hidden, N, py, p1, pa, ph, pC, pδ);
                    break;
            }
        }
    }
}
