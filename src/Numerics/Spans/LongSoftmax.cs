using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// The softmax of one long column in blocks, which several threads share. The blocks depend on the length alone, and
/// their sums are added in order, so the bits are the same for any number of threads.
/// </summary>
internal sealed unsafe class LongSoftmax<T>(VectorPath path, int rows, T* x, T* y) : Work
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Blocks = 32;

    private readonly T[] _maxima = new T[Blocks], _sums = new T[Blocks];

    /// <inheritdoc/>
    protected override bool InOrder => true;

    /// <summary>Computes all of it.</summary>
    internal void Run(int threads) => Run(3 * Blocks, Threads(threads));

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        switch (path)
        {
            case VectorPath.Avx512: Block<Register512<T>>(part); break;
            case VectorPath.Avx2: Block<Register256<T>>(part); break;
            default: Block<Register128<T>>(part); break;
        }
    }

    // The passes (1) to (3) of Softmax, one block after the other; a pass needs all blocks of the one before.
    private void Block<V>(int part)
        where V : unmanaged, IVector<V, T>
    {
        int block = part % Blocks, length = (rows / Blocks + Lanes<T>.Count) & -Lanes<T>.Count;
        int begin = (int)Math.Min(rows, (long)block * length), count = Math.Min(length, rows - begin);
        After(part - block);
        switch (part / Blocks)
        {
            case 0:
                _maxima[block] = Softmax.Maximum<V, T>(count, x + begin);
                break;
            case 1:
                T max = T.NegativeInfinity;
                foreach (T maximum in _maxima)
                {
                    max = maximum > max ? maximum : max;
                }

                _sums[block] = Softmax.ExponentialsAndSum<V, T>(count, x + begin, y + begin, max);
                break;
            default:
                T sum = T.Zero;
                foreach (T term in _sums)
                {
                    sum += term;
                }

                Softmax.Scale<V, T>(count, y + begin, T.One / sum);
                break;
        }
    }
}
