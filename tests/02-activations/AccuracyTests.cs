using System.Numerics;
using MathNet.Numerics.LinearAlgebra;
using static Reference.Activations.ScalarActivations;
using static Reference.Testing.Exact;

namespace Reference.Activations.Tests;

/// <summary>The rows of the table in src/Numerics that are functions of this chapter.</summary>
public class AccuracyTests
{
    // (2.4) (2.6) (2.7) (2.11) (2.12) (2.14) (2.15) (2.16) (2.24); GELU's derivatives cross 0: in ulp of Φ there.
    [Fact]
    public void The_table_of_accuracy_holds() => Accuracy.AreStated(
        ("softplus", -744, 744, Softplus, x => Exact.Softplus(x), null),
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

    private static BigInteger SigmoidSlope(BigInteger x) => Multiply(Exact.Sigmoid(x), Exact.Sigmoid(-x));

    // (2.22) (2.24) (2.26): the matrix forms at scores where a large maximum, or a probability of almost 1, would take
    // all digits; values by mpmath.
    [Fact]
    public void Matrix_forms_keep_their_digits()
    {
        Matrix<double> Z = Matrix<double>.Build.DenseOfColumnArrays([1e16, 1e16], [40, -10]),
            A = ActivationEquations.LogSoftmax(Z), P = ActivationEquations.Softmax(Z),
            d = Matrix<double>.Build.DenseOfColumnArrays([1.0, 0], [3, 1]);
        Digits.Agree([-0.69314718055994531, -1.928749847963918], [A[0, 0], 1e22 * A[0, 1]], 14);
        Digits.Agree([3.857499695927836, -3.857499695927836],
            (1e22 * ActivationEquations.SoftmaxBackward(P, d)).Column(1).ToArray(), 14);
        Digits.Agree([1.928749847963918, -1.928749847963918],
            (1e22 * ActivationEquations.LogSoftmaxBackward(A, (d - 1) / 2)).Column(1).ToArray(), 14);
    }
}
