using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>The innermost loops of a <see cref="GatheredProduct"/>: eight columns of C in registers.</summary>
internal static unsafe class GatheredTile<V>
    where V : unmanaged, IVector<V, double>
{
    /// <summary>All rows of the columns from <paramref name="begin"/> to <paramref name="end"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Rows(
        in GatheredJob job, double* panel, double* x, double* bias, double* c, bool add, int begin, int end)
    {
        int lanes = V.Lanes;
        // Sixteen sums need more than the sixteen registers of the narrower instruction sets.
        bool wide = typeof(V) == typeof(Register512<double>);
        int* down = (int*)job.Down, right = (int*)job.Right, places = (int*)job.Places;
        int* rest = stackalloc int[16];
        for (int i = 0; i < job.M; i += 2 * lanes)
        {
            int rows = Math.Min(2 * lanes, job.M - i), step = (rows + lanes - 1) / lanes * lanes;
            double* start = bias == null ? null : bias + i;
            for (int j = begin; j < end; j += 8)
            {
                int* at = right + j, to = places + j;
                if (end - j < 8)
                {
                    // The last column stands in for those that are missing: it gives the same numbers again.
                    for (int q = 0; q < 8; q++)
                    {
                        (rest[q], rest[8 + q]) = (right[Math.Min(j + q, end - 1)], places[Math.Min(j + q, end - 1)]);
                    }

                    at = rest;
                    to = rest + 8;
                }

                if (wide && rows == 2 * lanes)
                {
                    Two(job.K, panel, x, down, at, to, start, c + i, add);
                    continue;
                }

                for (int r = 0; r < rows; r += lanes)
                {
                    double* from = start == null ? null : start + r;
                    One(rows - r, step, job.K, panel + r, x, down, at, to, from, c + i + r, add);
                }
            }

            panel += step * (nint)job.K;
        }
    }

    // Eight columns of two whole registers.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Two(
        int k, double* a, double* x, int* down, int* right, int* places, double* bias, double* c, bool add)
    {
        nint lanes = V.Lanes;
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

        for (int i = 0; i < k; i++, a += 2 * lanes)
        {
            nint tap = down[i];
            V u = V.Load(a), v = V.Load(a + lanes);
            V y = V.All(x0[tap]);
            (p0, q0) = (V.MultiplyAdd(y, u, p0), V.MultiplyAdd(y, v, q0));
            y = V.All(x1[tap]);
            (p1, q1) = (V.MultiplyAdd(y, u, p1), V.MultiplyAdd(y, v, q1));
            y = V.All(x2[tap]);
            (p2, q2) = (V.MultiplyAdd(y, u, p2), V.MultiplyAdd(y, v, q2));
            y = V.All(x3[tap]);
            (p3, q3) = (V.MultiplyAdd(y, u, p3), V.MultiplyAdd(y, v, q3));
            y = V.All(x4[tap]);
            (p4, q4) = (V.MultiplyAdd(y, u, p4), V.MultiplyAdd(y, v, q4));
            y = V.All(x5[tap]);
            (p5, q5) = (V.MultiplyAdd(y, u, p5), V.MultiplyAdd(y, v, q5));
            y = V.All(x6[tap]);
            (p6, q6) = (V.MultiplyAdd(y, u, p6), V.MultiplyAdd(y, v, q6));
            y = V.All(x7[tap]);
            (p7, q7) = (V.MultiplyAdd(y, u, p7), V.MultiplyAdd(y, v, q7));
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(V p, V q, double* c)
    {
        V.Store(p, c);
        V.Store(q, c + V.Lanes);
    }

    // Eight columns of a register, of which the first rows count.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void One(
        int rows, nint step, int k, double* a, double* x, int* down, int* right, int* places, double* bias, double* c,
        bool add)
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

        for (int i = 0; i < k; i++, a += step)
        {
            nint tap = down[i];
            V u = V.Load(a);
            c0 = V.MultiplyAdd(x0 + tap, u, c0);
            c1 = V.MultiplyAdd(x1 + tap, u, c1);
            c2 = V.MultiplyAdd(x2 + tap, u, c2);
            c3 = V.MultiplyAdd(x3 + tap, u, c3);
            c4 = V.MultiplyAdd(x4 + tap, u, c4);
            c5 = V.MultiplyAdd(x5 + tap, u, c5);
            c6 = V.MultiplyAdd(x6 + tap, u, c6);
            c7 = V.MultiplyAdd(x7 + tap, u, c7);
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
