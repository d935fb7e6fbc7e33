namespace Reference.Numerics;

/// <summary>
/// A product whose right factor is read from an image in place, c(·, j) = Σᵢ a(·, i)·x(down(i) + right(j)): with
/// a = W it is a convolution, where down(i) leads to a tap of the kernel and right(j) to the place of an output; with
/// a = ∂L/∂Y and the two lists exchanged, the gradient of the kernel. The patches are never written out.
/// <para>Each element is one chain of fused multiply-adds over i, begun with 0, a bias, or what is in C; with few rows
/// and taps in runs it is eight, <see cref="GatheredDots"/>.</para>
/// </summary>
public sealed class GatheredProduct
{
    private readonly int[] _down, _right, _places;
    private readonly int[]? _eights; // where dots serve
    private readonly Border _border;

    /// <summary>The places in the framed image, and those in C, where the columns j begin.</summary>
    /// <param name="rows">M ≥ 1, the rows of A and C.</param>
    /// <param name="border">The image and its frame.</param>
    /// <param name="down">For each i. // [K]</param>
    /// <param name="right">For each j. // [N]</param>
    /// <param name="places">For each j, the beginning of its column in C; one after another where null. // [N]</param>
    /// <exception cref="ArgumentException">A place outside the framed image, or lists of unequal length.</exception>
    public GatheredProduct(int rows, Border border, int[] down, int[] right, int[]? places = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rows);
        ArgumentNullException.ThrowIfNull(down);
        ArgumentNullException.ThrowIfNull(right);
        places ??= [.. Enumerable.Range(0, right.Length).Select(j => j * rows)];
        Require.SameLength(right.Length, nameof(right), places.Length, nameof(places));
        if (down.Length > 0 && right.Length > 0
            && (down.Min() + right.Min() < 0 || down.Max() + right.Max() >= border.Framed || places.Min() < 0))
        {
            throw new ArgumentException(
                $"Expected places in an image of {border.Framed} numbers; "
                    + $"got {down.Min() + right.Min()} … {down.Max() + right.Max()}.", nameof(down));
        }

        (Rows, _border, _down) = (rows, border, down);
        (_right, _places) = (InEights(right), InEights(places));
        _eights = GatheredDots.Pays(rows, down.Length) ? GatheredDots.Eights(down) : null;
        Length = places.Length == 0 ? 0 : places.Max() + rows;
    }

    /// <summary>M.</summary>
    public int Rows { get; }

    /// <summary>K.</summary>
    public int Depth => _down.Length;

    /// <summary>The numbers up to the end of the last column in C.</summary>
    public int Length { get; }

    /// <summary>A product for every image of a batch with the same A: c ← a·patches + b. // a [M × K], b [M]</summary>
    /// <param name="a">The same for every image.</param>
    /// <param name="images">N images. // [inside × N]</param>
    /// <param name="bias">The beginning of every column, or empty for 0. // [M] or [0]</param>
    /// <param name="c">The results, one image after another. // [stride × N]</param>
    /// <param name="stride">From one result to the next, at least <see cref="Length"/>.</param>
    /// <param name="threads">At most; 0 for all.</param>
    /// <param name="path">The registers; the best by default.</param>
    /// <exception cref="ArgumentException">A span is too short, or the results overlap.</exception>
    public void Each(
        ReadOnlySpan<double> a, ReadOnlySpan<double> images, ReadOnlySpan<double> bias, Span<double> c, int stride,
        int threads = 0, VectorPath? path = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, Math.Max(1, Length));
        int count = Count(images);
        Holds(a.Length, Rows * Depth, nameof(a));
        Holds(c.Length, count == 0 ? 0 : (count - 1) * (long)stride + Length, nameof(c));
        if (bias.Length != 0)
        {
            Holds(bias.Length, Rows, nameof(bias));
        }

        Run(path, threads, count, a, 0, images, bias, c, stride);
    }

    /// <summary>The sum over the images of a batch, each with its own A: c ← c + Σₙ aₙ·patchesₙ.</summary>
    /// <param name="a">One after another. // [M·K × N]</param>
    /// <param name="images">N images. // [inside × N]</param>
    /// <param name="c">The sum. // [length]</param>
    /// <param name="threads">At most; 0 for all. They share the columns, so that the order of the sum stays.</param>
    /// <param name="path">The registers; the best by default.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    public void AddSum(
        ReadOnlySpan<double> a, ReadOnlySpan<double> images, Span<double> c, int threads = 0, VectorPath? path = null)
    {
        int count = Count(images);
        Holds(a.Length, (long)count * Rows * Depth, nameof(a));
        Holds(c.Length, Length, nameof(c));
        Run(path, threads, count, a, Rows * Depth, images, [], c, 0);
    }

    // The last column stands in for those that are missing: it gives the same numbers again.
    private static int[] InEights(int[] list) =>
        [.. list, .. Enumerable.Range(0, -list.Length & 7).Select(_ => list[^1])];

    private int Count(ReadOnlySpan<double> images)
    {
        int count = images.Length / _border.Inside;
        return count * _border.Inside == images.Length
            ? count
            : throw new ArgumentException(
                $"Expected images of {_border.Inside} numbers; got {images.Length} numbers.", nameof(images));
    }

    private static void Holds(int length, long needed, string name)
    {
        if (length < needed)
        {
            throw new ArgumentException($"Expected at least {needed} numbers in {name}; got {length}.", name);
        }
    }

    private unsafe void Run(
        VectorPath? path, int threads, int count, ReadOnlySpan<double> a, int strideA, ReadOnlySpan<double> images,
        ReadOnlySpan<double> bias, Span<double> c, int strideC)
    {
        fixed (double* pa = a, pi = images, pb = bias, pc = c)
        fixed (int* down = _down, right = _right, places = _places, eights = _eights)
        {
            var job = new GatheredJob(
                _border, Rows, Depth, _right.Length, count, (nint)pa, strideA, (nint)pi, (nint)pb, (nint)pc, strideC,
                (nint)down, (nint)right, (nint)places, strideA == 0 ? (nint)eights : 0);
            switch (path ?? VectorPaths.Best)
            {
                case VectorPath.Avx512: GatheredWork<Register512<double>>.Run(job, threads); break;
                case VectorPath.Avx2: GatheredWork<Register256<double>>.Run(job, threads); break;
                default: GatheredWork<Register128<double>>.Run(job, threads); break;
            }
        }
    }
}
