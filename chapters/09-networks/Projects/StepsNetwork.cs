using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// One input, H sigmoids, one sigmoid: how much shape a hidden layer of H units can give a curve.
/// The notes print no data; ours are 100 points of [−20, 20], of class 1 between −10 and −5 and between 5 and 10. S4-118, S4-119, S4-120, S4-121, S4-122.
/// </summary>
public static class StepsNetwork
{
    /// <summary>The inputs. // [1 × 100]</summary>
    public static Matrix<double> X { get; } = Matrix<double>.Build.Dense(1, 100, (_, n) => -20 + 40 * n / 99.0);

    /// <summary>The classes. // [1 × 100]</summary>
    public static Matrix<double> Y { get; } = X.Map(x => x is > -10 and < -5 or > 5 and < 10 ? 1.0 : 0);

    /// <summary>The network 1-H-1; its last sigmoid stands in the loss. 7, 19 and 22 numbers for H = 2, 6 and 7.</summary>
    /// <param name="hidden">H.</param>
    /// <param name="random">Draws the weights.</param>
    public static Sequential Build(int hidden, RandomStream random) =>
        MultilayerPerceptron.Of([1, hidden, 1], width => new Sigmoid(width), Initializers.InverseRoot(random), Initializers.InverseRoot(random));

    /// <summary>The same network as a formula: ŷ(x) = σ(b₂ + Σ_h w₂ₕ σ(w₁ₕ x + b₁ₕ)); at x = 0 the hidden units give σ(b₁). S4-119.</summary>
    /// <param name="network">Its numbers are read from here.</param>
    /// <param name="x">The input.</param>
    public static double Formula(Sequential network, double x)
    {
        ArgumentNullException.ThrowIfNull(network);
        Matrix<double> W1 = network.Parameters[0].Value, b1 = network.Parameters[1].Value, W2 = network.Parameters[2].Value, b2 = network.Parameters[3].Value;
        double score = b2[0, 0];
        for (int h = 0; h < W1.RowCount; h++)
        {
            score += W2[0, h] * ScalarActivations.Sigmoid(W1[h, 0] * x + b1[h, 0]);
        }

        return ScalarActivations.Sigmoid(score);
    }

    /// <summary>Adam on all points at once. S4-120.</summary>
    /// <param name="hidden">H: 6 in the notes.</param>
    /// <param name="seed">Draws the weights.</param>
    /// <param name="epochs">1000 in the notes.</param>
    /// <param name="learningRate">0.01 in the notes.</param>
    /// <returns>The trainer, and the share of points on the right side.</returns>
    public static (Trainer Trainer, double Accuracy) Train(int hidden, ulong seed, int epochs = 1000, double learningRate = 0.01)
    {
        Sequential network = Build(hidden, new RandomStream(seed));
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new Adam(network.Parameters, learningRate), Metric.BinaryAccuracy);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            trainer.Step(X, Y);
        }

        return (trainer, Metric.BinaryAccuracy.Of(network.Forward(X, Mode.Inference), Y));
    }
}
