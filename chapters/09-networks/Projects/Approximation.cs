using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A wide enough hidden layer approximates a continuous function on a closed interval to any accuracy: two
/// sigmoids make a bump, and bumps side by side any curve. S3-009, S4-116, S4-117.</summary>
public static class Approximation
{
    /// <summary>σ(k(x − a)) − σ(k(x − b)), (9.18): near 1 between a and b, near 0 elsewhere. S4-117.</summary>
    public static double Bump(double x, double a, double b, double k) =>
        ScalarActivations.Sigmoid(k * (x - a)) - ScalarActivations.Sigmoid(k * (x - b)); // (9.18)

    /// <summary>Bumps side by side, each as high as f in its middle, and one more beyond either end. S4-116.</summary>
    public static double OfBumps(Func<double, double> f, double x, double low, double high, int bumps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bumps);
        double width = (high - low) / bumps, sum = 0;
        for (int i = -1; i <= bumps; i++)
        {
            double a = low + i * width;
            sum += f(a + width / 2) * Bump(x, a, a + width, 8 / width);
        }

        return sum;
    }

    /// <summary>200 points of [0, 10]. // [1 × 200]</summary>
    public static Matrix<double> X { get; } = Matrix<double>.Build.Dense(1, 200, (_, n) => 10 * n / 199.0);

    /// <summary>Trains 1-H-1 of tanh units on sin x over [0, 10] with Adam; its MSE at the end. S3-009.</summary>
    public static (Trainer Trainer, double Error) Sine(int hidden, ulong seed, int steps = 3000)
    {
        Matrix<double> Y = X.PointwiseSin();
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(
            [1, hidden, 1], n => new Tanh(n), Initializers.InverseRoot(random), Initializers.Uniform(random, 5));
        var optimizer = new Adam(network.Parameters, 0.02);
        var trainer = new Trainer(network, new MeanSquaredError(), optimizer);
        for (int step = 0; step < steps; step++)
        {
            optimizer.LearningRate = Schedule.Cosine(0.02, 0, steps, step);
            trainer.Step(X, Y);
        }

        return (trainer, new MeanSquaredError().Forward(network.Forward(X, Mode.Inference), Y));
    }
}
