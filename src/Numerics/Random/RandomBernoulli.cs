using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>1 where the upper 53 bits of a word (24 of half a word for float), as a number in [0, 1), are less than p,
/// otherwise 0.</summary>
internal readonly unsafe struct Bernoulli<T>(T* probabilities, int count) : IMap2<T>, EightStreams.IShape<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V p, V bits)
        where V : unmanaged, IVector<V, T> =>
        V.WhereGreater(p, V.Fraction(bits), V.Constant(1), V.Constant(0));

    public void Apply(Span<T> bits, int begin, VectorPath path)
    {
        fixed (T* target = bits)
        {
            Map2.Over(path, this, Math.Min(bits.Length, count - begin), probabilities + begin, target, target);
        }
    }
}

public static partial class Kernels
{
    /// <summary>
    /// Independent draws of 1 with probability p[i], otherwise 0, from bits as of
    /// <see cref="RandomBits(RandomStream, Span{ulong})"/>: the states of a layer of binary units. The same on every
    /// path. NaN gives 0.
    /// </summary>
    /// <param name="random">The stream that seeds the eight: eight draws, whatever the length.</param>
    /// <param name="probabilities">p. // [n]</param>
    /// <param name="states">[n], written, apart from p.</param>
    /// <exception cref="ArgumentException">The lengths differ, or the spans overlap.</exception>
    public static void RandomBernoulli(
        RandomStream random, ReadOnlySpan<double> probabilities, Span<double> states)
        => RandomBernoulli(random, probabilities, states, VectorPaths.Best);

    /// <inheritdoc cref="RandomBernoulli(RandomStream, ReadOnlySpan{double}, Span{double})"/>
    public static void RandomBernoulli(RandomStream random, ReadOnlySpan<float> probabilities, Span<float> states)
        => RandomBernoulli(random, probabilities, states, VectorPaths.Best);

    internal static unsafe void RandomBernoulli<T>(
        RandomStream random, ReadOnlySpan<T> probabilities, Span<T> states, VectorPath path)
        where T : unmanaged
    {
        Lengths.Equal(probabilities, states);
        if (probabilities.Overlaps(states))
        {
            throw new ArgumentException("states must lie apart from probabilities: bits are written there first.",
                nameof(states));
        }

        fixed (T* p = probabilities)
        {
            EightStreams.Fill(random, new Bernoulli<T>(p, probabilities.Length), states, path);
        }
    }
}
