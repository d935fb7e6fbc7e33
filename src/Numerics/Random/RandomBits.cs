namespace Reference.Numerics;

/// <summary>Bits as they are.</summary>
internal readonly struct PlainBits : EightStreams.IShape<ulong>
{
    public void Apply(Span<ulong> bits, int begin, VectorPath path)
    {
    }
}

public static partial class Kernels
{
    /// <summary>
    /// Random bits in bulk: word i comes from stream i mod 8, the eight streams each seeded by a draw from
    /// <paramref name="random"/>. The same on every path, and a longer span begins with the words of a shorter one.
    /// The bits differ from those of <see cref="RandomStream.Fill"/>, which draws them one by one.
    /// </summary>
    /// <param name="random">The stream that seeds the eight: eight draws, whatever the length.</param>
    /// <param name="bits">[n], written.</param>
    public static void RandomBits(RandomStream random, Span<ulong> bits) => RandomBits(random, bits, VectorPaths.Best);

    internal static void RandomBits(RandomStream random, Span<ulong> bits, VectorPath path)
        => EightStreams.Fill(random, default(PlainBits), bits, path);
}
