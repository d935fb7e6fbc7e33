using System.Numerics;
using Reference.Activations;
using Reference.Datasets;
using Reference.LinearModels;
using Reference.Losses;
using Reference.Numerics;
using static Reference.Activations.ScalarActivations;
using static Reference.Testing.Exact;

namespace Reference.Plots.Tests;

/// <summary>The rows of the table of accuracy in src/Numerics that are functions of the chapters.</summary>
public class AccuracyTests
{
    // GELU's derivative crosses 0: in ulp of Φ there.
    [Fact]
    public void Activations() => Accuracy.AreStated(
        ("softplus", -744, 744, ScalarActivations.Softplus, x => Exact.Softplus(x), null),
        ("ELU", -744, 744, x => Elu(x), x => x.Sign > 0 ? x : Exp(x) - One, null),
        ("SELU", -744, 744, Selu, x => Multiply(From(SeluScale), x.Sign > 0 ? x
            : Multiply(From(SeluAlpha), Exp(x) - One)), null),
        ("SELU′", -744, 744, SeluDerivative, x => x.Sign > 0 ? From(SeluScale)
            : Multiply(Multiply(From(SeluScale), From(SeluAlpha)), Exp(x)), null),
        ("sigmoid, scalar", -744, 744, ScalarActivations.Sigmoid, Exact.Sigmoid, null),
        ("sigmoid′", -744, 744, SigmoidDerivative, SigmoidSlope, null),
        ("tanh, scalar", -400, 400, ScalarActivations.Tanh, Exact.Tanh, null),
        ("tanh′", -372, 372, TanhDerivative, x => 4 * SigmoidSlope(2 * x), null),
        ("GELU, scalar", -37, 37, ScalarActivations.Gelu, Exact.Gelu, null),
        ("GELU′", -37, 37, GeluDerivative, x => Divide(Exact.Gelu(x), x) + Multiply(x, Density(x)),
            NormalDistribution.Cumulative),
        ("log-softmax, scalar", -744, 744, x => LogSoftmax([x, 0])[0], x => -Exact.Softplus(-x), null));

    // Of two classes with logits (x, 0), the first the true one.
    [Fact]
    public void Losses() => Accuracy.AreStated(
        ("cross-entropy of logits", -744, 744, x => ScalarCrossEntropy.OfLogits(new[,] { { x }, { 0 } }, First),
            x => Exact.Softplus(-x), null),
        ("cross-entropy of logits, gradient", -744, 744, x => ScalarCrossEntropy.Derivative([x, 0], [1, 0])[0],
            x => -Exact.Sigmoid(-x), null),
        ("binary cross-entropy of a logit", -744, 744, x => ScalarBinaryCrossEntropy.OfLogit(x, 1),
            x => Exact.Softplus(-x), null),
        ("binary cross-entropy of a logit, derivative", -744, 744, x => ScalarBinaryCrossEntropy.LogitDerivative(x, 1),
            x => -Exact.Sigmoid(-x), null),
        ("binary cross-entropy of p, label 0", 0, 1 - 1e-16, p => ScalarBinaryCrossEntropy.OfSample(p, 0),
            p => -LogOnePlus(-p), null),
        ("hinge", -1e300, 1e300, s => ScalarHinge.OfSample(s, 1), s => BigInteger.Max(0, One - s), null),
        ("Huber, δ = 1", -1e300, 1e300, r => ScalarAbsoluteError.Huber(r, 1),
            r => BigInteger.Abs(r) <= One ? Multiply(r, r) / 2 : BigInteger.Abs(r) - One / 2, null));

    private static readonly double[,] First = { { 1 }, { 0 } };

    private static BigInteger SigmoidSlope(BigInteger x) => Multiply(Exact.Sigmoid(x), Exact.Sigmoid(-x));

    // Close numbers far from 0, whose mean is rounded by a good part of their deviation.
    [Fact]
    public void Standard_deviation()
    {
        var random = new RandomStream(5);
        (double Ulps, string At) worst = (0, "");
        foreach (int power in Enumerable.Range(-30, 60))
        {
            double[] x = [.. random.Normals(7).Select(v => 1 + Math.ScaleB(v, power))];
            BigInteger[] X = [.. x.Select(From)];
            BigInteger sum = X.Aggregate((a, b) => a + b), squares = X.Aggregate(BigInteger.Zero, (s, v) => s + v * v);
            double σ = ScalarScaling.MeanAndDeviation(x).Deviation;
            double ulps = Ulps(σ, Root(7 * squares - sum * sum) / 7);
            worst = ulps > worst.Ulps ? (ulps, $"1 + 7 normals · 2^{power}") : worst;
            double[,] row = new double[1, 7];
            Buffer.BlockCopy(x, 0, row, 0, 56);
            Assert.Equal(σ, FeatureScaling.ZScore(new ColumnSamples(row)).Scale[0]);
        }

        Accuracy.IsStated("standard deviation", worst.Ulps, worst.At);
    }
}
