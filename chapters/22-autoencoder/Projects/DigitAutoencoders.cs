using MathNet.Numerics.LinearAlgebra;
using Reference.Convolutions;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Autoencoders;

/// <summary>Autoencoders of 28 × 28 digits, started as PyTorch starts its layers. S3-244, S3-245, S4-174.</summary>
public static class DigitAutoencoders
{
    /// <summary>784-k-784 without an activation: it can do no more than k principal components. S4-173.</summary>
    public static Autoencoder Linear(int k, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return new(new Dense(784, k, start, start), new Dense(k, 784, start, start));
    }

    /// <summary>784-256-64-k-64-256-784: ReLU inside, the code linear, a sigmoid at the end. S4-174.</summary>
    public static Autoencoder Deep(int k, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        Sequential Stack(int[] sizes) => MultilayerPerceptron.Of(sizes, width => new Relu(width), start, start);
        return new(Stack([784, 256, 64, k]), new Sequential(Stack([k, 64, 256, 784]), new Sigmoid(784)));
    }

    /// <summary>28×28 → 14×14×16 → 7×7×32 → k and back by transposed convolutions, all 3 × 3 with stride 2.
    /// S3-245.</summary>
    public static Autoencoder Convolutional(int k, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        ImageShape large = new(28, 28, 1), middle = new(14, 14, 16), small = new(7, 7, 32);
        Window window = Window.Square(3, stride: 2, padding: 1);
        return new(
            new Sequential(
                new Conv2D(large, 16, window, start, start), new Relu(middle.Length),
                new Conv2D(middle, 32, window, start, start), new Relu(small.Length),
                new Dense(small.Length, k, start, start)),
            new Sequential(
                new Dense(k, small.Length, start, start), new Relu(small.Length),
                new ConvTranspose2D(small, 16, window, start, start, extra: 1), new Relu(middle.Length),
                new ConvTranspose2D(middle, 1, window, start, start, extra: 1), new Sigmoid(large.Length)));
    }

    /// <summary>Adam at 0.001, or at a rate that falls from a given one to 0 in a line, batches of 64, squared error;
    /// the targets are the clean inputs, which a corruption may damage for the network. The error a pixel on held-out
    /// digits is the last validation loss. S4-031, S4-205.</summary>
    public static (Trainer Trainer, History History) Train(
        Autoencoder autoencoder, SampleSet digits, SampleSet? held, int epochs, ulong seed,
        Corruption? corruption = null, Action<int>? progress = null, double? falling = null)
    {
        RandomStream shuffle = new(seed + 100), damage = new(seed + 200);
        ISamples seen = corruption is null ? digits.X : new CorruptedSamples(digits.X, corruption, damage);
        var trainer = new Trainer(autoencoder, new MeanSquaredError(),
            new Adam(autoencoder.Parameters, falling ?? 1e-3));
        SampleSet? test = held is null ? null : new(held.X, held.X);
        bool Slower(int done, History.Epoch measured)
        {
            trainer.Optimizer.LearningRate =
                falling is { } from && done < epochs ? from * (epochs - done) / epochs : 1e-3;
            return true;
        }

        return (trainer, trainer.Fit(new(seen, digits.X), epochs, 64, shuffle, test, progress, [Slower]));
    }

    /// <summary>The samples as columns. // [D × N]</summary>
    public static Matrix<double> Columns(ISamples samples)
    {
        var X = new MatrixView(samples.Features, samples.Count);
        for (int n = 0; n < samples.Count; n++)
        {
            samples.CopyTo(n, X.Column(n));
        }

        return X.ToMatrix();
    }

    /// <summary>The codes of a set. // [k × N]</summary>
    public static Matrix<double> Codes(Autoencoder autoencoder, Matrix<double> X) =>
        autoencoder.Encoder.Forward(X, Mode.Inference);

    /// <summary>The first k components: by the covariance where there are at least as many samples as numbers, else by
    /// the SVD. // X [D × N]</summary>
    public static Pca Components(Matrix<double> X, int k) =>
        X.ColumnCount < X.RowCount ? Pca.Of(X, k) : PcaEquations.ByCovariance(X, k);

    /// <summary>The error a number of reconstructions by principal components. // X [D × N]</summary>
    public static double Error(Pca pca, Matrix<double> X) =>
        AutoencoderEquations.Loss(pca.Reconstruct(pca.Project(X)), X);
}
