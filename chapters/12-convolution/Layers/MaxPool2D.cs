using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions;

/// <summary>The maximum of each window, (12.13); its gradient goes to the first place of the maximum, (12.14). NaN
/// passes through. A window outside the image is refused. X [H·W·C × N] → Y [H′·W′·C × N]. S0-085, S2-144, S3-124.
/// </summary>
public sealed class MaxPool2D(ImageShape image, Window window)
    : Layer($"max pool {window}, {image} → {Of(image, window)}", image.Length, Of(image, window).Length)
{
    private readonly MaxPooling _windows = new(image.Length, image.Channels, Pooling.Patches(image, window));
    private readonly Workspace _chosen = new(); // which pixel of its window each maximum of the last pass is

    /// <summary>The images that it makes.</summary>
    public ImageShape Output { get; } = Of(image, window);

    /// <summary>A square window without padding that moves by its own size.</summary>
    public MaxPool2D(ImageShape image, int size)
        : this(image, Window.Square(size, size))
    {
    }

    /// <inheritdoc/>
    public override ILayer Shared() => new MaxPool2D(image, window);

    /// <inheritdoc/>
    protected override void Forward(MatrixView X, MatrixView Y) =>
        _windows.Forward(X.Span, Y.Span, _chosen.Of(Outputs, X.ColumnCount).Span); // (12.13)

    /// <inheritdoc/>
    protected override void Backward(MatrixView X, MatrixView Y, MatrixView dY, MatrixView? dX)
    {
        if (dX is { } wanted)
        {
            _windows.Backward(_chosen.Of(Outputs, X.ColumnCount).Span, dY.Span, wanted.Span); // (12.14)
        }
    }

    private static ImageShape Of(ImageShape image, Window window) => window.Output(image, image.Channels);
}
