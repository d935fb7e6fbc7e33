using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// Images of one size, kept as bytes, in an eighth of the memory of doubles. They are converted when a batch is made,
/// and scaled to [0, 1] unless <see cref="Normalized"/> sets another range.
/// </summary>
public sealed class ByteImages : ISamples, IImages
{
    // The processor prefetches the later lines of a larger image by itself.
    private const int CacheLine = 64, MostExpected = 4096;

    private readonly byte[] _pixels;
    private readonly PixelScaling _scaling;
    private readonly PixelScaling _plain;

    /// <summary>Images one after the other; the array is not copied.</summary>
    /// <param name="pixels">H·W·C bytes an image. // [H·W·C × N]</param>
    /// <param name="shape">The size of each.</param>
    /// <exception cref="ArgumentException">The bytes are not a whole number of images.</exception>
    public ByteImages(byte[] pixels, ImageShape shape)
    {
        ArgumentNullException.ThrowIfNull(pixels);
        if (shape.Length == 0 || pixels.Length % shape.Length != 0)
        {
            throw new ArgumentException(
                $"Expected a whole number of {shape} images, {shape.Length} bytes each; got {pixels.Length} bytes.",
                nameof(pixels));
        }

        (_pixels, Shape, Count) = (pixels, shape, pixels.Length / shape.Length);
        _scaling = _plain = new PixelScaling(new double[shape.Channels], [.. Enumerable.Repeat(1.0, shape.Channels)]);
    }

    private ByteImages(ByteImages images, PixelScaling scaling) =>
        (_pixels, Shape, Count, _plain, _scaling) = (images._pixels, images.Shape, images.Count, images._plain,
            scaling);

    /// <summary>The size of each image.</summary>
    public ImageShape Shape { get; }

    /// <inheritdoc/>
    public int Count { get; }

    /// <inheritdoc/>
    public int Features => Shape.Length;

    /// <summary>The bytes of one image, channel fastest. // [H·W·C]</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the set.</exception>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            Sample.Within(index, Count);
            return _pixels.AsSpan(index * Features, Features);
        }
    }

    /// <summary>The same bytes, which become (pixel/255 − mean) / deviation, channel by channel (S2-102).</summary>
    /// <param name="mean">One a channel. // [C]</param>
    /// <param name="deviation">One a channel, positive. // [C]</param>
    /// <exception cref="ArgumentException">Not one number a channel, or a deviation that is not positive.</exception>
    public ByteImages Normalized(IReadOnlyList<double> mean, IReadOnlyList<double> deviation)
    {
        ArgumentNullException.ThrowIfNull(mean);
        ArgumentNullException.ThrowIfNull(deviation);
        Require.SameLength(Shape.Channels, nameof(Shape.Channels), mean.Count, nameof(mean));
        return new(this, new PixelScaling(mean, deviation));
    }

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        Sample.Fits(column, Features);
        _scaling.Apply(this[index], column);
    }

    /// <inheritdoc/>
    public unsafe void Expect(int index)
    {
        if (Sse.IsSupported)
        {
            // A hint: the address is never read, so the array may move meanwhile.
            byte* first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(this[index]));
            for (int at = 0; at < Math.Min(Features, MostExpected); at += CacheLine)
            {
                Sse.Prefetch0(first + at);
            }
        }
    }

    /// <summary>Puts an image into a buffer with values in [0, 1], also after <see cref="Normalized"/>: transforms
    /// work on pixels.</summary>
    /// <inheritdoc/>
    public void Load(int index, PixelBuffer into)
    {
        ArgumentNullException.ThrowIfNull(into);
        ReadOnlySpan<byte> pixels = this[index];
        into.Reshape(Shape);
        _plain.Apply(pixels, into.Values);
    }
}
