using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.Exact;

namespace Reference.Losses.Tests;

/// <summary>The rows of the table in src/Numerics that are losses of this chapter.</summary>
public class AccuracyTests
{
    // (3.5) (3.8) (3.12) (3.16) (3.17): of two classes with logits (x, 0), the first the true one.
    [Fact]
    public void The_table_of_accuracy_holds() => Accuracy.AreStated(
        ("cross-entropy of logits", -744, 744, x => ScalarCrossEntropy.OfLogits(new[,] { { x }, { 0 } }, First),
            x => Softplus(-x), null),
        ("cross-entropy of logits, gradient", -744, 744, x => ScalarCrossEntropy.Derivative([x, 0], [1, 0])[0],
            x => -Sigmoid(-x), null),
        ("binary cross-entropy of a logit", -744, 744, x => ScalarBinaryCrossEntropy.OfLogit(x, 1), x => Softplus(-x),
            null),
        ("binary cross-entropy of a logit, derivative", -744, 744, x => ScalarBinaryCrossEntropy.LogitDerivative(x, 1),
            x => -Sigmoid(-x), null),
        ("binary cross-entropy of p, label 0", 0, 1 - 1e-16, p => ScalarBinaryCrossEntropy.OfSample(p, 0),
            p => -LogOnePlus(-p), null),
        ("hinge", -1e300, 1e300, s => ScalarHinge.OfSample(s, 1), s => BigInteger.Max(0, One - s), null),
        ("Huber, δ = 1", -1e300, 1e300, r => ScalarAbsoluteError.Huber(r, 1),
            r => BigInteger.Abs(r) <= One ? Multiply(r, r) / 2 : BigInteger.Abs(r) - One / 2, null));

    private static readonly double[,] First = { { 1 }, { 0 } };

    // (3.3) (3.10) (3.12) (3.16) (3.22): by mpmath, where squares or ratios are no doubles, or digits would cancel.
    [Fact]
    public void Losses_keep_their_digits()
    {
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 1, [40, -10]), Y = Matrix<double>.Build.Dense(2, 1, [1, 0.0]);
        Digits.Agree([1.928749847963918, -1.928749847963918, 1.928749847963918],
            [1e22 * CategoricalEquations.CrossEntropyOfLogits(Z, Y),
                .. (1e22 * CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y)).ToColumnMajorArray()], 14);
        Digits.Agree(Math.Log(2), CategoricalEquations.CrossEntropyOfLogits(0 * Z + 1e16, Y), 14);
        var tiny = new GaussianMean(1e-170, [1e-170, 3e-170]);
        Digits.Agree([780.0410545515661, -2], [tiny.LogLikelihood(2e-170), 1e-170 * tiny.Derivative(3e-170)], 14);
        double near = Math.ScaleB(1, -30);
        Digits.Agree([1.734723475976807, 736.827240890973906], [
            1e18 * Information.Divergence([0.5, 0.5], [0.5 + near, 0.5 - near]),
            Information.Divergence([1, 0], [1e-320, 1])], 14);
        Digits.Agree(0.125, ScalarAbsoluteError.SmoothL1(5e-201, 1e-200) / 1e-200, 14);
        (double w, double b) = new LineCost([0, 1e-160, 3e-160], [1, 2, 4]).Minimum();
        Digits.Agree([1, 1], [1e-160 * w, b], 13);
    }
}
