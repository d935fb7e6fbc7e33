using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>
/// The bonus of an employee from performance, years of experience and projects completed. The notes print the loop and no table: this one is drawn
/// from weights that are known, so that they can be found again. S2-091, S2-092, S2-093.
/// </summary>
public sealed class BonusExercise
{
    /// <summary>η of S2-092.</summary>
    public const double LearningRate = 0.006;

    /// <summary>How often S2-092 goes through the employees.</summary>
    public const int Epochs = 5000;

    private readonly double[] _performance, _years, _projects, _bonus;

    /// <summary>
    /// 40 employees: performance 1…5, 0…8 years, 0…<paramref name="mostProjects"/> projects, and the bonus of <see cref="Weights"/> with noise.
    /// </summary>
    /// <param name="mostProjects">The longer this feature's scale, the larger the curvature: 6 leaves η = 0.006 stable.</param>
    /// <param name="noise">Deviation of the bonus around the weights', ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">No project at all, or negative noise.</exception>
    public BonusExercise(int mostProjects = 6, double noise = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mostProjects);
        ArgumentOutOfRangeException.ThrowIfNegative(noise);
        const int Count = 40;
        var random = new RandomStream(91);
        (_performance, _years, _projects, _bonus) = (new double[Count], new double[Count], new double[Count], new double[Count]);
        for (int i = 0; i < Count; i++)
        {
            (_performance[i], _years[i], _projects[i]) = (1 + random.Below(5), random.Below(9), random.Below(mostProjects + 1));
            _bonus[i] = Weights[0] * _performance[i] + Weights[1] * _years[i] + Weights[2] * _projects[i] + Weights[3] + random.Normal(0, noise);
        }
    }

    /// <summary>w₁, w₂, w₃ and the bias from which the bonuses are drawn. // [4]</summary>
    public static IReadOnlyList<double> Weights { get; } = [3, 1.5, 2, 4];

    /// <summary>The features, an employee a column. // [3 × 40]</summary>
    public Matrix<double> X => Matrix<double>.Build.DenseOfRowArrays(_performance, _years, _projects);

    /// <summary>The bonuses. // [1 × 40]</summary>
    public Matrix<double> Y => Matrix<double>.Build.DenseOfRowArrays(_bonus);

    /// <summary>w₁, w₂, w₃ and the bias before training: four draws of <c>torch.rand(1)</c>, each in [0, 1). S2-092.</summary>
    /// <param name="seed">The notes give none.</param>
    public static Parameter Start(ulong seed)
    {
        var random = new TorchRandom(seed);
        return new("w1, w2, w3, bias", [.. Enumerable.Range(0, 4).Select(_ => (double)random.Uniform())]);
    }

    /// <summary>The loop by hand, S2-093: predict, mean squared error, gradients, step, and gradients back to zero.</summary>
    /// <param name="θ">w₁, w₂, w₃ and the bias, moved in place. // [4 × 1]</param>
    /// <param name="η">Learning rate ≥ 0; <see cref="LearningRate"/> in the notes.</param>
    /// <param name="epochs">How many ≥ 0; <see cref="Epochs"/> in the notes.</param>
    /// <returns>[epochs] the loss before each step.</returns>
    /// <exception cref="ArgumentException">Not four weights, or a number outside its range.</exception>
    /// <exception cref="DivergedException">The loss is not finite any more, η being above (6.14); θ is what gave the last finite one.</exception>
    public IReadOnlyList<double> TrainByHand(Parameter θ, double η, int epochs)
    {
        ArgumentNullException.ThrowIfNull(θ);
        Require.SameLength(Weights.Count, nameof(Weights), θ.Values.Length, nameof(θ));
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        var descent = new GradientDescent([θ], η);
        var guard = new LossGuard(descent);
        var losses = new double[epochs];
        θ.ZeroGradient(); // a run that diverged may have left one
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            losses[epoch] = Backward(θ);
            guard.Check(losses[epoch]);
            guard.Step(); // (6.13)
            θ.ZeroGradient();
        }

        return losses;
    }

    private double Backward(Parameter θ)
    {
        Span<double> w = θ.Values, dw = θ.Gradients;
        (double loss, int N) = (0, _bonus.Length);
        for (int i = 0; i < N; i++)
        {
            double predicted = w[0] * _performance[i] + w[1] * _years[i] + w[2] * _projects[i] + w[3]; // (6.17)
            double r = predicted - _bonus[i];
            loss += r * r / N;
            dw[0] += 2 * r * _performance[i] / N; // (6.19)
            dw[1] += 2 * r * _years[i] / N; // (6.19)
            dw[2] += 2 * r * _projects[i] / N; // (6.19)
            dw[3] += 2 * r / N; // (6.19)
        }

        return loss;
    }
}
