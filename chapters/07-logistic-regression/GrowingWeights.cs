using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Classification;

/// <summary>How the weights grow on separable points, with and without a price on them, S1-047.</summary>
/// <param name="λ">The price, (7.13).</param>
/// <param name="Lengths">‖w‖ at the start and after every step.</param>
/// <param name="Errors">The error, with its price, before every step.</param>
public sealed record GrowingWeights(double λ, IReadOnlyList<double> Lengths, IReadOnlyList<double> Errors)
{
    /// <summary>Descends on the whole set with α = 2, from w = 0 and b = 0.</summary>
    /// <param name="λ">The price, at least 0.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    /// <exception cref="ArgumentException">A negative price, or no step.</exception>
    public static GrowingWeights Measure(double λ, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(steps);
        SeparableSet set = SeparableSet.Draw(new RandomStream(70), dimension: 2, count: 60, margin: 0.08);
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(set.X);
        var model = new LogisticRegression([0, 0], 0) { Ridge = λ };
        var descent = new GradientDescent(model.Parameters, 2);
        var guard = new LossGuard(descent);
        List<double> lengths = [0], errors = [];
        for (int step = 0; step < steps; step++)
        {
            descent.ZeroGradients();
            errors.Add(model.AddGradient(X, set.Labels));
            guard.Check(errors[^1]);
            guard.Step();
            lengths.Add(Math.Sqrt(Kernels.Dot(model.W.Values, model.W.Values)));
        }

        return new(λ, lengths, errors);
    }
}
