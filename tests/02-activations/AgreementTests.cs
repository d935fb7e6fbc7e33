using MathNet.Numerics.LinearAlgebra;

namespace Reference.Activations.Tests;

/// <summary>The scalar forms are the truth; the matrix expressions must say the same of every element.</summary>
public class AgreementTests
{
    private static readonly
        (Activation F, Func<Matrix<double>, Matrix<double>> Forward, Func<Matrix<double>, Matrix<double>, Matrix<double>> Backward)[] Forms =
    [
        (Activation.Step, ActivationEquations.Step, ActivationEquations.StepBackward),
        (Activation.Linear, ActivationEquations.Linear, ActivationEquations.LinearBackward),
        (Activation.Sigmoid, ActivationEquations.Sigmoid, (Z, dY) => ActivationEquations.SigmoidBackward(ActivationEquations.Sigmoid(Z), dY)),
        (Activation.Tanh, ActivationEquations.Tanh, (Z, dY) => ActivationEquations.TanhBackward(ActivationEquations.Tanh(Z), dY)),
        (Activation.Relu, ActivationEquations.Relu, ActivationEquations.ReluBackward),
        (Activation.LeakyRelu, Z => ActivationEquations.LeakyRelu(Z), (Z, dY) => ActivationEquations.LeakyReluBackward(Z, dY)),
        (Activation.Leaky(0.3), Z => ActivationEquations.LeakyRelu(Z, 0.3), (Z, dY) => ActivationEquations.LeakyReluBackward(Z, dY, 0.3)),
        (Activation.Elu, Z => ActivationEquations.Elu(Z), (Z, dY) => ActivationEquations.EluBackward(Z, dY)),
        (new("ELU, α = 1.7", x => ScalarActivations.Elu(x, 1.7), x => ScalarActivations.EluDerivative(x, 1.7)),
            Z => ActivationEquations.Elu(Z, 1.7), (Z, dY) => ActivationEquations.EluBackward(Z, dY, 1.7)),
        (Activation.Selu, ActivationEquations.Selu, ActivationEquations.SeluBackward),
        (Activation.Softplus, ActivationEquations.Softplus, ActivationEquations.SoftplusBackward),
        (Activation.Gelu, ActivationEquations.Gelu, ActivationEquations.GeluBackward),
        (Activation.GeluTanh, ActivationEquations.GeluTanh, ActivationEquations.GeluTanhBackward),
    ];

    // (2.1) (2.2) (2.3) (2.6) (2.9) (2.10) (2.11) (2.12) (2.14) (2.15) (2.16) (2.17)
    [Property]
    public void Scalar_and_matrix_activations_agree(RandomMatrix Z) =>
        Assert.All(Forms, form => Near(Z.Matrix.Map(form.F.Value, Zeros.Include), form.Forward(Z.Matrix)));

    // (2.1) (2.2) (2.4) (2.7) (2.9) (2.10) (2.11) (2.12) (2.14) (2.15) (2.16): backward is the slope times what comes back.
    [Property]
    public void Backward_forms_are_slope_times_upstream(PairOfMatrices pair) =>
        Assert.All(Forms, form => Near(pair.A.Map(form.F.Derivative, Zeros.Include).PointwiseMultiply(pair.B), form.Backward(pair.A, pair.B)));

    // (2.1) (2.9) (2.10) (2.11) (2.12): at the kink itself both forms choose the same value and slope.
    [Fact]
    public void Scalar_and_matrix_forms_agree_at_zero()
    {
        Matrix<double> zero = Matrix<double>.Build.Dense(1, 2);
        Matrix<double> dY = Matrix<double>.Build.DenseOfRowMajor(1, 2, [2, -3]);
        Assert.All(Forms, form =>
        {
            Digits.Agree(form.F.Value(0), form.Forward(zero)[0, 0], 15);
            Digits.Agree(dY * form.F.Derivative(0), form.Backward(zero, dY), 15);
        });
    }

    // (2.3) (2.6) (2.14) (2.15) (2.16): far out nothing overflows into NaN, forwards or backwards.
    [Fact]
    public void Matrix_forms_are_stable_far_out()
    {
        Matrix<double> Z = Matrix<double>.Build.DenseOfRowMajor(2, 2, [-1000, 1000, -1e200, 1e200]);
        Matrix<double> dY = Matrix<double>.Build.DenseOfRowMajor(2, 2, [1, -2, 3, 0.5]);
        Assert.All(Forms, form =>
        {
            Digits.Agree(Z.Map(form.F.Value, Zeros.Include), form.Forward(Z), 12);
            Digits.Agree(Z.Map(form.F.Derivative, Zeros.Include).PointwiseMultiply(dY), form.Backward(Z, dY), 12);
        });
    }

