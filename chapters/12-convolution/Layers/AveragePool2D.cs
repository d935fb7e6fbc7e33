using System.Numerics.Tensors;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>The mean of each window, (12.15) and (12.16); zeros of the padding count, as in PyTorch. A window outside
/// the image is refused. X [H·W·C × N] → Y [H′·W′·C × N]. S2-145.</summary>
public sealed class AveragePool2D(ImageShape image, Window window)
    : Layer(
        $"average pool {window}, {image} → {window.Output(image, image.Channels)}", image.Length,
        window.Output(image, image.Channels).Length)
{
    private readonly int[][] _patches = Pooling.Patches(image, window);
    private readonly double _share = 1.0 / (window.Height * window.Width);

    /// <summary>The images that it makes.</summary>
    public ImageShape Output { get; } = window.Output(image, image.Channels);

    /// <summary>The mean of each channel over the whole image, H × W × C → 1 × 1 × C.</summary>
    public static AveragePool2D Global(ImageShape image) => new(image, new(image.Height, image.Width));

    /// <inheritdoc/>
    public override ILayer Shared() => new AveragePool2D(image, window);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y)
    {
        Y.Fill(0);
        Each(X, Y, (x, y, share) => TensorPrimitives.MultiplyAdd(x, share, y, y)); // (12.15)
    }

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is { } wanted)
        {
            wanted.Fill(0);
            Each(wanted, dY, (dx, dy, share) => TensorPrimitives.MultiplyAdd(dy, share, dx, dx)); // (12.16)
        }
    }

    // The channels of every pixel of a window, with those of its output.
    private void Each(MatrixView X, MatrixView Y, Action<Span<double>, Span<double>, double> both)
    {
        int C = image.Channels;
        for (int n = 0; n < X.ColumnCount; n++)
        {
            for (int p = 0; p < _patches.Length; p++)
            {
                foreach (int at in _patches[p])
                {
                    both(X.Column(n).Slice(at, C), Y.Column(n).Slice(p * C, C), _share);
                }
            }
        }
    }
}
