using System.Runtime.CompilerServices;

namespace Reference.Numerics;

/// <summary>
/// The maximum of windows over images whose channels stand together, lanes along the channels. Beside each maximum
/// stands which of the window's pixels it is, the first of equals; its gradient goes there.
/// </summary>
public sealed class MaxPooling
{
    private readonly int _image, _channels, _taps;
    private readonly int[] _pixels; // of every window
    private readonly bool _apart; // no pixel in two places of the list

    /// <summary>Windows of an image, each the places of its pixels, at least one.</summary>
    /// <param name="image">Numbers of an image.</param>
    /// <param name="channels">Numbers of a pixel.</param>
    /// <param name="windows">For each output pixel, where its pixels begin.</param>
    /// <exception cref="ArgumentException">A window without pixels, or a pixel outside the image.</exception>
    public MaxPooling(int image, int channels, int[][] windows)
    {
        ArgumentNullException.ThrowIfNull(windows);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        if (windows.Any(w => w.Length == 0 || w.Min() < 0 || w.Max() + channels > image))
        {
            throw new ArgumentException(
                $"Expected windows of pixels inside an image of {image} numbers.", nameof(windows));
        }

        (_image, _channels, _taps) = (image, channels, windows.Max(w => w.Length));
        // The first pixel again where one is missing at a border: it is never greater than the maximum so far.
        _pixels = [.. windows.SelectMany(w => Enumerable.Range(0, _taps).Select(t => w[t < w.Length ? t : 0]))];
        _apart = _pixels.Distinct().Count() == _pixels.Length;
        Outputs = windows.Length * channels;
    }

    /// <summary>Numbers of an image's result.</summary>
    public int Outputs { get; }

