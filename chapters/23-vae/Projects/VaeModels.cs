using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>The variational autoencoders of the chapter for images of 28 × 28; weights start as in Keras.</summary>
public static class VaeModels
{
    /// <summary>The convolutional one of the notes, 342,616 + 215,617 parameters, latent space of 50. S3-255,
    /// S3-256.</summary>
    public static VariationalAutoencoder Convolutional(RandomStream random, int units = 50, double beta = 1)
    {
        Initializer start = Initializers.Xavier(random);
        return new(Encoder(units, start), Decoder(units, start), beta);
    }

    /// <summary>A dense one, 784-H-2k and k-H-784, of ReLU.</summary>
    public static VariationalAutoencoder Dense(RandomStream random, int hidden, int units, double beta = 1)
    {
        Initializer start = Initializers.Xavier(random);
        return new(
            new Sequential(new Dense(784, hidden, start), new Relu(hidden), Heads(hidden, units, start)),
            new Sequential(new Dense(units, hidden, start), new Relu(hidden), new Dense(hidden, 784, start)), beta);
    }

    /// <summary>Listing 8: 28→14→7 by strides of 2 with Keras's <c>same</c>, which pads (0, 1), then 3,136-100-2k.
    /// An image is stored in the order of its Flatten, which therefore is no layer here. S3-255.</summary>
    public static Sequential Encoder(int units, Initializer start)
    {
        ImageShape image = new(28, 28, 1), half = new(14, 14, 32);
        return new(
            new Conv2D(image, 32, Window.Same(3, image, 2), start), new Relu(half.Length),
            new Conv2D(half, 64, Window.Same(3, half, 2), start), new Relu(3136),
            new Dense(3136, 100, start), new Relu(100), Heads(100, units, start));
    }

    /// <summary>Listing 9: k-3,136, then 7→14→28→28, cropped as the encoder pads; the sigmoid is part of the loss.
    /// S3-256.</summary>
    public static Sequential Decoder(int units, Initializer start)
    {
        ImageShape quarter = new(7, 7, 64), half = new(14, 14, 64), whole = new(28, 28, 32);
        return new(
            new Dense(units, 3136, start), new Relu(3136),
            new ConvTranspose2D(quarter, 64, Window.Same(3, half, 2), start), new Relu(half.Length),
            new ConvTranspose2D(half, 32, Window.Same(3, whole, 2), start), new Relu(whole.Length),
            new ConvTranspose2D(whole, 1, Window.Same(3, whole), start));
    }

    // z_mean above z_log_var in one product; each half starts as a layer of its own would.
    private static Dense Heads(int inputs, int units, Initializer start) =>
        new(inputs, 2 * units, (values, fanIn, fanOut) => start(values, fanIn, fanOut / 2));
}
