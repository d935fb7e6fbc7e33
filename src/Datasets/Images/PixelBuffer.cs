using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>One image in doubles, height–width–channel, whose memory is reused for the next one.</summary>
public sealed class PixelBuffer
{
    private double[] _values = [];

    /// <summary>An empty buffer of this shape, all values 0.</summary>
    public PixelBuffer(ImageShape shape) => Reshape(shape);

    /// <summary>A copy of an image.</summary>
    /// <param name="shape">H×W×C.</param>
    /// <param name="values">H·W·C finite values, channel fastest.</param>
    /// <exception cref="ArgumentException">Not as many values as the shape says, or one that is not
    /// finite.</exception>
    public PixelBuffer(ImageShape shape, ReadOnlySpan<double> values)
        : this(shape)
    {
        Require.SameLength(shape.Length, nameof(shape), values.Length, nameof(values));
        Require.Finite(values);
        values.CopyTo(Values);
    }

    /// <summary>H×W×C.</summary>
    public ImageShape Shape { get; private set; }

    /// <summary>The values, channel fastest. // [H·W·C]</summary>
    public Span<double> Values => _values.AsSpan(0, Shape.Length);

    /// <summary>One value.</summary>
    /// <param name="row">In [0, H).</param>
    /// <param name="column">In [0, W).</param>
    /// <param name="channel">In [0, C).</param>
    public ref double this[int row, int column, int channel] => ref _values[Shape.IndexOf(row, column, channel)];

    /// <summary>Changes the shape, growing where necessary. The values are undefined afterwards: the caller writes all
    /// of them.</summary>
    public void Reshape(ImageShape shape)
    {
        if (_values.Length < shape.Length)
        {
            _values = new double[shape.Length];
        }

        Shape = shape;
    }

    /// <summary>One channel as a table with row 0 at the top, as figures expect. // [H × W]</summary>
    /// <param name="channel">In [0, C).</param>
    public double[,] Plane(int channel)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(channel);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(channel, Shape.Channels);
        var plane = new double[Shape.Height, Shape.Width];
        for (int row = 0; row < Shape.Height; row++)
        {
            for (int column = 0; column < Shape.Width; column++)
            {
                plane[row, column] = this[row, column, channel];
            }
        }

        return plane;
    }
}
