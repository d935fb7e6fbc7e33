using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>The innermost loops of a <see cref="GatheredProduct"/>: eight columns of C in registers.</summary>
internal static unsafe class GatheredTile<V>
    where V : unmanaged, IVector<V, double>
{
    /// <summary>All rows of some columns, in eights from <paramref name="begin"/> to <paramref name="end"/>.</summary>
    /// <param name="job">Where the numbers are.</param>
    /// <param name="panel">Panels of A, of two registers each.</param>
    /// <param name="step">From column to column of a panel; 0 where it is filled up to whole registers.</param>
    /// <param name="x">The framed image.</param>
    /// <param name="c">Its result, or the sum.</param>
    /// <param name="begin">The first column.</param>
    /// <param name="end">After the last; a multiple of eight.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Rows(in GatheredJob job, double* panel, int step, double* x, double* c, int begin, int end)
    {
        int lanes = V.Lanes;
        // Sixteen sums need more than the sixteen registers of the narrower instruction sets.
        bool wide = typeof(V) == typeof(Register512<double>), add = job.StrideC == 0;
        int* down = (int*)job.Down, right = (int*)job.Right, places = (int*)job.Places;
        for (int i = 0; i < job.M; i += 2 * lanes)
        {
            int rows = Math.Min(2 * lanes, job.M - i), apart = step != 0 ? step : (rows + lanes - 1) / lanes * lanes;
            double* bias = job.Bias == 0 ? null : (double*)job.Bias + i;
            if (wide && rows == 2 * lanes)
            {
                Two(job.K, panel, apart, x, down, right + begin, right + end, places + begin, bias, c + i, add);
            }
            else
            {
                for (int r = 0; r < rows; r += lanes)
                {
                    double* from = bias == null ? null : bias + r;
                    One(rows - r, job.K, panel + r, apart, x, down, right + begin, right + end, places + begin, from,
                        c + i + r, add);
                }
            }

            panel += apart * (nint)job.K;
        }
    }

    // Eight columns of two whole registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Two(
        int k, double* a, nint step, double* x, int* down, int* right, int* end, int* places, double* bias, double* c,
        bool add)
    {
        nint lanes = V.Lanes;
        for (; right < end; right += 8, places += 8)
        {
            double* x0 = x + right[0], x1 = x + right[1], x2 = x + right[2], x3 = x + right[3], x4 = x + right[4],
                x5 = x + right[5], x6 = x + right[6], x7 = x + right[7];
            V p0 = default, p1 = p0, p2 = p0, p3 = p0, p4 = p0, p5 = p0, p6 = p0, p7 = p0,
                q0 = p0, q1 = p0, q2 = p0, q3 = p0, q4 = p0, q5 = p0, q6 = p0, q7 = p0;
            if (add)
            {
                (p0, q0) = (V.Load(c + places[0]), V.Load(c + places[0] + lanes));
                (p1, q1) = (V.Load(c + places[1]), V.Load(c + places[1] + lanes));
                (p2, q2) = (V.Load(c + places[2]), V.Load(c + places[2] + lanes));
                (p3, q3) = (V.Load(c + places[3]), V.Load(c + places[3] + lanes));
                (p4, q4) = (V.Load(c + places[4]), V.Load(c + places[4] + lanes));
                (p5, q5) = (V.Load(c + places[5]), V.Load(c + places[5] + lanes));
                (p6, q6) = (V.Load(c + places[6]), V.Load(c + places[6] + lanes));
                (p7, q7) = (V.Load(c + places[7]), V.Load(c + places[7] + lanes));
            }
            else if (bias != null)
            {
                p0 = p1 = p2 = p3 = p4 = p5 = p6 = p7 = V.Load(bias);
                q0 = q1 = q2 = q3 = q4 = q5 = q6 = q7 = V.Load(bias + lanes);
            }

            double* u = a;
            for (int i = 0; i < k; i++, u += step)
            {
                nint tap = down[i];
                V v = V.Load(u), w = V.Load(u + lanes);
                V y = V.All(x0[tap]);
                (p0, q0) = (V.MultiplyAdd(y, v, p0), V.MultiplyAdd(y, w, q0));
                y = V.All(x1[tap]);
                (p1, q1) = (V.MultiplyAdd(y, v, p1), V.MultiplyAdd(y, w, q1));
                y = V.All(x2[tap]);
                (p2, q2) = (V.MultiplyAdd(y, v, p2), V.MultiplyAdd(y, w, q2));
                y = V.All(x3[tap]);
                (p3, q3) = (V.MultiplyAdd(y, v, p3), V.MultiplyAdd(y, w, q3));
                y = V.All(x4[tap]);
                (p4, q4) = (V.MultiplyAdd(y, v, p4), V.MultiplyAdd(y, w, q4));
                y = V.All(x5[tap]);
                (p5, q5) = (V.MultiplyAdd(y, v, p5), V.MultiplyAdd(y, w, q5));
                y = V.All(x6[tap]);
                (p6, q6) = (V.MultiplyAdd(y, v, p6), V.MultiplyAdd(y, w, q6));
                y = V.All(x7[tap]);
                (p7, q7) = (V.MultiplyAdd(y, v, p7), V.MultiplyAdd(y, w, q7));
            }

            Store(p0, q0, c + places[0]);
            Store(p1, q1, c + places[1]);
            Store(p2, q2, c + places[2]);
            Store(p3, q3, c + places[3]);
            Store(p4, q4, c + places[4]);
            Store(p5, q5, c + places[5]);
            Store(p6, q6, c + places[6]);
            Store(p7, q7, c + places[7]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V p, V q, double* c)
    {
        V.Store(p, c);
        V.Store(q, c + V.Lanes);
    }

    // Eight columns of a register, of which the first rows count.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One(
        int rows, int k, double* a, nint step, double* x, int* down, int* right, int* end, int* places, double* bias,
        double* c, bool add)
    {
        for (; right < end; right += 8, places += 8)
        {
            double* x0 = x + right[0], x1 = x + right[1], x2 = x + right[2], x3 = x + right[3], x4 = x + right[4],
                x5 = x + right[5], x6 = x + right[6], x7 = x + right[7];
            V c0 = default, c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
            if (add)
            {
                c0 = V.LoadFirst(rows, c + places[0], c0);
                c1 = V.LoadFirst(rows, c + places[1], c1);
                c2 = V.LoadFirst(rows, c + places[2], c2);
                c3 = V.LoadFirst(rows, c + places[3], c3);
                c4 = V.LoadFirst(rows, c + places[4], c4);
                c5 = V.LoadFirst(rows, c + places[5], c5);
                c6 = V.LoadFirst(rows, c + places[6], c6);
                c7 = V.LoadFirst(rows, c + places[7], c7);
            }
            else if (bias != null)
            {
                c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = V.LoadFirst(rows, bias, c0);
            }

            double* u = a;
            for (int i = 0; i < k; i++, u += step)
            {
                nint tap = down[i];
                V v = V.Load(u);
                c0 = V.MultiplyAdd(x0 + tap, v, c0);
                c1 = V.MultiplyAdd(x1 + tap, v, c1);
                c2 = V.MultiplyAdd(x2 + tap, v, c2);
                c3 = V.MultiplyAdd(x3 + tap, v, c3);
                c4 = V.MultiplyAdd(x4 + tap, v, c4);
                c5 = V.MultiplyAdd(x5 + tap, v, c5);
                c6 = V.MultiplyAdd(x6 + tap, v, c6);
                c7 = V.MultiplyAdd(x7 + tap, v, c7);
            }

            V.StoreFirst(rows, c0, c + places[0]);
            V.StoreFirst(rows, c1, c + places[1]);
            V.StoreFirst(rows, c2, c + places[2]);
            V.StoreFirst(rows, c3, c + places[3]);
            V.StoreFirst(rows, c4, c + places[4]);
            V.StoreFirst(rows, c5, c + places[5]);
            V.StoreFirst(rows, c6, c + places[6]);
            V.StoreFirst(rows, c7, c + places[7]);
        }
    }
}
