using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A step of a GRU in PyTorch's form for each of N columns, from the scores z of x (r, z, n) with those of h added to
/// r and z, and from q, that of h in the candidate:
/// <para>(1) r, z = σ(z + b), q = q + b_hn, n = tanh(z_n + b_n + r·q)</para>
/// <para>(2) h = n + z·(h₁ − n)</para>
/// and its gradient from dh:
/// <para>(3) δn = dh·(1 − z)(1 − n²), δz = dh·(h₁ − n)·z(1 − z), δr = δn·q·r(1 − r), δq = δn·r</para>
/// <para>(4) dh₁ ← dh₁ + dh·z; what comes through δr, δz and δq is added by a product</para>
/// </summary>
internal static unsafe class GruGates<V, T>
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Forward(int H, int N, T* b, T* bq, T* y, T* q, T* h1, T* h)
    {
        for (; N > 0; N--, y += 3 * H, q += H, h1 += H, h += H)
        {
            Map2.Run<SigmoidOfSum<T>, V, T>(default, 2 * H, y, b, y); // (1)
            Candidate(H, b + 2 * H, bq, y, q, y + 2 * H);
            Map.Run<Tanh<T>, V, T>(default, H, y + 2 * H, y + 2 * H); // (1)
            Hidden(H, y + H, y + 2 * H, h1, h);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Backward(int H, int N, T* y, T* q, T* h1, T* dh, T* δx, T* δh, T* dh1)
    {
        for (; N > 0; N--, y += 3 * H, q += H, h1 += H, dh += H, δx += 3 * H, δh += 3 * H, dh1 += H)
        {
            for (int k = 0; k < H; k += V.Lanes)
            {
                int c = H - k;
                V r = First(c, y + k), z = First(c, y + H + k), n = First(c, y + 2 * H + k), up = First(c, dh + k);
                V one = V.Constant(1), zero = V.Constant(0);
                V δn = up * (one - z) * V.MultiplyAdd(zero - n, n, one); // (3)
                V δz = up * (First(c, h1 + k) - n) * (z * (one - z)); // (3)
                V δr = δn * First(c, q + k) * (r * (one - r)); // (3)
                V.StoreFirst(c, δr, δx + k);
                V.StoreFirst(c, δz, δx + H + k);
                V.StoreFirst(c, δn, δx + 2 * H + k);
                V.StoreFirst(c, δr, δh + k);
                V.StoreFirst(c, δz, δh + H + k);
                V.StoreFirst(c, δn * r, δh + 2 * H + k); // (3)
                V.StoreFirst(c, V.MultiplyAdd(up, z, First(c, dh1 + k)), dh1 + k); // (4)
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Candidate(int H, T* bn, T* bq, T* r, T* q, T* n)
    {
        for (int k = 0; k < H; k += V.Lanes)
        {
            V past = First(H - k, q + k) + First(H - k, bq + k);
            V score = V.MultiplyAdd(First(H - k, r + k), past, First(H - k, n + k) + First(H - k, bn + k));
            V.StoreFirst(H - k, past, q + k); // (1)
            V.StoreFirst(H - k, score, n + k); // (1)
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Hidden(int H, T* z, T* n, T* h1, T* h)
    {
        for (int k = 0; k < H; k += V.Lanes)
        {
            V candidate = First(H - k, n + k);
            V.StoreFirst(
                H - k, V.MultiplyAdd(First(H - k, z + k), First(H - k, h1 + k) - candidate, candidate), h + k); // (2)
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V First(int count, T* source) => V.LoadFirst(count, source, V.Constant(0));
}

public static partial class Kernels
{
    /// <summary>A step of a GRU in PyTorch's form: the scores become the gates r, z, n, from which h
    /// follows.</summary>
    /// <param name="b">[3H], the bias of r, z and n.</param>
    /// <param name="bq">[H], the bias that r multiplies.</param>
    /// <param name="y">[3H × N], W_x x, for r and z with W_h h; gets r, z, n of every column.</param>
    /// <param name="q">[H × N], W_hn h; gets it with its bias.</param>
    /// <param name="h1">[H × N], the hidden state before.</param>
    /// <param name="h">[H × N], gets the hidden state.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void GruGates(
        ReadOnlySpan<double> b, ReadOnlySpan<double> bq, Span<double> y, Span<double> q, ReadOnlySpan<double> h1,
        Span<double> h)
        => GruGates(b, bq, y, q, h1, h, VectorPaths.Best);

    /// <inheritdoc cref="GruGates(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double}, Span{double},
    /// ReadOnlySpan{double}, Span{double})"/>
    public static void GruGates(
        ReadOnlySpan<float> b, ReadOnlySpan<float> bq, Span<float> y, Span<float> q, ReadOnlySpan<float> h1,
        Span<float> h)
        => GruGates(b, bq, y, q, h1, h, VectorPaths.Best);

    internal static unsafe void GruGates<T>(
        ReadOnlySpan<T> b, ReadOnlySpan<T> bq, Span<T> y, Span<T> q, ReadOnlySpan<T> h1, Span<T> h, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int H = bq.Length, N = Lengths.Gates<T>(3, H, y, h);
        Lengths.Gates<T>(3, H, b, bq);
        Lengths.Equal<T>(q, h);
        Lengths.Equal<T>(h1, h);
        fixed (T* pb = b, pbq = bq, py = y, pq = q, p1 = h1, ph = h)
        {
            switch (path)
            {
                case VectorPath.Avx512: GruGates<Register512<T>, T>.Forward(H, N, pb, pbq, py, pq, p1, ph); break;
                case VectorPath.Avx2: GruGates<Register256<T>, T>.Forward(H, N, pb, pbq, py, pq, p1, ph); break;
                default: GruGates<Register128<T>, T>.Forward(H, N, pb, pbq, py, pq, p1, ph); break;
            }
        }
    }

    /// <summary>The gradient of <see cref="GruGates(ReadOnlySpan{double}, ReadOnlySpan{double}, Span{double},
    /// Span{double}, ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="y">[3H × N], r, z, n.</param>
    /// <param name="q">[H × N], what r multiplies.</param>
    /// <param name="h1">[H × N], the hidden state before.</param>
    /// <param name="dh">[H × N], ∂L/∂h.</param>
    /// <param name="δx">[3H × N], gets the gradient of the scores of x.</param>
    /// <param name="δh">[3H × N], gets that of the scores of h.</param>
    /// <param name="dh1">[H × N], ∂L/∂h1; what does not come through the scores is added.</param>
    /// <param name="hidden">H.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public static void GruGatesGradient(
        ReadOnlySpan<double> y, ReadOnlySpan<double> q, ReadOnlySpan<double> h1, ReadOnlySpan<double> dh,
        Span<double> δx, Span<double> δh, Span<double> dh1, int hidden)
        => GruGatesGradient(y, q, h1, dh, δx, δh, dh1, hidden, VectorPaths.Best);

    /// <inheritdoc cref="GruGatesGradient(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{double},
    /// ReadOnlySpan{double}, Span{double}, Span{double}, Span{double}, int)"/>
    public static void GruGatesGradient(
        ReadOnlySpan<float> y, ReadOnlySpan<float> q, ReadOnlySpan<float> h1, ReadOnlySpan<float> dh, Span<float> δx,
        Span<float> δh, Span<float> dh1, int hidden)
        => GruGatesGradient(y, q, h1, dh, δx, δh, dh1, hidden, VectorPaths.Best);

    internal static unsafe void GruGatesGradient<T>(
        ReadOnlySpan<T> y, ReadOnlySpan<T> q, ReadOnlySpan<T> h1, ReadOnlySpan<T> dh, Span<T> δx, Span<T> δh,
        Span<T> dh1, int hidden, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int H = hidden, N = Lengths.Gates<T>(3, H, y, dh);
        Lengths.Equal<T>(y, δx);
        Lengths.Equal<T>(y, δh);
        Lengths.Equal<T>(q, dh);
        Lengths.Equal<T>(h1, dh);
        Lengths.Equal<T>(dh, dh1);
        fixed (T* py = y, pq = q, p1 = h1, pd = dh, px = δx, ph = δh, pd1 = dh1)
        {
            switch (path)
            {
                case VectorPath.Avx512:
                    GruGates<Register512<T>, T>.Backward(H, N, py, pq, p1, pd, px, ph, pd1);
                    break;
                case VectorPath.Avx2:
                    GruGates<Register256<T>, T>.Backward(H, N, py, pq, p1, pd, px, ph, pd1);
                    break;
                default:
                    GruGates<Register128<T>, T>.Backward(H, N, py, pq, p1, pd, px, ph, pd1);
                    break;
            }
        }
    }
}
