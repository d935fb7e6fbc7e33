using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Reference.Numerics;

/// <summary>
/// Eight streams of random bits side by side, as many as the widest register has lanes of 64 bits: word i of a span is
/// the next of stream i mod 8. Each is a <see cref="RandomStream"/> seeded by the next bits of the given one, so a
/// span takes eight draws from it whatever its length, and a longer span begins with the words of a shorter one.
/// </summary>
internal static unsafe class EightStreams
{
    private const int Count = 8;

    // A piece of the span that stays in the first-level cache between the steps: 64 lines of eight words.
    private const int PieceBytes = 4096;
    private const int LineBytes = 8 * Count;

    /// <summary>A transformation of random bits, in place.</summary>
    internal interface IShape<T>
        where T : unmanaged
    {
        /// <summary>Turns a piece of bits, a whole number of pairs of lines, into numbers.</summary>
        /// <param name="begin">The place of the piece in the target; its last numbers may lie behind the end.</param>
        void Apply(Span<T> bits, int begin, VectorPath path);
    }

    /// <summary>
    /// Fills the target with bits and transforms them piece by piece; the last piece is made in a buffer and copied in
    /// part.
    /// </summary>
    [SkipLocalsInit]
    internal static void Fill<TShape, T>(RandomStream random, TShape shape, Span<T> target, VectorPath path)
        where TShape : struct, IShape<T>
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(random);
        ulong* state = stackalloc ulong[4 * Count];
        for (int lane = 0; lane < Count; lane++)
        {
            RandomStream.Start(
                random.NextBits(), out state[lane], out state[Count + lane], out state[2 * Count + lane],
                out state[3 * Count + lane]);
        }

        int piece = PieceBytes / sizeof(T), begin = 0;
        for (; target.Length >= piece; target = target[piece..], begin += piece)
        {
            Fill(state, target[..piece], begin, shape, path);
        }

        if (target.Length > 0)
        {
            Span<T> last = MemoryMarshal.Cast<byte, T>(stackalloc byte[PieceBytes]);
            int pair = 2 * LineBytes / sizeof(T);
            last = last[..((target.Length + pair - 1) / pair * pair)];
            Fill(state, last, begin, shape, path);
            last[..target.Length].CopyTo(target);
        }
    }

    private static void Fill<TShape, T>(ulong* state, Span<T> piece, int begin, TShape shape, VectorPath path)
        where TShape : struct, IShape<T>
        where T : unmanaged
    {
        fixed (T* target = piece)
        {
            int lines = piece.Length * sizeof(T) / LineBytes;
            switch (path)
            {
                case VectorPath.Avx512: Run<Register512<double>>((double*)state, lines, (double*)target); break;
                case VectorPath.Avx2: Run<Register256<double>>((double*)state, lines, (double*)target); break;
                default: Run<Register128<double>>((double*)state, lines, (double*)target); break;
            }
        }

        shape.Apply(piece, begin, path);
    }

    // xoshiro256++ as in RandomStream.NextBits, in every lane; the bits only pass through registers of doubles.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Run<V>(double* state, int lines, double* target)
        where V : unmanaged, IVector<V, double>
    {
        for (int lane = 0; lane < Count; lane += V.Lanes)
        {
            double* place = state + lane, next = target + lane;
            V s0 = V.Load(place), s1 = V.Load(place + Count), s2 = V.Load(place + 2 * Count),
                s3 = V.Load(place + 3 * Count);
            for (int line = 0; line < lines; line++, next += Count)
            {
                V.Store(V.AddBits(V.Rotate(V.AddBits(s0, s3), 23), s0), next);
                V t = V.ShiftUp(s1, 17);
                s2 = V.Xor(s2, s0);
                s3 = V.Xor(s3, s1);
                s1 = V.Xor(s1, s2);
                s0 = V.Xor(s0, s3);
                s2 = V.Xor(s2, t);
                s3 = V.Rotate(s3, 45);
            }

            V.Store(s0, place);
            V.Store(s1, place + Count);
            V.Store(s2, place + 2 * Count);
            V.Store(s3, place + 3 * Count);
        }
    }
}
