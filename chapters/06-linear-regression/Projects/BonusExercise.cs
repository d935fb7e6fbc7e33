using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The bonus of an employee from performance, years of experience and projects completed. The notes print the
/// loop and no table: this one is drawn from known weights. S2-091, S2-092, S2-093.</summary>
public sealed class BonusExercise
{
    /// <summary>η of S2-092.</summary>
    public const double LearningRate = 0.006;

    /// <summary>How often S2-092 goes through the employees.</summary>
    public const int Epochs = 5000;

    private readonly double[,] _x = new double[3, 40], _y = new double[1, 40];

    /// <summary>40 employees: performance 1…5, 0…8 years, 0…<paramref name="mostProjects"/> projects, and the bonus of
    /// <see cref="Weights"/> with noise.</summary>
    /// <param name="mostProjects">The longer this scale, the larger the curvature; 6 leaves η = 0.006 stable.</param>
    /// <param name="noise">Deviation of the bonus around the weights', ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No project at all, or negative noise.</exception>
    public BonusExercise(int mostProjects = 6, double noise = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostProjects);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        var random = new RandomStream(91);
        for (int n = 0; n < _x.GetLength(1); n++)
        {
            (_x[0, n], _x[1, n], _x[2, n]) = (1 + random.Below(5), random.Below(9), random.Below(mostProjects + 1));
            _y[0, n] = ScalarLinear.Predict([.. Weights.Take(3)], Weights[3], _x.Column(n)) + random.Normal(0, noise);
        }
    }

    /// <summary>w₁, w₂, w₃ and the bias from which the bonuses are drawn. // [4]</summary>
    public static IReadOnlyList<double> Weights { get; } = [3, 1.5, 2, 4];

    /// <summary>The features, one employee per column. // [3 × 40]</summary>
    public Matrix<double> X => Matrix<double>.Build.DenseOfArray(_x);

    /// <summary>The bonuses. // [1 × 40]</summary>
    public Matrix<double> Y => Matrix<double>.Build.DenseOfArray(_y);

    /// <summary>w₁, w₂, w₃ and the bias before training: four times <c>torch.rand(1)</c>, in [0, 1). S2-092.</summary>
    public static Parameter Start(ulong seed)
    {
        var random = new TorchRandom(seed);
        return new("w1, w2, w3, bias", [.. Enumerable.Range(0, 4).Select(_ => (double)random.Uniform())]);
    }

    /// <summary>The handwritten loop, S2-093: predict, mean squared error, gradients, step, and gradients back to
    /// zero. θ [4 × 1] is changed in place; the result is the loss before each step.</summary>
    /// <exception cref="ArgumentException">Not four weights, or a number outside its range.</exception>
    /// <exception cref="DivergedException">The loss is not finite; the last finite weights are restored.</exception>
    public IReadOnlyList<double> TrainByHand(Parameter θ, double η, int epochs)
    {
        ArgumentNullException.ThrowIfNull(θ);
        Require.SameLength(Weights.Count, nameof(Weights), θ.Values.Length, nameof(θ));
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var guard = new LossGuard(new GradientDescent([θ], η));
        var losses = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            double[] w = θ.Values.ToArray();
            (losses[epoch], double[,] dW, double[] db) =
                ScalarLinear.LossAndGradient(new[,] { { w[0], w[1], w[2] } }, [w[3]], _x, _y);
            guard.Check(losses[epoch]);
            double[] dθ = [.. dW.Flat(), .. db];
            dθ.CopyTo(θ.Gradients);
            guard.Step(); // (6.13)
            θ.ZeroGradient();
        }

        return losses;
    }
}
