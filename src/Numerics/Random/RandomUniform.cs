using System.Numerics;
using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// low + (high − low)·u, u the upper 53 bits of a word (24 of half a word for float) as a number in [0, 1).
/// </summary>
internal readonly struct Uniform<T>(double low, double range) : IMap<T>, EightStreams.IShape<T>
    where T : unmanaged
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Of<V>(V bits)
        where V : unmanaged, IVector<V, T> => V.Constant(low) + V.Constant(range) * V.Fraction(bits);

    public void Apply(Span<T> bits, int begin, VectorPath path) => Map.Apply(this, bits, bits, path);
}

public static partial class Kernels
{
    /// <summary>
    /// Independent draws from [<paramref name="low"/>, <paramref name="high"/>) in bulk, from bits as of
    /// <see cref="RandomBits(RandomStream, Span{ulong})"/>: for double, number i is
    /// <see cref="RandomStream.Uniform(double, double)"/> of word i; for float, two numbers share a word. Rounding may
    /// give high itself.
    /// </summary>
    /// <param name="random">The stream that seeds the eight: eight draws, whatever the length.</param>
    /// <param name="low">The lower bound.</param>
    /// <param name="high">The upper bound.</param>
    /// <param name="values">[n], written.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or not in order.</exception>
    public static void RandomUniform(RandomStream random, double low, double high, Span<double> values)
        => RandomUniform(random, low, high, values, VectorPaths.Best);

    /// <inheritdoc cref="RandomUniform(RandomStream, double, double, Span{double})"/>
    public static void RandomUniform(RandomStream random, float low, float high, Span<float> values)
        => RandomUniform(random, low, high, values, VectorPaths.Best);

    internal static void RandomUniform<T>(RandomStream random, T low, T high, Span<T> values, VectorPath path)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (!T.IsFinite(high - low) || low > high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), $"Expected low ≤ high a finite distance apart; got [{low}, {high}).");
        }

        EightStreams.Fill(
            random, new Uniform<T>(double.CreateTruncating(low), double.CreateTruncating(high - low)), values, path);
    }
}
