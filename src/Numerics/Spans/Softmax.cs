using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// softmax(x)ᵢ = e^(xᵢ − m) / Σⱼ e^(xⱼ − m) with m = max x, in three passes: (1) the maximum, (2) the exponentials and
/// their sum, (3) one product with the reciprocal of the sum. Shifting by m does not change the result in exact
/// arithmetic and keeps every exponential ≤ 1. A column long enough for several threads is a
/// <see cref="LongSoftmax{T}"/>.
/// </summary>
internal static unsafe class Softmax
{
    internal static void Columns<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path, int threads = 0)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int columns = x.Length / rows;
        fixed (T* source = x, target = y)
        {
            if (rows >= Kernels.ThreadedFrom)
            {
                for (int j = 0; j < columns; j++)
                {
                    new LongSoftmax<T>(path, rows, source + (nint)j * rows, target + (nint)j * rows).Run(threads);
                }

                return;
            }

            if ((threads = Work.Threads(threads, x.Length, Kernels.ThreadedFrom)) == 1)
            {
                Over(path, rows, columns, source, target);
                return;
            }

            new SoftmaxInParts<T>(path, rows, columns, threads, source, target).Run();
        }
    }

    internal static void Over<T>(VectorPath path, int rows, int columns, T* x, T* y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<Register512<T>, T>(rows, columns, x, y); break;
            case VectorPath.Avx2: Run<Register256<T>, T>(rows, columns, x, y); break;
            default: Run<Register128<T>, T>(rows, columns, x, y); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<V, T>(int rows, int columns, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (V.Lanes == Lanes<T>.Count && rows <= V.Lanes)
        {
            OneRegister<V, T>(rows, columns, x, y);
            return;
        }

        if (V.Lanes == Lanes<T>.Count && rows <= 2 * V.Lanes)
        {
            TwoRegisters<V, T>(rows, columns, x, y);
            return;
        }

        for (int j = 0; j < columns; j++, x += rows, y += rows)
        {
            T max = Maximum<V, T>(rows, x);
            T sum = ExponentialsAndSum<V, T>(rows, x, y, max);
            Scale<V, T>(rows, y, T.One / sum);
        }
    }

    // A column that fits into two registers stays there from (1) to (3). Lanes past the end hold −∞, whose exponential
    // is 0.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void OneRegister<V, T>(int rows, int columns, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V nothing = V.All(T.NegativeInfinity);
        for (int j = 0; j < columns; j++, x += rows, y += rows)
        {
            V a = V.LoadFirst(rows, x, nothing);
            a = Exponential.Of<V, T>(a - V.All(V.Greatest(V.WhereGreater(a, nothing, a, nothing))));
            V.StoreFirst(rows, a * V.All(T.One / V.Sum(a)), y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void TwoRegisters<V, T>(int rows, int columns, T* x, T* y)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V nothing = V.All(T.NegativeInfinity);
        for (int j = 0; j < columns; j++, x += rows, y += rows)
        {
            V a = V.LoadFirst(rows, x, nothing), b = V.LoadFirst(rows - V.Lanes, x + V.Lanes, nothing);
            V max = V.WhereGreater(a, nothing, a, nothing);
            V m = V.All(V.Greatest(V.WhereGreater(b, max, b, max)));
            a = Exponential.Of<V, T>(a - m);
            b = Exponential.Of<V, T>(b - m);
            V factor = V.All(T.One / V.Sum(a + b));
            V.StoreFirst(rows, a * factor, y);
            V.StoreFirst(rows - V.Lanes, b * factor, y + V.Lanes);
        }
    }

    // (1) A comparison with NaN is false, so the maximum skips it; the exponentials bring it back.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T Maximum<V, T>(int rows, T* x)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V max = V.All(T.NegativeInfinity), second = max;
        int i = 0;
        for (; i <= rows - 2 * V.Lanes; i += 2 * V.Lanes)
        {
            // Two independent chains of comparisons.
            V a = V.Load(x + i), b = V.Load(x + i + V.Lanes);
            max = V.WhereGreater(a, max, a, max);
            second = V.WhereGreater(b, second, b, second);
        }

        for (; i < rows; i += V.Lanes)
        {
            V a = V.LoadFirst(Math.Min(V.Lanes, rows - i), x + i, V.All(T.NegativeInfinity));
            max = V.WhereGreater(a, max, a, max);
        }

        return V.Greatest(V.WhereGreater(second, max, second, max));
    }

    // (2)
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static T ExponentialsAndSum<V, T>(int rows, T* x, T* y, T max)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V m = V.All(max);
        int i = 0;
        if (V.Lanes == Lanes<T>.Count)
        {
            // The lanes fit into one register and stay there.
            V sum = V.Constant(0);
            Twice<V, T> both = Twice<V, T>.All(max);
            for (; i <= rows - 2 * V.Lanes; i += 2 * V.Lanes)
            {
                Twice<V, T> e = Exponential.Of<Twice<V, T>, T>(Twice<V, T>.Load(x + i) - both);
                Twice<V, T>.Store(e, y + i);
                sum = sum + e.First + e.Second;
            }

            if (i <= rows - V.Lanes)
            {
                sum = LastExponentials(V.Lanes, x + i, y + i, m, sum);
                i += V.Lanes;
            }

            return V.Sum(i < rows ? LastExponentials(rows - i, x + i, y + i, m, sum) : sum);
        }

        T* sums = stackalloc T[Lanes<T>.Count];
        for (; i <= rows - V.Lanes; i += V.Lanes)
        {
            V e = Exponential.Of<V, T>(V.Load(x + i) - m);
            V.Store(e, y + i);
            T* sum = sums + Lanes<T>.Of(i);
            V.Store(V.Load(sum) + e, sum);
        }

        if (i < rows)
        {
            T* sum = sums + Lanes<T>.Of(i);
            V.Store(LastExponentials(rows - i, x + i, y + i, m, V.Load(sum)), sum);
        }

        return Lanes<T>.Sum(sums);
    }

    // A lane past the end holds −∞, whose exponential adds nothing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V LastExponentials<V, T>(int count, T* x, T* y, V m, V sum)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V e = Exponential.Of<V, T>(V.LoadFirst(count, x, V.All(T.NegativeInfinity)) - m);
        V.StoreFirst(count, e, y);
        return sum + e;
    }

    // (3)
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Scale<V, T>(int rows, T* y, T factor)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V f = V.All(factor);
        int i = 0;
        for (; i <= rows - V.Lanes; i += V.Lanes)
        {
            V.Store(V.Load(y + i) * f, y + i);
        }

        if (i < rows)
        {
            V.StoreFirst(rows - i, V.LoadFirst(rows - i, y + i, f) * f, y + i);
        }
    }
}

