using MathNet.Numerics.LinearAlgebra;
using Reference.Losses;

namespace Reference.Backpropagation;

/// <summary>The loss ℓ(ŷ, y) of one output and its derivative ∂ℓ/∂ŷ, with which a backward pass starts.
/// S2-071.</summary>
public sealed record SampleLoss(Func<double, double, double> Value, Func<double, double, double> Derivative)
{
    /// <summary>½(y − ŷ)², the loss of S1's walk-through and of S3's example.</summary>
    public static SampleLoss HalfSquared { get; } =
        new((ŷ, y) => 0.5 * (y - ŷ) * (y - ŷ), (ŷ, y) => ŷ - y);

    /// <summary>−[y ln ŷ + (1 − y) ln(1 − ŷ)], for an output between 0 and 1 (chapter 03).</summary>
    public static SampleLoss CrossEntropy { get; } = new(
        ScalarBinaryCrossEntropy.OfSample, (ŷ, y) => ScalarBinaryCrossEntropy.Gradient([ŷ], [y])[0]);

    /// <summary>The mean over the samples of the loss, summed over the outputs, and its gradient, (8.21).
    /// // X [n₀ × N], Y [n_L × N]</summary>
    public (double Loss, IReadOnlyList<MatrixGradient> Gradients) Mean(
        IReadOnlyList<MatrixLayer> layers, Matrix<double> X, Matrix<double> Y)
    {
        MatrixPass pass = BackpropagationEquations.Forward(layers, X);
        Matrix<double> dA = pass.Output.Map2(Derivative, Y) / X.ColumnCount;
        return (pass.Output.Map2(Value, Y).Enumerate().Sum() / X.ColumnCount,
            BackpropagationEquations.Gradients(layers, pass, dA)); // (8.21)
    }
}
