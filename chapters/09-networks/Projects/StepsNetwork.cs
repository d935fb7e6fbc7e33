using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>One input, H sigmoids, one sigmoid. The notes print no data; ours are 100 points of [−20, 20], of class 1
/// between −10 and −5 and between 5 and 10. S4-118, S4-119, S4-120, S4-121, S4-122.</summary>
public static class StepsNetwork
{
    /// <summary>The inputs. // [1 × 100]</summary>
    public static Matrix<double> X { get; } = Matrix<double>.Build.Dense(1, 100, (_, n) => -20 + 40 * n / 99.0);

    /// <summary>The classes. // [1 × 100]</summary>
    public static Matrix<double> Y { get; } = X.Map(x => x is > -10 and < -5 or > 5 and < 10 ? 1.0 : 0);

    /// <summary>The network 1-H-1; its last sigmoid is in the loss. S4-121.</summary>
    public static Sequential Build(int hidden, RandomStream random)
    {
        Initializer start = Initializers.InverseRoot(random);
        return MultilayerPerceptron.Of([1, hidden, 1], width => new Sigmoid(width), start, start);
    }

    /// <summary>ŷ(x) = σ(b₂ + Σ_h w₂ₕ σ(w₁ₕ x + b₁ₕ)); at x = 0 the hidden units give σ(b₁). S4-119.</summary>
    public static double Formula(Sequential network, double x)
    {
        Matrix<double>[] θ = [.. network.Parameters.Select(p => p.Value)]; // W₁, b₁, W₂, b₂
        double z = θ[3][0, 0];
        for (int h = 0; h < θ[0].RowCount; h++)
        {
            z += θ[2][0, h] * ScalarActivations.Sigmoid(θ[0][h, 0] * x + θ[1][h, 0]);
        }

        return ScalarActivations.Sigmoid(z);
    }

    /// <summary>Adam on all points at once, and the accuracy; six units in the notes. S4-120.</summary>
    public static (Trainer Trainer, double Accuracy) Train(
        int hidden, ulong seed, int epochs = 1000, double learningRate = 0.01)
    {
        Sequential network = Build(hidden, new RandomStream(seed));
        var trainer = new Trainer(network, new SigmoidCrossEntropy(), new Adam(network.Parameters, learningRate));
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            trainer.Step(X, Y);
        }

        return (trainer, Metric.BinaryAccuracy.Of(network.Forward(X, Mode.Inference), Y));
    }
}
