using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Regularization;

namespace Reference.Convolutions;

/// <summary>
/// A convolutional network, layer after layer; each layer takes the shape that the one before makes. S2-139, S2-148,
/// S2-154, S3-114, S4-185.
/// </summary>
public sealed class ImageStack(ImageShape image, Initializer start)
{
    private readonly List<ILayer> _layers = [];
    private ImageShape _image = image;
    private int _width = image.Length;

    /// <summary>O kernels of k × k.</summary>
    public ImageStack Conv(int kernels, int k, int padding = 0) =>
        Conv(kernels, Window.Square(k, padding: padding));

    /// <summary>O kernels that keep the size, Keras's and PyTorch's <c>same</c>.</summary>
    public ImageStack ConvSame(int kernels, int k) => Conv(kernels, Window.Same(k, _image));

    /// <summary>max(x, 0). S4-024, S4-162.</summary>
    public ImageStack Relu() => Add(new Relu(_width));

    /// <summary>The maximum of k × k, every s pixels; s = k where it is not given.</summary>
    public ImageStack MaxPool(int k, int stride = 0)
    {
        var pool = new MaxPool2D(_image, Window.Square(k, stride == 0 ? k : stride));
        _image = pool.Output;
        return Add(pool);
    }

    /// <summary>Dropout of probability p.</summary>
    public ImageStack Dropout(double p, RandomStream random) => Add(new Dropout(_width, p, random));

    /// <summary>The image as a column.</summary>
    public ImageStack Flatten(FlattenOrder order) => Add(new Flatten(_image, order));

    /// <summary>A dense layer.</summary>
    public ImageStack Dense(int width) => Add(new Dense(_width, width, start, start));

    /// <summary>The network.</summary>
    public Sequential Build() => new([.. _layers]);

    private ImageStack Conv(int kernels, Window window)
    {
        var conv = new Conv2D(_image, kernels, window, start, start);
        _image = conv.Output;
        return Add(conv);
    }

    private ImageStack Add(ILayer layer)
    {
        _layers.Add(layer);
        _width = layer.Outputs;
        return this;
    }
}
