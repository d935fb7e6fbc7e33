using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The interpolation between pixels.</summary>
public enum Interpolation
{
    /// <summary>The pixel that contains the centre of the new pixel.</summary>
    Nearest,

    /// <summary>
    /// Weights fall linearly with distance; on shrinking over a wider neighbourhood, so that nothing is skipped:
    /// what <c>Resize</c> of the notes does (S0-126).
    /// </summary>
    Bilinear,

    /// <summary>Each pixel by the share of the new pixel that it covers, which keeps the mean (S3-229).</summary>
    Area,
}

/// <summary>Another height and width; rows and columns are resampled independently. Not thread-safe.</summary>
/// <param name="height">Rows of the result, ≥ 1.</param>
/// <param name="width">Columns of the result, ≥ 1.</param>
/// <param name="interpolation">The interpolation between pixels.</param>
public sealed class Resize(int height, int width, Interpolation interpolation = Interpolation.Bilinear)
    : IImageTransform
{
    private double[] _rows = [];
    private ResamplingWeights _vertical, _horizontal;

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => new(height, width, shape.Channels);

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(to);
        (int oldHeight, int oldWidth, int channels) = (from.Shape.Height, from.Shape.Width, from.Shape.Channels);
        _horizontal = _horizontal.Fitting(oldWidth, width, interpolation);
        _vertical = _vertical.Fitting(oldHeight, height, interpolation);
        to.Reshape(Resulting(from.Shape));
        int rowLength = width * channels;
        if (_rows.Length < oldHeight * rowLength)
        {
            _rows = new double[oldHeight * rowLength];
        }

        for (int row = 0; row < oldHeight; row++)
        {
            Widen(from.Values.Slice(row * oldWidth * channels, oldWidth * channels),
                _rows.AsSpan(row * rowLength, rowLength), channels);
        }

        for (int row = 0; row < height; row++)
        {
            Span<double> target = to.Values.Slice(row * rowLength, rowLength);
            target.Clear();
            (int first, double[] weights) = _vertical[row];
            for (int k = 0; k < weights.Length; k++)
            {
                Span<double> source = _rows.AsSpan((first + k) * rowLength, rowLength);
                for (int i = 0; i < rowLength; i++)
                {
                    target[i] += weights[k] * source[i];
                }
            }
        }
    }

    private void Widen(ReadOnlySpan<double> from, Span<double> to, int channels)
    {
        for (int column = 0; column < width; column++)
        {
            (int first, double[] weights) = _horizontal[column];
            for (int channel = 0; channel < channels; channel++)
            {
                double sum = 0;
                for (int k = 0; k < weights.Length; k++)
                {
                    sum += weights[k] * from[(first + k) * channels + channel];
                }

                to[column * channels + channel] = sum;
            }
        }
    }
}