    /// <summary>The maxima of N images; NaN where a pixel is NaN.</summary>
    /// <param name="x">[image × N]</param>
    /// <param name="y">[outputs × N]</param>
    /// <param name="chosen">Which pixel of its window each maximum is. // [outputs × N]</param>
    /// <param name="path">The registers; the best by default.</param>
    /// <param name="threads">At most, which share the images; 0 for all.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public unsafe void Forward(
        ReadOnlySpan<double> x, Span<double> y, Span<double> chosen, VectorPath? path = null,
        int threads = 0)
    {
        int count = Count(x.Length, y.Length, chosen.Length);
        fixed (double* px = x, py = y, pc = chosen)
        fixed (int* pixels = _pixels)
        {
            switch (path ?? VectorPaths.Best)
            {
                case VectorPath.Avx512: Run<Register512<double>>(false, threads, count, pixels, px, py, pc); break;
                case VectorPath.Avx2: Run<Register256<double>>(false, threads, count, pixels, px, py, pc); break;
                default: Run<Register128<double>>(false, threads, count, pixels, px, py, pc); break;
            }
        }
    }

    /// <summary>dx ← dy at the chosen pixels, the sum where windows overlap, 0 elsewhere.</summary>
    /// <param name="chosen">Of the forward pass. // [outputs × N]</param>
    /// <param name="dy">[outputs × N]</param>
    /// <param name="dx">[image × N]</param>
    /// <param name="path">The registers; the best by default.</param>
    /// <param name="threads">At most, which share the images; 0 for all.</param>
    /// <exception cref="ArgumentException">The lengths do not fit.</exception>
    public unsafe void Backward(
        ReadOnlySpan<double> chosen, ReadOnlySpan<double> dy, Span<double> dx, VectorPath? path = null,
        int threads = 0)
    {
        int count = Count(dx.Length, dy.Length, chosen.Length);
        fixed (double* px = dx, py = dy, pc = chosen)
        fixed (int* pixels = _pixels)
        {
            switch (path ?? VectorPaths.Best)
            {
                case VectorPath.Avx512: Run<Register512<double>>(true, threads, count, pixels, px, py, pc); break;
                case VectorPath.Avx2: Run<Register256<double>>(true, threads, count, pixels, px, py, pc); break;
                default: Run<Register128<double>>(true, threads, count, pixels, px, py, pc); break;
            }
        }
    }

    private int Count(int images, int outputs, int chosen)
    {
        int count = images / _image;
        return images == count * _image && outputs == count * Outputs && chosen == outputs
            ? count
            : throw new ArgumentException(
                $"Expected {_image} numbers of an image for {Outputs} of its result; got {images} for {outputs}, "
                    + $"and {chosen} choices.");
    }

    private unsafe void Run<V>(
        bool back, int threads, int count, int* pixels, double* x, double* y, double* chosen)
        where V : unmanaged, IVector<V, double>
    {
        if ((threads = Work.Threads(threads, (double)count * _image, Kernels.ThreadedFrom)) > 1)
        {
            new InBands<V>(this, back, threads, count, pixels, x, y, chosen).Run();
        }
        else if (back)
        {
            Backward<V>(count, pixels, x, y, chosen);
        }
        else
        {
            Forward<V>(count, pixels, x, y, chosen);
        }
    }

    private sealed unsafe class InBands<V>(
        MaxPooling pooling, bool back, int threads, int count, int* pixels, double* x, double* y, double* chosen)
        : WorkInBands(count, threads, multiple: 1)
        where V : unmanaged, IVector<V, double>
    {
        /// <inheritdoc/>
        protected override void Band(int begin, int count)
        {
            nint image = (nint)begin * pooling._image, output = (nint)begin * pooling.Outputs;
            pooling.Run<V>(back, 1, count, pixels, x + image, y + output, chosen + output);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void Forward<V>(int count, int* pixels, double* x, double* y, double* chosen)
        where V : unmanaged, IVector<V, double>
    {
        V one = V.Constant(1);
        for (int n = 0; n < count; n++, x += _image)
        {
            int* window = pixels;
            for (int p = 0; p < Outputs; p += _channels, window += _taps, y += _channels, chosen += _channels)
            {
                for (int c = 0; c < _channels; c += V.Lanes)
                {
                    int left = _channels - c;
                    V max = First<V>(left, x + window[0] + c), at = V.Constant(0), tap = at;
                    for (int t = 1; t < _taps; t++)
                    {
                        V v = First<V>(left, x + window[t] + c);
                        tap += one;
                        (at, max) = (V.WhereGreater(v, max, tap, at), V.Max(max, v));
                    }

                    StoreFirst(left, max, y + c);
                    StoreFirst(left, at, chosen + c);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void Backward<V>(int count, int* pixels, double* dx, double* dy, double* chosen)
        where V : unmanaged, IVector<V, double>
    {
        V one = V.Constant(1), zero = V.Constant(0);
        for (int n = 0; n < count; n++, dx += _image)
        {
            new Span<double>(dx, _image).Clear();
            int* window = pixels;
            for (int p = 0; p < Outputs; p += _channels, window += _taps, dy += _channels, chosen += _channels)
            {
                for (int c = 0; !_apart && c < _channels; c++)
                {
                    dx[window[(int)chosen[c]] + c] += dy[c];
                }

                for (int c = 0; _apart && c < _channels; c += V.Lanes)
                {
                    int left = _channels - c;
                    V rest = First<V>(left, dy + c), at = First<V>(left, chosen + c), tap = V.Constant(0.5);
                    for (int t = 0; t < _taps; t++, tap += one)
                    {
                        StoreFirst(left, V.WhereGreater(at, tap, zero, rest), dx + window[t] + c);
                        rest = V.WhereGreater(at, tap, rest, zero);
                    }
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe V First<V>(int count, double* source)
        where V : unmanaged, IVector<V, double>
        => count >= V.Lanes ? V.Load(source) : V.LoadFirst(count, source, V.Constant(0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void StoreFirst<V>(int count, V vector, double* target)
        where V : unmanaged, IVector<V, double>
    {
        if (count >= V.Lanes)
        {
            V.Store(vector, target);
            return;
        }

        V.StoreFirst(count, vector, target);
    }
}
