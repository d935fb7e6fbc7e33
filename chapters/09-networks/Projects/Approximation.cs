using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// One hidden layer can come as near to a continuous function on a closed interval as one likes, if it is wide enough:
/// two sigmoids make a bump, and bumps make anything. S3-009, S4-116, S4-117.
/// </summary>
public static class Approximation
{
    /// <summary>σ(k(x − a)) − σ(k(x − b)), (9.20): near 1 between a and b, near 0 elsewhere, the steeper the larger k. S4-117.</summary>
    /// <param name="x">Where.</param>
    /// <param name="a">Where it rises.</param>
    /// <param name="b">Where it falls.</param>
    /// <param name="steepness">k > 0.</param>
    /// <exception cref="ArgumentException">A number is not finite, or k is not above 0.</exception>
    public static double Bump(double x, double a, double b, double steepness)
    {
        Require.Positive(steepness);
        return ScalarActivations.Sigmoid(steepness * (x - a)) - ScalarActivations.Sigmoid(steepness * (x - b)); // (9.20)
    }

    /// <summary>
    /// Bumps side by side, each as high as the function in its middle: a hidden layer of sigmoids, written down instead of trained.
    /// One bump more stands beyond either end. S4-116.
    /// </summary>
    /// <param name="function">What to approximate.</param>
    /// <param name="x">Where.</param>
    /// <param name="low">The interval's lower end.</param>
    /// <param name="high">Its upper end.</param>
    /// <param name="bumps">B ≥ 1.</param>
    public static double OfBumps(Func<double, double> function, double x, double low, double high, int bumps)
    {
        ArgumentNullException.ThrowIfNull(function);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bumps);
        double width = (high - low) / bumps, sum = 0;
        for (int i = -1; i <= bumps; i++)
        {
            double a = low + i * width;
            sum += function(a + width / 2) * Bump(x, a, a + width, 8 / width); // the steps of neighbours meet and add up to one
        }

        return sum;
    }

    /// <summary>200 points of [0, 10]. // [1 × 200]</summary>
    public static Matrix<double> X { get; } = Matrix<double>.Build.Dense(1, 200, (_, n) => 10 * n / 199.0);

    /// <summary>Trains a network 1-H-1 of tanh units to sin x on [0, 10]. S3-009.</summary>
    /// <param name="hidden">H.</param>
    /// <param name="seed">Draws the weights.</param>
    /// <param name="steps">Updates of Adam on all points.</param>
    /// <returns>The trainer, and the mean squared error at the end.</returns>
    public static (Trainer Trainer, double Error) Sine(int hidden, ulong seed, int steps = 3000)
    {
        Matrix<double> y = X.PointwiseSin();
        var random = new RandomStream(seed);
        Sequential network = MultilayerPerceptron.Of(
            [1, hidden, 1], width => new Tanh(width), Initializers.InverseRoot(random), Initializers.Uniform(random, 5));
        var optimizer = new Adam(network.Parameters, 0.02);
        var trainer = new Trainer(network, new MeanSquaredError(), optimizer);
        for (int step = 0; step < steps; step++)
        {
            optimizer.LearningRate = Schedule.Cosine(0.02, 0, steps, step);
            trainer.Step(X, y);
        }

        return (trainer, new MeanSquaredError().Forward(network.Forward(X, Mode.Inference), y));
    }
}
