using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>An encoder f, which makes a code of k numbers, and a decoder g, which makes the input of it again:
/// x̂ = g(f(x)). A layer like others, trained with the input as target. S3-240, S3-242, S4-203, S4-205.</summary>
public sealed class Autoencoder : IStateful
{
    private readonly Sequential _whole;

    /// <summary>A decoder that takes the code and returns as many numbers as the encoder takes.</summary>
    /// <exception cref="ArgumentException">The two do not fit; the message names both.</exception>
    public Autoencoder(ILayer encoder, ILayer decoder)
    {
        _whole = new(encoder, decoder);
        (Encoder, Decoder) = (encoder, decoder);
        if (decoder.Outputs != encoder.Inputs)
        {
            throw new ArgumentException(
                $"Expected a decoder that returns the {encoder.Inputs} numbers of the input; it returns "
                    + $"{decoder.Outputs}.", nameof(decoder));
        }
    }

    /// <summary>f. // [D → k]</summary>
    public ILayer Encoder { get; }

    /// <summary>g. // [k → D]</summary>
    public ILayer Decoder { get; }

    /// <summary>The codes of the last pass, valid until the next. // [k × N]</summary>
    public MatrixView Code { get; private set; }

    /// <inheritdoc/>
    public string Name => "autoencoder";

    /// <inheritdoc/>
    public int Inputs => Encoder.Inputs;

    /// <inheritdoc/>
    public int Outputs => Decoder.Outputs;

    /// <inheritdoc/>
    public IReadOnlyList<Parameter> Parameters => _whole.Parameters;

    /// <summary>Those of the encoder under <c>0.</c>, those of the decoder under <c>1.</c></summary>
    public IReadOnlyList<StoredTensor> Stored => _whole.Stored;

    /// <inheritdoc/>
    public IReadOnlyList<StoredTensor> State => _whole.State;

    /// <inheritdoc/>
    public MatrixView Forward(MatrixView X, Mode mode = Mode.Training)
    {
        Code = Encoder.Forward(X, mode); // (22.13): z = f(x)
        return Decoder.Forward(Code, mode); // (22.13): x̂ = g(z)
    }

    /// <inheritdoc/>
    public MatrixView Backward(MatrixView dY, bool inputGradient = true) => Backward(dY, default, inputGradient);

    /// <summary>The same with the gradient that losses of the code bring; empty for none. // dX̂ [D × N],
    /// dZ [k × N]</summary>
    public MatrixView Backward(MatrixView dX̂, MatrixView dZ, bool inputGradient = false)
    {
        MatrixView dCode = Decoder.Backward(dX̂);
        if (dZ.ColumnCount > 0)
        {
            dCode.Add(dZ); // (22.14)
        }

        return Encoder.Backward(dCode, inputGradient);
    }

    /// <inheritdoc/>
    public ILayer Shared() => Twin();

    /// <summary>The same network with its own workspace, for the other half of a pair. S3-177.</summary>
    public Autoencoder Twin() => new(Encoder.Shared(), Decoder.Shared());
}
