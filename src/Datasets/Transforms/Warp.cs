using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// An affine map of an image, for rotation, zoom and shift: the new pixel at (x, y) from the middle shows what was at
/// (xx·x + xy·y + x₀, yx·x + yy·y + y₀) from the middle, interpolated bilinearly; outside the image all is 0.
/// </summary>
internal readonly record struct Warp(double XX, double XY, double X0, double YX, double YY, double Y0)
{
    public void Apply(PixelBuffer from, PixelBuffer to)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        to.Reshape(from.Shape);
        (int height, int width, int channels) = (from.Shape.Height, from.Shape.Width, from.Shape.Channels);
        (double middleX, double middleY) = ((width - 1) / 2.0, (height - 1) / 2.0);
        for (int row = 0; row < height; row++)
        {
            for (int column = 0; column < width; column++)
            {
                (double x, double y) = (column - middleX, row - middleY);
                Read(from, XX * x + XY * y + X0 + middleX, YX * x + YY * y + Y0 + middleY,
                    to.Values.Slice(from.Shape.IndexOf(row, column, 0), channels));
            }
        }
    }

    /// <summary>A random number between bounds.</summary>
    public static double Draw((double Low, double High) bounds, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.Uniform(bounds.Low, bounds.High);
    }

    private static void Read(PixelBuffer from, double x, double y, Span<double> pixel)
    {
        pixel.Clear();
        (int left, int top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        (double right, double down) = (x - left, y - top);
        Add(from, top, left, (1 - down) * (1 - right), pixel);
        Add(from, top, left + 1, (1 - down) * right, pixel);
        Add(from, top + 1, left, down * (1 - right), pixel);
        Add(from, top + 1, left + 1, down * right, pixel);
    }

    private static void Add(PixelBuffer from, int row, int column, double weight, Span<double> pixel)
    {
        if ((uint)row >= (uint)from.Shape.Height || (uint)column >= (uint)from.Shape.Width)
        {
            return;
        }

        int at = from.Shape.IndexOf(row, column, 0);
        for (int channel = 0; channel < pixel.Length; channel++)
        {
            pixel[channel] += weight * from.Values[at + channel];
        }
    }
}
