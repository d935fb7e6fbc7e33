using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// What a loss curve can tell: it goes to 0 where classes are separable, it stays above where the network is too small,
/// and it may rise between epochs all the same. S3-215, S3-216.
/// </summary>
public static class LossCurves
{
    private static readonly Matrix<double> Classes = Matrix<double>.Build.DenseOfArray(ToyTable.Y);

    /// <summary>
    /// The mean loss of the line k(x₁ + x₂ − 12) on <see cref="ToyTable"/>: every k > 0 divides it without error, and the loss goes to 0 as k grows. S3-215.
    /// </summary>
    /// <param name="k">The scale of the weights.</param>
    /// <exception cref="ArgumentException">k is not finite.</exception>
    public static double OfScale(double k)
    {
        Require.Finite(k);
        var unit = new Dense(Matrix<double>.Build.DenseOfArray(new[,] { { k, k } }), Matrix<double>.Build.Dense(1, 1, -12 * k));
        return new SigmoidCrossEntropy().Forward(unit.Forward(Matrix<double>.Build.DenseOfArray(ToyTable.X)), Classes);
    }

    /// <summary>The losses of one unit on the table, its inputs standardised: Adam, one batch.</summary>
    /// <param name="steps">Updates.</param>
    public static double[] OnTable(int steps)
    {
        var unit = new Sequential(new Dense(2, 1, Initializers.Zero));
        var trainer = new Trainer(unit, new SigmoidCrossEntropy(), new Adam(unit.Parameters, 0.1));
        Matrix<double> x = Matrix<double>.Build.DenseOfArray(ToyTable.Standardised);
        return [.. Enumerable.Range(0, steps).Select(_ => trainer.Step(x, Classes))];
    }
}
