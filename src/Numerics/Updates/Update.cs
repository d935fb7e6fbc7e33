using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// A rule over a parameter's memory in one pass: each weight, gradient and state is read once and written once.
/// Weights are independent, so the bits are the same on every path and for any number of threads.
/// </summary>
internal static unsafe class Update
{
    internal static void Over<TRule, T>(VectorPath path, TRule rule, int length, T* g, T* w, T* a, T* b)
        where TRule : struct, IUpdateRule
        where T : unmanaged
    {
        switch (path)
        {
            case VectorPath.Avx512: Run<TRule, Register512<T>, T>(rule, length, g, w, a, b); break;
            case VectorPath.Avx2: Run<TRule, Register256<T>, T>(rule, length, g, w, a, b); break;
            default: Run<TRule, Register128<T>, T>(rule, length, g, w, a, b); break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TRule, V, T>(TRule rule, int length, T* g, T* w, T* a, T* b)
        where TRule : struct, IUpdateRule
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int i = 0;
        V first = default, second = default;
        for (; i <= length - V.Lanes; i += V.Lanes)
        {
            V weights = V.Load(w + i);
            first = TRule.States > 0 ? V.Load(a + i) : first;
            second = TRule.States > 1 ? V.Load(b + i) : second;
            rule.Of(ref weights, V.Load(g + i), ref first, ref second);
            V.Store(weights, w + i);
            if (TRule.States > 0)
            {
                V.Store(first, a + i);
            }

            if (TRule.States > 1)
            {
                V.Store(second, b + i);
            }
        }

        if (i < length)
        {
            Last<TRule, V, T>(
                rule, length - i, g + i, w + i, TRule.States > 0 ? a + i : w, TRule.States > 1 ? b + i : w);
        }
    }

    // An incomplete register, padded with zeros.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Last<TRule, V, T>(TRule rule, int count, T* g, T* w, T* a, T* b)
        where TRule : struct, IUpdateRule
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        V zero = V.Constant(0), weights = V.LoadFirst(count, w, zero);
        V first = TRule.States > 0 ? V.LoadFirst(count, a, zero) : zero,
            second = TRule.States > 1 ? V.LoadFirst(count, b, zero) : zero;
        rule.Of(ref weights, V.LoadFirst(count, g, zero), ref first, ref second);
        V.StoreFirst(count, weights, w);
        if (TRule.States > 0)
        {
            V.StoreFirst(count, first, a);
        }

        if (TRule.States > 1)
        {
            V.StoreFirst(count, second, b);
        }
    }
}
