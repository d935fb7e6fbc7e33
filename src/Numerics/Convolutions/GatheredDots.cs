using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A <see cref="GatheredProduct"/> of few rows, which would leave lanes of every register empty: lanes go along the
/// taps instead, where eight stand one after another, as the channels of a pixel do. Tap i is added to lane i mod 8,
/// and the lanes are joined in the order of <see cref="Lanes{T}"/>, on every path.
/// </summary>
internal static unsafe class GatheredDots
{
    private const int Line = 8;

    /// <summary>Where each eight of K taps begins; null where eight do not stand one after another.</summary>
    internal static int[]? Eights(int[] down) =>
        down.Length % Line == 0
        && Enumerable.Range(0, down.Length).All(i => down[i] == down[i / Line * Line] + i % Line)
            ? [.. Enumerable.Range(0, down.Length / Line).Select(i => down[Line * i])]
            : null;

    /// <summary>Whether this takes fewer multiply-adds of registers; the sum of the lanes counts as three.</summary>
    internal static bool Pays(int rows, int taps) => rows < Line && rows * (taps / Line + 3) < taps;

    /// <summary>The rows of A. // a [M × K] → packed [K × M]</summary>
    internal static double* Packed(in GatheredJob job, double* a)
    {
        double* packed = Buffer<double>.ForA(job.M * job.K);
        for (int k = 0; k < job.K; k++)
        {
            for (int m = 0; m < job.M; m++)
            {
                packed[m * job.K + k] = *a++;
            }
        }

        return packed;
    }

    /// <summary>All columns of one image.</summary>
    internal static void Rows<V>(in GatheredJob job, double* packed, double* x, double* c)
        where V : unmanaged, IVector<V, double>
    {
        if (typeof(V) == typeof(Register512<double>))
        {
            InFours<Register512<double>>(job, packed, x, c);
        }
        else if (typeof(V) == typeof(Register256<double>))
        {
            InFours<Twice<Register256<double>, double>>(job, packed, x, c);
        }
        else
        {
            InFours<Twice<Twice<Register128<double>, double>, double>>(job, packed, x, c);
        }
    }

    // Four columns and three rows at a time; the last row stands in for those that are missing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void InFours<V>(in GatheredJob job, double* packed, double* x, double* c)
        where V : unmanaged, IVector<V, double>
    {
        int* eights = (int*)job.Eights, right = (int*)job.Right, to = (int*)job.Places;
        double* bias = (double*)job.Bias;
        int count = job.K / Line;
        for (int j = 0; j < job.N; j += 4, right += 4, to += 4)
        {
            double* x0 = x + right[0], x1 = x + right[1], x2 = x + right[2], x3 = x + right[3];
            for (int m = 0; m < job.M; m += 3)
            {
                int last = Math.Min(2, job.M - 1 - m), middle = Math.Min(1, last);
                double* a0 = packed + m * job.K, a1 = a0 + middle * job.K, a2 = a0 + last * job.K;
                V zero = V.Constant(0), p0 = zero, p1 = zero, p2 = zero, p3 = zero, q0 = zero, q1 = zero, q2 = zero,
                    q3 = zero, r0 = zero, r1 = zero, r2 = zero, r3 = zero;
                for (int i = 0; i < count; i++, a0 += Line, a1 += Line, a2 += Line)
                {
                    nint at = eights[i];
                    V u = V.Load(a0), v = V.Load(a1), w = V.Load(a2);
                    V y = V.Load(x0 + at);
                    (p0, q0, r0) = (V.MultiplyAdd(u, y, p0), V.MultiplyAdd(v, y, q0), V.MultiplyAdd(w, y, r0));
                    y = V.Load(x1 + at);
                    (p1, q1, r1) = (V.MultiplyAdd(u, y, p1), V.MultiplyAdd(v, y, q1), V.MultiplyAdd(w, y, r1));
                    y = V.Load(x2 + at);
                    (p2, q2, r2) = (V.MultiplyAdd(u, y, p2), V.MultiplyAdd(v, y, q2), V.MultiplyAdd(w, y, r2));
                    y = V.Load(x3 + at);
                    (p3, q3, r3) = (V.MultiplyAdd(u, y, p3), V.MultiplyAdd(v, y, q3), V.MultiplyAdd(w, y, r3));
                }

                double* b = bias == null ? null : bias + m;
                Store(p0, q0, r0, middle, last, b, c + to[0] + m);
                Store(p1, q1, r1, middle, last, b, c + to[1] + m);
                Store(p2, q2, r2, middle, last, b, c + to[2] + m);
                Store(p3, q3, r3, middle, last, b, c + to[3] + m);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<V>(V p, V q, V r, int middle, int last, double* bias, double* c)
        where V : unmanaged, IVector<V, double>
    {
        (c[0], c[middle], c[last]) = bias == null
            ? (V.Sum(p), V.Sum(q), V.Sum(r))
            : (V.Sum(p) + bias[0], V.Sum(q) + bias[middle], V.Sum(r) + bias[last]);
    }
}
