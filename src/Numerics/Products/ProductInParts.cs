using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// A product cut into bands of C that threads take one by one. With bands of rows each row of A is packed by one
/// thread only; with bands of columns, each column of B. The operand that must be packed is cut, otherwise the longer
/// side.
/// </summary>
internal sealed unsafe class ProductInParts<V, T>(
    GemmShape shape, T alpha, Strided<T> a, Strided<T> b, T beta, T* c) : Work
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly bool _rows = shape.TransposeB ? shape.M > 8 * shape.N : shape.N <= 8 * shape.M;
    private int _length;
    private int _large;
    private int _small;
    private int _threads;

    /// <summary>Computes the product on at most <paramref name="threads"/> threads.</summary>
    internal void Run(int threads)
    {
        // Two bands a thread, so that a delayed thread does not delay all: first half of its share in whole tiles,
        // then the rest that makes the shares equal, in whole registers.
        (int tile, int register) = _rows ? (3 * V.Lanes, V.Lanes) : (8, 8);
        _length = _rows ? shape.M : shape.N;
        _threads = threads;
        _large = tile * Parts(_length, 2 * threads * tile);
        _small = register * Parts(Math.Max(0, _length - threads * _large), threads * register);
        Run(2 * threads, threads);
    }

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        int begin = First(part), count = First(part + 1) - begin;
        if (count == 0)
        {
            return; // a long first half left nothing for the second
        }

        if (_rows)
        {
            Blocks.Multiply<V, T>(
                count, shape.N, shape.K, alpha, a.From(begin, 0), b, beta, c + begin, shape.LeadingC);
        }
        else
        {
            T* columns = c + (nint)begin * shape.LeadingC;
            Blocks.Multiply<V, T>(
                shape.M, count, shape.K, alpha, a, b.From(0, begin), beta, columns, shape.LeadingC,
                band: count < shape.N);
        }
    }

    private int First(int part)
        => Math.Min(_length, Math.Min(part, _threads) * _large + Math.Max(0, part - _threads) * _small);

    private static int Parts(int length, int part) => (length + part - 1) / part;
}
