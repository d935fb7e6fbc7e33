using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>A step of an optimizer that keeps one number for every parameter; written once for vectors of any width.</summary>
internal interface IUpdate<T>
    where T : unmanaged
{
    /// <summary>What is kept, after this gradient.</summary>
    V State<V>(V gradient, V state)
        where V : unmanaged, IVector<V, T>;

    /// <summary>The parameter after the step; <paramref name="state"/> is already the new one.</summary>
    V Parameter<V>(V gradient, V state, V parameter)
        where V : unmanaged, IVector<V, T>;
}

/// <summary>One step on every parameter, fused: each number is read and written once.</summary>
internal static unsafe class Update
{
    internal static void Apply<TUpdate, T>(TUpdate rule, ReadOnlySpan<T> gradient, Span<T> state, Span<T> parameter, VectorPath path)
        where TUpdate : struct, IUpdate<T>
        where T : unmanaged
    {
        fixed (T* g = gradient, s = state, θ = parameter)
        {
            switch (path)
            {
                case VectorPath.Avx512: Run<TUpdate, Register512<T>, T>(rule, gradient.Length, g, s, θ); break;
                case VectorPath.Avx2: Run<TUpdate, Register256<T>, T>(rule, gradient.Length, g, s, θ); break;
                default: Run<TUpdate, Register128<T>, T>(rule, gradient.Length, g, s, θ); break;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TUpdate, V, T>(TUpdate rule, int length, T* g, T* s, T* θ)
        where TUpdate : struct, IUpdate<T>
        where V : unmanaged, IVector<V, T>
        where T : unmanaged
    {
        int i = 0;
        for (; i <= length - V.Lanes; i += V.Lanes)
        {
            V gradient = V.Load(g + i), state = rule.State(gradient, V.Load(s + i));
            V.Store(rule.Parameter(gradient, state, V.Load(θ + i)), θ + i);
            V.Store(state, s + i);
        }

        if (i < length)
        {
            V zero = V.Constant(0), gradient = V.LoadFirst(length - i, g + i, zero), state = rule.State(gradient, V.LoadFirst(length - i, s + i, zero));
            V.StoreFirst(length - i, rule.Parameter(gradient, state, V.LoadFirst(length - i, θ + i, zero)), θ + i);
            V.StoreFirst(length - i, state, s + i);
        }
    }
}
