using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Activations.ActivationEquations;

namespace Reference.Activations.Tests;

/// <summary>The matrix forms against the scalar forms, against differences, and against PyTorch.</summary>
public class EquationsTests
{
    // (2.1) (2.3): element by element, also far out; backward is the derivative times the upstream gradient.
    [Property]
    public void Matrix_forms_are_the_scalar_forms_of_every_element(PairOfMatrices pair) => Assert.All(
        Activation.All,
        f =>
        {
            (Matrix<double> Z, Matrix<double> dY) = (100 * pair.A, pair.B);
            Assert.Equal(Z.Map(f.Value, Zeros.Include), Forward(f, Z));
            Assert.Equal(Z.MapIndexed((i, j, z) => f.Derivative(z) * dY[i, j], Zeros.Include), Backward(f, Z, dY));
            Assert.Equal(Forward(Activation.Sigmoid, Z), Sigmoid(Z));
        });

    // (2.18) (2.24) S0-027 S1-067 S1-232 S1-236 S1-237: axis 0 is down the columns; axis 1 is that of the transpose.
    [Property]
    public void Softmax_and_its_logarithm_are_the_scalar_forms_of_every_column(RandomMatrix Z, Number shift)
    {
        Matrix<double> moved = Z.Matrix + 1000 * shift.Value;
        Matrix<double> P = Softmax(moved), A = LogSoftmax(moved), rows = Softmax(moved.Transpose()).Transpose();
        for (int n = 0; n < moved.ColumnCount; n++)
        {
            double[] z = moved.Column(n).ToArray();
            Digits.Agree(ScalarActivations.Softmax(z), P.Column(n).ToArray(), 13);
            Digits.Agree([10, .. ScalarActivations.LogSoftmax(z)], [10, .. A.Column(n)], 13);
        }

        Assert.All(Enumerable.Range(0, moved.RowCount), k =>
            Digits.Agree(ScalarActivations.Softmax(moved.Row(k).ToArray()), rows.Row(k).ToArray(), 13));
        Digits.Agree(Vector<double>.Build.Dense(P.ColumnCount, 1), P.ColumnSums(), 14);
    }

    // (2.22) (2.24) (2.26) S1-236: by mpmath, for a large maximum and for a probability of almost 1.
    [Fact]
    public void Softmax_of_a_batch_keeps_the_digits_of_large_and_of_certain_scores()
    {
        Digits.Agree(Matrices.Column(-0.69314718055994531, -0.69314718055994531),
            LogSoftmax(Matrices.Column(1e16, 1e16)), 15);
        Matrix<double> Z = Matrices.Column(40, -10), expected = Matrices.Column(1, -1) * 1.928749847963918e-22;
        Digits.Agree(-1.928749847963918e-22, LogSoftmax(Z)[0, 0], 14);
        Digits.Agree(2 * expected, SoftmaxBackward(Softmax(Z), Matrices.Column(3, 1)), 14);
        Digits.Agree(expected, LogSoftmaxBackward(LogSoftmax(Z), Matrices.Column(1, 0)), 14);
    }