/// <summary>The columns shared out to several threads.</summary>
internal sealed unsafe class SoftmaxInParts<T>(VectorPath path, int rows, int columns, int threads, T* x, T* y) : Work
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly int _band = (columns + 4 * threads - 1) / (4 * threads);

    /// <summary>Computes all columns.</summary>
    internal void Run() => Run((columns - 1) / _band + 1, threads);

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        nint begin = (nint)part * _band;
        Softmax.Over(path, rows, (int)Math.Min(_band, columns - begin), x + begin * rows, y + begin * rows);
    }
}

public static partial class Kernels
{
    /// <summary>
    /// y = softmax(x), stable: yᵢ = e^(xᵢ − m) / Σⱼ e^(xⱼ − m) with m = max x. −∞ gives exactly 0 (a masked entry);
    /// NaN or +∞ anywhere makes every yᵢ NaN, and so does x = −∞ throughout, as 0/0 and ∞/∞ do in the formula.
    /// </summary>
    /// <param name="x">[n]; nothing happens for n = 0.</param>
    /// <param name="y">[n], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentException">
    /// The lengths differ, or the spans overlap without being identical.
    /// </exception>
    public static void Softmax(ReadOnlySpan<double> x, Span<double> y)
        => SoftmaxColumns(Math.Max(1, x.Length), x, y, VectorPaths.Best);

    /// <inheritdoc cref="Softmax(ReadOnlySpan{double}, Span{double})"/>
    public static void Softmax(ReadOnlySpan<float> x, Span<float> y)
        => SoftmaxColumns(Math.Max(1, x.Length), x, y, VectorPaths.Best);

    /// <summary>The softmax of every column, as <see cref="Softmax(ReadOnlySpan{double}, Span{double})"/>.</summary>
    /// <param name="rows">D, the length of a column.</param>
    /// <param name="x">[D × N], column by column.</param>
    /// <param name="y">[D × N], may be <paramref name="x"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of rows is below 1.</exception>
    /// <exception cref="ArgumentException">
    /// The lengths differ or do not hold whole columns, or the spans overlap without being identical.
    /// </exception>
    public static void SoftmaxColumns(int rows, ReadOnlySpan<double> x, Span<double> y)
        => SoftmaxColumns(rows, x, y, VectorPaths.Best);

    /// <inheritdoc cref="SoftmaxColumns(int, ReadOnlySpan{double}, Span{double})"/>
    public static void SoftmaxColumns(int rows, ReadOnlySpan<float> x, Span<float> y)
        => SoftmaxColumns(rows, x, y, VectorPaths.Best);

    internal static void SoftmaxColumns<T>(int rows, ReadOnlySpan<T> x, Span<T> y, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Lengths.Columns(x, rows);
        Lengths.Equal(x, y);
        Numerics.Softmax.Columns(rows, x, y, path);
    }
}
