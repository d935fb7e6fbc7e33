using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>The order in which an image becomes a column for a dense layer.</summary>
public enum FlattenOrder
{
    /// <summary>Height–width–channel, as Keras flattens, and as images are stored here.</summary>
    ChannelsLast,

    /// <summary>Channel–height–width, as PyTorch does: the weights of the next layer are those of its file.</summary>
    ChannelsFirst,
}

/// <summary>An image as a column, in one order or the other. X, Y [H·W·C × N]. S0-105, S0-125, S3-129.</summary>
public sealed class Flatten(ImageShape image, FlattenOrder order)
    : Layer(
        $"flatten {image}{(order == FlattenOrder.ChannelsFirst ? ", channels first" : "")}", image.Length,
        image.Length)
{
    /// <inheritdoc/>
    public override ILayer Shared() => new Flatten(image, order);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) => Reorder(X, image.Channels, Y);

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is { } wanted)
        {
            Reorder(dY, image.Height * image.Width, wanted);
        }
    }

    // Each image is a matrix of so many rows, and transposed.
    private void Reorder(MatrixView from, int rows, MatrixView to)
    {
        if (order == FlattenOrder.ChannelsLast)
        {
            to.CopyFrom(from);
            return;
        }

        int atOnce = from.IsContiguous ? from.ColumnCount : 1;
        for (int n = 0; n < from.ColumnCount; n += atOnce)
        {
            Kernels.Transpose(
                rows, image.Length / rows, from.Columns(n, atOnce).Span, to.Columns(n, atOnce).Span);
        }
    }
}