    // (2.22) (2.26) S0-026 S1-235: by differences, with a random upstream gradient.
    [Property]
    public void Backward_through_softmax_and_its_logarithm_is_right(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int rows, int columns) = (2 + random.Below(4), 2 + random.Below(4)); // so that no upstream is constant
        Matrix<double> Draw() => Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));
        (Matrix<double> Z, Matrix<double> dY) = (Draw(), Draw());
        GradientCheck.Smooth(Softmax, Z, dY, SoftmaxBackward(Softmax(Z), dY)).ThrowIfFailed();
        GradientCheck.Smooth(LogSoftmax, Z, dY, LogSoftmaxBackward(LogSoftmax(Z), dY)).ThrowIfFailed();
    }

    // (2.22): an upstream gradient that is constant down a column changes no score: the probabilities cannot all grow.
    [Property]
    public void An_equal_gradient_on_all_probabilities_changes_no_score(Batch batch, Number pull)
    {
        Matrix<double> P = Softmax(batch.X), dP = pull.Value * Matrices.Ones(P.RowCount, P.ColumnCount);
        GradientCheck.StructurallyZero(SoftmaxBackward(P, dP), Math.Abs(pull.Value)).ThrowIfFailed();
    }

    // (2.19) S1-067 S1-068: softmax of a layer's scores adds up to 1, K sigmoids of them need not.
    [Property]
    public void One_unit_per_class_adds_up_to_one_and_one_network_per_class_need_not(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> W = Matrix<double>.Build.Dense(4, 3, random.Normals(12)),
            X = Matrix<double>.Build.Dense(3, 5, random.Normals(15));
        Vector<double> b = Vector<double>.Build.Dense(random.Normals(4));
        Matrix<double> P = OutputLayer(W, b, X);
        double farthest = 0;
        for (int n = 0; n < 5; n++)
        {
            double[] z = (W * X.Column(n) + b).ToArray();
            Digits.Agree(ScalarActivations.Softmax(z), P.Column(n).ToArray(), 13);
            farthest = Math.Max(farthest, Math.Abs(z.Sum(ScalarActivations.Sigmoid) - 1));
        }

        Assert.True(farthest > 1e-3);
    }

    // (2.1) (2.3) (2.6) (2.9) (2.10) (2.11) (2.12) (2.14) (2.15) (2.16) (2.18) (2.22) (2.24) (2.26): in float64, on
    // the same scores and the same upstream gradient.
    [Fact]
    public void Activations_and_their_backward_forms_agree_with_PyTorch()
    {
        var golden = Golden.Read("02-activations");
        Matrix<double> Z = 4 * HashFill.Matrix("02-activations/z", 5, 7),
            dY = HashFill.Matrix("02-activations/upstream", 5, 7);
        (string Name, Activation F)[] all =
        [
            ("sigmoid", Activation.Sigmoid), ("tanh", Activation.Tanh), ("relu", Activation.Relu),
            ("leaky_relu", Activation.LeakyRelu), ("elu", Activation.Elu), ("selu", Activation.Selu),
            ("softplus", Activation.Softplus), ("gelu", Activation.Gelu), ("gelu_tanh", Activation.GeluTanh),
        ];
        Assert.All(all, f => Agrees(f.Name, Forward(f.F, Z), Backward(f.F, Z, dY)));
        Agrees("softmax", Softmax(Z), SoftmaxBackward(Softmax(Z), dY));
        Agrees("log_softmax", LogSoftmax(Z), LogSoftmaxBackward(LogSoftmax(Z), dY));

        void Agrees(string name, Matrix<double> value, Matrix<double> gradient)
        {
            golden.Agrees($"{name}.value", value);
            golden.Agrees($"{name}.gradient", gradient);
        }
    }

    [Fact]
    public void Backward_forms_name_both_shapes_when_they_differ_and_NaN_stays_in_its_column()
    {
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 3, 0.5), other = Matrix<double>.Build.Dense(3, 2),
            short_ = Matrix<double>.Build.Dense(2, 2);
        foreach (Matrix<double> dY in new[] { other, short_ })
        {
            BadInput.Refuses(() => Backward(Activation.Tanh, Z, dY), "2x3", $"{dY.RowCount}x2");
            BadInput.Refuses(() => SoftmaxBackward(Z, dY), "2x3", $"{dY.RowCount}x2");
            BadInput.Refuses(() => LogSoftmaxBackward(Z, dY), "2x3", $"{dY.RowCount}x2");
        }

        BadInput.Refuses(() => OutputLayer(other, Vector<double>.Build.Dense(3), Z.Transpose()), "3x2", "3x2");
        BadInput.Refuses(() => OutputLayer(other, Vector<double>.Build.Dense(2), Z), "3x3", "2x3");
        Z[0, 1] = double.NaN;
        Assert.Equal([0.5, double.NaN, 0.5], Softmax(Z).Row(1));
        Assert.Equal([Math.Log(0.5), double.NaN, Math.Log(0.5)], LogSoftmax(Z).Row(1));
    }
}
