using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>What a loss curve can tell: it goes to 0 where classes are separable, it stays above where the network is too small, and it may rise between epochs all the same. S3-215, S3-216.</summary>
public static class LossCurves
{
    /// <summary>x₁ = 1 … 10 and x₂ = x₁ + 1, the notes' toy table. // [2 × 10]</summary>
    public static Matrix<double> Table { get; } = Matrix<double>.Build.Dense(2, 10, (d, n) => n + 1 + d);

    /// <summary>Class 1 from x₁ = 6 on. // [1 × 10]</summary>
    public static Matrix<double> Classes { get; } = Matrix<double>.Build.Dense(1, 10, (_, n) => n >= 5 ? 1 : 0);

    /// <summary>The mean loss of the line k(x₁ + x₂ − 12) on the table: every k > 0 divides it without error, and the loss goes to 0 as k grows. S3-215.</summary>
    /// <param name="k">The scale of the weights.</param>
    /// <exception cref="ArgumentException">k is not finite.</exception>
    public static double OfScale(double k)
    {
        Require.Finite(k);
        var unit = new Dense(Matrix<double>.Build.DenseOfArray(new[,] { { k, k } }), Matrix<double>.Build.Dense(1, 1, -12 * k));
        return new SigmoidCrossEntropy().Forward(unit.Forward(Table), Classes);
    }

    /// <summary>The losses of one unit on the table, its inputs standardised: Adam, one batch.</summary>
    /// <param name="steps">Updates.</param>
    public static double[] OnTable(int steps)
    {
        var unit = new Sequential(new Dense(2, 1, Initializers.Zero));
        var trainer = new Trainer(unit, new SigmoidCrossEntropy(), new Adam(unit.Parameters, 0.1));
        Matrix<double> x = Table.MapIndexed((d, _, v) => (v - 5.5 - d) / Math.Sqrt(8.25));
        return [.. Enumerable.Range(0, steps).Select(_ => trainer.Step(x, Classes))];
    }
}
