using MathNet.Numerics.LinearAlgebra;
using Reference.Backpropagation;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>A loss on the toy table of chapter 08, whose classes a line divides. S3-215.</summary>
public static class LossCurves
{
    private static readonly Matrix<double> Y = Matrix<double>.Build.DenseOfArray(ToyTable.Y);

    /// <summary>The mean loss of σ(k(x₁ + x₂ − 12)), which goes to 0 as k grows. S3-215.</summary>
    public static double OfScale(double k)
    {
        var unit = new Dense(Matrix<double>.Build.Dense(1, 2, k), Matrix<double>.Build.Dense(1, 1, -12 * k));
        return new SigmoidCrossEntropy().Forward(unit.Forward(Matrix<double>.Build.DenseOfArray(ToyTable.X)), Y);
    }

    /// <summary>The losses of one unit on the standardised table: Adam, one batch.</summary>
    public static double[] OnTable(int steps)
    {
        var unit = new Dense(2, 1, Initializers.Zero);
        var trainer = new Trainer(unit, new SigmoidCrossEntropy(), new Adam(unit.Parameters, 0.1));
        Matrix<double> X = Matrix<double>.Build.DenseOfArray(ToyTable.Standardised);
        return [.. Enumerable.Range(0, steps).Select(_ => trainer.Step(X, Y))];
    }
}
