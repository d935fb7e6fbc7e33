using System.Numerics;

namespace Reference.Numerics;

/// <summary>The blocks of rows of <see cref="MostlyZeros{V,T}"/>, which threads take one by one.</summary>
internal sealed class MostlyZerosInRows<V, T>(MostlyZeros<V, T> product) : Work
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <inheritdoc/>
    protected override void Part(int part) =>
        product.Compute(part * MostlyZeros<V, T>.Rows, (part + 1) * MostlyZeros<V, T>.Rows);
}

/// <summary>Where C is wider than high, bands of its columns, two a thread: each is a product by itself.</summary>
internal sealed unsafe class MostlyZerosInColumns<V, T>(
    GemmShape shape, T alpha, Strided<T> a, Strided<T> b, T beta, T* c) : Work
    where V : unmanaged, IVector<V, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private int _parts;

    /// <summary>Computes the product on at most <paramref name="threads"/> threads.</summary>
    internal void Run(int threads)
    {
        _parts = 2 * threads;
        Run(_parts, threads);
    }

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        int begin = First(part);
        GemmShape band = shape with { N = First(part + 1) - begin, LeadingC = shape.LeadingC };
        Strided<T> right = b.From(0, begin);
        T* target = c + (nint)begin * shape.LeadingC;
        if (!MostlyZeros<V, T>.Multiply(1, band, alpha, a, right, beta, target))
        {
            Blocks.Multiply<V, T>(
                band.M, band.N, band.K, alpha, a, right, beta, target, band.LeadingC, band: true);
        }
    }

    private int First(int part) => (int)((long)shape.N * part / _parts);
}
