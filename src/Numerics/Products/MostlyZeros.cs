using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// C ← α·A·B + β·C where few numbers of B are not 0: states of binary units, pictures on black, one-hot columns. Only
/// the columns of A that meet such a number are read, for eight registers of rows at a time.
/// <para>The bits are those of <see cref="Blocks"/>: a term that is 0 leaves a sum as it is, and the others keep their
/// order. As 0·∞ is NaN, rows of A that are not finite are left to it.</para>
/// </summary>
internal readonly unsafe struct MostlyZeros<V, T>(
    GemmShape shape, T alpha, Strided<T> a, Strided<T> b, T beta, T* c, int* begins, int* places, T* numbers)
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A is packed, for which fewer columns do not pay.
    private const int Columns = 24;

    internal static int Rows => 8 * V.Lanes;

    /// <summary>The product, where it pays; false where nothing was done.</summary>
    internal static bool Multiply(
        int threads, in GemmShape shape, T alpha, Strided<T> a, Strided<T> b, T beta, T* c)
    {
        (int m, int n, int k) = (shape.M, shape.N, shape.K);
        if (4 * m < 3 * Rows || n < Columns || (long)n * k is < 4096 or > 1 << 28 || a.Down != 1
            || (b.Down != 1 && b.Right != 1) || !Nonzeros<V, T>.LookFew(n, k, b))
        {
            return false;
        }

        if (threads > 1 && n >= m)
        {
            new MostlyZerosInColumns<V, T>(shape, alpha, a, b, beta, c).Run(threads);
            return true;
        }

        var found = new Nonzeros<V, T>(n, k, b);
        if (!found.Find())
        {
            return false;
        }

        var product = new MostlyZeros<V, T>(
            shape, alpha, a, b, beta, c, found.Begins, found.Places, found.Numbers);
        if (threads > 1)
        {
            new MostlyZerosInRows<V, T>(product).Run((m + Rows - 1) / Rows, threads);
        }
        else
        {
            product.Compute(0, m);
        }

        return true;
    }

    /// <summary>Blocks of rows from one row to another.</summary>
    internal void Compute(int top, int bottom)
    {
        for (int i = top; i < bottom; i += Rows)
        {
            for (int p = 0; p < shape.K; p += Blocks.Depth)
            {
                Add(i, p, p == 0 ? beta : T.One, c + i);
            }
        }
    }

    // C ← fma(α, s, β·C) for a block of rows and one of k.
    private void Add(int i, int p, T kept, T* target)
    {
        int n = shape.N, rows = Math.Min(Rows, shape.M - i), depth = Math.Min(Blocks.Depth, shape.K - p);
        int* columns = begins + p / Blocks.Depth * (n + 1);
        T* packed = Buffer<T>.ForA(Rows * Blocks.Depth);
        if (!Pack(rows, depth, a.From(i, p), packed))
        {
            Blocks.Multiply<V, T>(
                rows, n, depth, alpha, a.From(i, p), b.From(p, 0), kept, target, shape.LeadingC, band: true);
        }
        else if (rows == Rows)
        {
            Whole(n, columns, places, numbers, alpha, packed, kept, target, shape.LeadingC);
        }
        else
        {
            First(rows, n, columns, places, numbers, alpha, packed, kept, target, shape.LeadingC);
        }
    }

    // Column after column without a gap, filled up with 0; false where a number is not finite: 0 times it is NaN, and
    // a sum keeps that.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool Pack(int rows, int k, Strided<T> a, T* packed)
    {
        V zero = V.Constant(0), sum = zero, other = zero;
        for (int p = 0; p < k; p++)
        {
            T* column = a.Origin + p * a.Right;
            for (int i = 0; i < Rows; i += 2 * V.Lanes, packed += 2 * V.Lanes)
            {
                V x = i <= rows - V.Lanes ? V.Load(column + i) : V.LoadFirst(rows - i, column + i, zero);
                int next = i + V.Lanes;
                V y = next <= rows - V.Lanes ? V.Load(column + next) : V.LoadFirst(rows - next, column + next, zero);
                V.Store(x, packed);
                V.Store(y, packed + V.Lanes);
                sum = V.MultiplyAdd(x, zero, sum);
                other = V.MultiplyAdd(y, zero, other);
            }
        }

        return V.Sum(sum + other) == T.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Whole(
        int n, int* begins, int* places, T* numbers, T alpha, T* packed, T beta, T* c, nint ldc)
    {
        V factor = V.All(alpha), keep = V.All(beta);
        bool fresh = beta == T.Zero;
        for (int j = 0; j < n; j++, c += ldc)
        {
            V c0 = V.Constant(0), c1 = c0, c2 = c0, c3 = c0, c4 = c0, c5 = c0, c6 = c0, c7 = c0;
            int end = begins[j + 1];
            for (int t = begins[j]; t < end; t++)
            {
                T* column = packed + (nint)places[t] * Rows;
                V x = V.All(numbers[t]);
                c0 = V.MultiplyAdd(V.Load(column), x, c0);
                c1 = V.MultiplyAdd(V.Load(column + V.Lanes), x, c1);
                c2 = V.MultiplyAdd(V.Load(column + 2 * V.Lanes), x, c2);
                c3 = V.MultiplyAdd(V.Load(column + 3 * V.Lanes), x, c3);
                c4 = V.MultiplyAdd(V.Load(column + 4 * V.Lanes), x, c4);
                c5 = V.MultiplyAdd(V.Load(column + 5 * V.Lanes), x, c5);
                c6 = V.MultiplyAdd(V.Load(column + 6 * V.Lanes), x, c6);
                c7 = V.MultiplyAdd(V.Load(column + 7 * V.Lanes), x, c7);
            }

            Merge(fresh, c0, factor, keep, c);
            Merge(fresh, c1, factor, keep, c + V.Lanes);
            Merge(fresh, c2, factor, keep, c + 2 * V.Lanes);
            Merge(fresh, c3, factor, keep, c + 3 * V.Lanes);
            Merge(fresh, c4, factor, keep, c + 4 * V.Lanes);
            Merge(fresh, c5, factor, keep, c + 5 * V.Lanes);
            Merge(fresh, c6, factor, keep, c + 6 * V.Lanes);
            Merge(fresh, c7, factor, keep, c + 7 * V.Lanes);
        }
    }

    // The last rows, a register at a time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void First(
        int rows, int n, int* begins, int* places, T* numbers, T alpha, T* packed, T beta, T* c, nint ldc)
    {
        V factor = V.All(alpha), keep = V.All(beta), zero = V.Constant(0);
        for (int j = 0; j < n; j++, c += ldc)
        {
            for (int i = 0; i < rows; i += V.Lanes)
            {
                V sum = zero;
                for (int t = begins[j]; t < begins[j + 1]; t++)
                {
                    sum = V.MultiplyAdd(V.Load(packed + (nint)places[t] * Rows + i), V.All(numbers[t]), sum);
                }

                int count = Math.Min(V.Lanes, rows - i);
                V.StoreFirst(
                    count,
                    beta == T.Zero
                        ? factor * sum
                        : V.MultiplyAdd(factor, sum, keep * V.LoadFirst(count, c + i, zero)),
                    c + i);
            }
        }
    }

    // c ← fma(α, sum, β·c).
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Merge(bool fresh, V sum, V factor, V keep, T* c) =>
        V.Store(fresh ? factor * sum : V.MultiplyAdd(factor, sum, keep * V.Load(c)), c);
}
