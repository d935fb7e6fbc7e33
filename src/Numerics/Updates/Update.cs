using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A rule over a parameter's memory in one pass: each weight, gradient and state is read once and written once. On the
/// way the weights as they were are kept where asked, and the new ones are looked at: all are finite if their sum
/// after multiplication by 0 is 0.
/// Weights are independent, so the bits are the same on every path and for any number of threads. A state that has
/// become tiny is kept as 0: once gradients vanish it would rest among the subnormal numbers, which are slow.
/// </summary>
internal static unsafe class Update
{
    /// <summary>Steps once over all weights; returns whether all new ones are finite.</summary>
    internal static bool Over<TRule, T>(VectorPath path, TRule rule, int length, T* g, T* w, T* a, T* b, T* before)
        where TRule : struct, IUpdateRule
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => path switch
        {
            VectorPath.Avx512 => Run<TRule, Register512<T>, T>(rule, length, g, w, a, b, before),
            VectorPath.Avx2 => Run<TRule, Register256<T>, T>(rule, length, g, w, a, b, before),
            _ => Run<TRule, Register128<T>, T>(rule, length, g, w, a, b, before),
        };

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static bool Run<TRule, V, T>(TRule rule, int length, T* g, T* w, T* a, T* b, T* before)
        where TRule : struct, IUpdateRule
        where V : unmanaged, IVector<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        V zero = V.Constant(0), sum = zero;
        V first = default, second = default;
        int i = Math.Min(length, Unaligned<V, T>(before != null ? before : w));
        if (i > 0)
        {
            sum = V.MultiplyAdd(Last<TRule, V, T>(rule, i, g, w, a, b, before), zero, sum);
        }

        for (; i <= length - V.Lanes; i += V.Lanes)
        {
            V weights = V.Load(w + i);
            if (before != null)
            {
                V.Store(weights, before + i);
            }

            first = TRule.States > 0 ? V.Load(a + i) : first;
            second = TRule.States > 1 ? V.Load(b + i) : second;
            rule.Of(ref weights, V.Load(g + i), ref first, ref second);
            V.Store(weights, w + i);
            sum = V.MultiplyAdd(weights, zero, sum);
            if (TRule.States > 0)
            {
                V.Store(Flushed<V, T>(first), a + i);
            }

            if (TRule.States > 1)
            {
                V.Store(Flushed<V, T>(second), b + i);
            }
        }

        if (i < length)
        {
            V weights = Last<TRule, V, T>(
                rule, length - i, g + i, w + i, TRule.States > 0 ? a + i : w, TRule.States > 1 ? b + i : w,
                before == null ? before : before + i);
            sum = V.MultiplyAdd(weights, zero, sum);
        }

        return V.Sum(sum) == T.Zero;
    }

    // A register across two cache lines takes two accesses: what is written begins where registers do.
    private static int Unaligned<V, T>(T* place)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => (int)(-((nint)place / sizeof(T)) & (V.Lanes - 1));

    // An incomplete register, padded with zeros; its new weights, 0 in the padding.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Last<TRule, V, T>(TRule rule, int count, T* g, T* w, T* a, T* b, T* before)
        where TRule : struct, IUpdateRule
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        V zero = V.Constant(0), weights = V.LoadFirst(count, w, zero);
        if (before != null)
        {
            V.StoreFirst(count, weights, before);
        }

        V first = TRule.States > 0 ? V.LoadFirst(count, a, zero) : zero,
            second = TRule.States > 1 ? V.LoadFirst(count, b, zero) : zero;
        rule.Of(ref weights, V.LoadFirst(count, g, zero), ref first, ref second);
        V.StoreFirst(count, weights, w);
        if (TRule.States > 0)
        {
            V.StoreFirst(count, Flushed<V, T>(first), a);
        }

        if (TRule.States > 1)
        {
            V.StoreFirst(count, Flushed<V, T>(second), b);
        }

        return V.LoadFirst(count, w, zero);
    }

    // NaN stays NaN: its comparison is false.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Flushed<V, T>(V state)
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
        => V.WhereGreater(
            V.Constant(typeof(T) == typeof(double) ? Kernels.StateFlushedBelow : Kernels.FloatStateFlushedBelow),
            V.Abs(state), V.Constant(0), state);
}