    // (2.18) (2.26) (2.27) (2.28) S0-027 S1-232: down each column, as the scalar form says of each sample.
    [Property]
    public void Scalar_and_matrix_softmax_agree_down_each_column(RandomMatrix Z)
    {
        for (int n = 0; n < Z.Matrix.ColumnCount; n++)
        {
            double[] z = Z.Matrix.Column(n).ToArray();
            Digits.Agree(ScalarActivations.Softmax(z), ActivationEquations.Softmax(Z.Matrix).Column(n).ToArray(), 13);
            Digits.Agree([10, .. ScalarActivations.LogSoftmax(z)], [10, .. ActivationEquations.LogSoftmax(Z.Matrix).Column(n)], 13);
            Digits.Agree(10 + ScalarActivations.LogSumExp(z), 10 + ActivationEquations.LogSumExp(Z.Matrix)[n], 13);
        }
    }

    // (2.26) (2.27) (2.28) S1-236 S1-237 S3-088: a column of huge scores beside one of tiny ones; each column subtracts its own largest.
    [Fact]
    public void Matrix_softmax_and_its_logarithm_are_stable_at_a_thousand()
    {
        Matrix<double> tame = Matrix<double>.Build.DenseOfRowMajor(3, 2, [0, 2, 1, 1, 2, 0]);
        Matrix<double> shifts = Matrix<double>.Build.DenseOfRowMajor(3, 2, [1000, -1000, 1000, -1000, 1000, -1000]);
        Digits.Agree(ActivationEquations.Softmax(tame), ActivationEquations.Softmax(tame + shifts), 14);
        Digits.Agree(ActivationEquations.LogSoftmax(tame), ActivationEquations.LogSoftmax(tame + shifts), 12);
        Digits.Agree(ActivationEquations.LogSumExp(tame) + shifts.Row(0), ActivationEquations.LogSumExp(tame + shifts), 14);
    }

    // S0-027: axis 0 is down the columns; axis 1, along the rows, is the same function of the transpose; the two differ.
    [Property]
    public void Softmax_along_rows_is_softmax_of_the_transpose_and_another_matrix(Seed seed)
    {
        var random = seed.Stream();
        (int K, int N) = (2 + random.Below(5), 2 + random.Below(5));
        Matrix<double> Z = Matrix<double>.Build.Dense(K, N, random.Normals(K * N));
        Matrix<double> columns = ActivationEquations.Softmax(Z), rows = ActivationEquations.Softmax(Z.Transpose()).Transpose();
        Assert.All(Enumerable.Range(0, N), n => Digits.Agree(ScalarActivations.Softmax(Z.Column(n).ToArray()), columns.Column(n).ToArray(), 13));
        Assert.All(Enumerable.Range(0, K), k => Digits.Agree(ScalarActivations.Softmax(Z.Row(k).ToArray()), rows.Row(k).ToArray(), 13));
        Assert.True((columns - rows).Enumerate().Max(Math.Abs) > 1e-3);
    }

    // (2.24) (2.29) S1-235: the Jacobian transposed, times the upstream, column by column.
    [Property]
    public void Backward_through_softmax_is_the_Jacobian_times_upstream(PairOfMatrices pair)
    {
        Matrix<double> dZ = ActivationEquations.SoftmaxBackward(ActivationEquations.Softmax(pair.A), pair.B);
        Matrix<double> dLogZ = ActivationEquations.LogSoftmaxBackward(ActivationEquations.LogSoftmax(pair.A), pair.B);
        for (int n = 0; n < pair.A.ColumnCount; n++)
        {
            double[] z = pair.A.Column(n).ToArray();
            Vector<double> dp = pair.B.Column(n);
            Vector<double> byJacobian = Matrix<double>.Build.DenseOfArray(ScalarActivations.SoftmaxJacobian(z)).TransposeThisAndMultiply(dp);
            Vector<double> byLogJacobian = Matrix<double>.Build.DenseOfArray(ScalarActivations.LogSoftmaxJacobian(z)).TransposeThisAndMultiply(dp);
            Assert.True((byJacobian - dZ.Column(n)).AbsoluteMaximum() <= 1e-13 * dp.AbsoluteMaximum());
            Assert.True((byLogJacobian - dLogZ.Column(n)).AbsoluteMaximum() <= 1e-13 * dp.L1Norm());
        }
    }

    // 10⁻¹³ of 1 or of the largest element: expressions like 1 − Y² or e^Z − 1 lose the digits of results that are small against 1; the scalar forms keep them.
    private static void Near(Matrix<double> expected, Matrix<double> actual) =>
        Assert.True(
            (expected - actual).Enumerate().Max(Math.Abs) <= 1e-13 * Math.Max(1, expected.Enumerate().Max(Math.Abs)), $"expected {expected}, got {actual}");
}
