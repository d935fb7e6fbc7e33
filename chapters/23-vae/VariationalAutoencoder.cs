using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.VariationalAutoencoders;

/// <summary>
/// An encoder that returns k means above k log-variances, a sample, and a decoder that returns logits of pixels in
/// [0, 1]. The loss is (23.9). S3-246, S3-248.
/// </summary>
public sealed class VariationalAutoencoder
{
    private readonly Sequential _encoder;
    private readonly Reparametrization _sampling;
    private readonly GaussianDivergence _divergence;
    private readonly BernoulliLoss _reconstruction = new();

    /// <summary>An encoder D → 2k, a decoder k → D, and β ≥ 0, 1 for the ELBO.</summary>
    /// <exception cref="ArgumentException">They do not fit together, or β is negative or not finite.</exception>
    public VariationalAutoencoder(ILayer encoder, ILayer decoder, double beta = 1)
    {
        ArgumentNullException.ThrowIfNull(encoder);
        ArgumentNullException.ThrowIfNull(decoder);
        if (encoder.Outputs != 2 * decoder.Inputs || decoder.Outputs != encoder.Inputs)
        {
            throw new ArgumentException(
                "Expected an encoder from D to 2k and a decoder from k to D; got "
                    + $"{encoder.Inputs} → {encoder.Outputs} and {decoder.Inputs} → {decoder.Outputs}.",
                nameof(decoder));
        }

        if (beta is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(nameof(beta),
                $"Expected β to be finite and at least 0; got {beta}.");
        }

        (Encoder, Decoder, Beta) = (encoder, decoder, beta);
        _encoder = new(encoder, new LogVarianceClamp(Units));
        (_sampling, _divergence) = (new(Units), new(Units));
        Parameters = [.. encoder.Parameters.Concat(decoder.Parameters).Distinct()];
    }

    /// <summary>From D pixels to k means above k log-variances.</summary>
    public ILayer Encoder { get; }

    /// <summary>From k latent numbers to D logits.</summary>
    public ILayer Decoder { get; }

    /// <summary>The weight of the divergence.</summary>
    public double Beta { get; }

    /// <summary>k, the dimensions of the latent space.</summary>
    public int Units => Decoder.Inputs;

    /// <summary>Those of the encoder and of the decoder.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The two terms for a batch of pixels in [0, 1] and its noise. // X [D × N], ε [k × N]</summary>
    public ElboTerms Forward(MatrixView X, MatrixView ε, Mode mode = Mode.Training)
    {
        MatrixView H = _encoder.Forward(X, mode);
        MatrixView Z = _sampling.Forward(H, ε); // (23.6)
        MatrixView A = Decoder.Forward(Z, mode);
        return new(_reconstruction.Forward(A, X), _divergence.Forward(H)); // (23.9)
    }

    /// <summary>Adds the gradient of the loss of the last batch to every parameter.</summary>
    public void Backward()
    {
        MatrixView dZ = Decoder.Backward(_reconstruction.Backward()); // (23.10)
        MatrixView dH = _sampling.Backward(dZ); // (23.7)
        _divergence.AddGradient(Beta, dH); // (23.5)
        _encoder.Backward(dH, inputGradient: false);
    }

    /// <summary>Means and log-variances of the distributions of samples. // X [D × N] → [k × N] each</summary>
    public (Matrix<double> Means, Matrix<double> LogVariances) Encode(Matrix<double> X)
    {
        MatrixView H = _encoder.Forward(X.View(), Mode.Inference);
        return (H.Rows(0, Units).ToMatrix(), H.Rows(Units, Units).ToMatrix());
    }

    /// <summary>Pixels in [0, 1] of latent points. // Z [k × N] → [D × N]</summary>
    public Matrix<double> Decode(Matrix<double> Z) =>
        ActivationEquations.Sigmoid(Decoder.Forward(RequireMatrix.Finite(Z), Mode.Inference));

    /// <summary>Generated samples: latent points of the prior, decoded. // [D × count]. S3-248</summary>
    public Matrix<double> Generate(int count, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentNullException.ThrowIfNull(random);
        return Decode(Matrix<double>.Build.Dense(Units, count, random.Normals(Units * count)));
    }
}
