using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// A product cut into bands of C that threads take one by one. Bands of rows leave every row of A to one thread, which alone packs it; bands of columns do the
/// same for B. What must be packed, or else the longer side, is cut.
/// </summary>
internal sealed unsafe class ProductInParts<V, T>(GemmShape shape, T alpha, Strided<T> a, Strided<T> b, T beta, T* c) : Work
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // More bands than threads, so that a thread which is held up does not hold up all.
    private const int BandsPerThread = 2;

    private readonly bool _rows = shape.TransposeB ? shape.M > 8 * shape.N : shape.N <= 8 * shape.M;
    private int _tile;
    private int _tiles;
    private int _bands;

    /// <summary>Computes the product on at most <paramref name="threads"/> threads.</summary>
    internal void Run(int threads)
    {
        _tile = _rows ? 3 * V.Lanes : 8;
        _tiles = ((_rows ? shape.M : shape.N) + _tile - 1) / _tile;
        _bands = Math.Min(_tiles, BandsPerThread * threads);
        Run(_bands, threads);
    }

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        // Whole tiles, except in the last band. The larger bands come first: the other way round one thread could get the last two of them.
        int begin = First(part) * _tile, end = First(part + 1) * _tile;
        if (_rows)
        {
            int rows = Math.Min(end, shape.M) - begin;
            Blocks.Multiply<V, T>(rows, shape.N, shape.K, alpha, a.From(begin, 0), b, beta, c + begin, shape.LeadingC);
        }
        else
        {
            int columns = Math.Min(end, shape.N) - begin;
            Blocks.Multiply<V, T>(shape.M, columns, shape.K, alpha, a, b.From(0, begin), beta, c + (nint)begin * shape.LeadingC, shape.LeadingC);
        }
    }

    private int First(int part) => part * (_tiles / _bands) + Math.Min(part, _tiles % _bands);
}
