using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Networks.Tests.LayerTests;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class LossTests
{
    // (9.8) S4-019 S4-131 S2-106: chapter 03's cross-entropy of logits, value and gradient, hard and soft targets.
    [Property]
    public void Softmax_cross_entropy_is_that_of_chapter_03(ClassBatch batch)
    {
        Matrix<double> Z = batch.Logits;
        foreach (Matrix<double> Y in new[] { batch.OneHot, batch.SoftTargets })
        {
            var loss = new SoftmaxCrossEntropy();
            double value = loss.Forward(Z, Y);
            Matrix<double> dZ = loss.Backward().ToMatrix();
            Assert.Equal(CategoricalEquations.CrossEntropyOfLogits(Z, Y), value, 1e-10 * (1 + value));
            Near(CategoricalEquations.CrossEntropyOfLogitsGradient(Z, Y), dZ);
            Near((loss.Predict(Z) - Y) / Y.ColumnCount, dZ);
            GradientCheck.Smooth(z => new SoftmaxCrossEntropy().Forward(z, Y), Z, dZ).ThrowIfFailed();
        }
    }

    // (9.9) S4-126: chapter 03's binary cross-entropy of logits; the mean is over all outputs, targets may be soft.
    [Property]
    public void Sigmoid_cross_entropy_is_that_of_chapter_03(PairOfMatrices pair)
    {
        Matrix<double> Z = pair.A, P = ActivationEquations.Sigmoid(Z), Y = ActivationEquations.Sigmoid(pair.B);
        var loss = new SigmoidCrossEntropy();
        double value = loss.Forward(Z, Y);
        Matrix<double> dZ = loss.Backward().ToMatrix();
        double expected = Z.Enumerate().Zip(Y.Enumerate(), (z, y) => y * ScalarBinaryCrossEntropy.OfLogit(z, 1)
            + (1 - y) * ScalarBinaryCrossEntropy.OfLogit(z, 0)).Average();
        Assert.Equal(expected, value, 1e-10 * (1 + value));
        Near((P - Y) / (Z.RowCount * Z.ColumnCount), dZ);
        Near(P, loss.Predict(Z));
        GradientCheck.Smooth(z => new SigmoidCrossEntropy().Forward(z, Y), Z, dZ).ThrowIfFailed();
    }

    // (9.10) S2-067 S3-100: the mean over all elements, as nn.MSELoss takes it.
    [Property]
    public void Squared_error_is_that_of_chapter_03(PairOfMatrices pair)
    {
        var loss = new MeanSquaredError();
        double value = loss.Forward(pair.A, pair.B);
        Matrix<double> dZ = loss.Backward().ToMatrix();
        Assert.Equal(RegressionEquations.MeanSquaredError(pair.A, pair.B), value, 1e-10 * (1 + value));
        Near(RegressionEquations.MeanSquaredErrorGradient(pair.A, pair.B), dZ);
        GradientCheck.Smooth(z => new MeanSquaredError().Forward(z, pair.B), pair.A, dZ).ThrowIfFailed();
        Assert.Equal(pair.A, loss.Predict(pair.A));
        Assert.NotSame(pair.A, loss.Predict(pair.A));
    }

    // (9.8) S4-133: two scores and a softmax cost what their difference and a sigmoid cost.
    [Property]
    public void Two_classes_can_have_either_loss(Number a, Number b)
    {
        double two = new SoftmaxCrossEntropy().Forward(Matrices.Column(a.Value, b.Value), Matrices.Column(0, 1));
        double one = new SigmoidCrossEntropy().Forward(Matrices.Column(b.Value - a.Value), Matrices.Column(1));
        Assert.Equal(one, two, 1e-12 * (1 + one));
    }

    // (9.8) (9.9): far out, where a probability has long rounded to 0 or 1.
    [Fact]
    public void Large_scores_neither_overflow_nor_lose_the_loss()
    {
        Matrix<double> Z = Matrices.Column(800, -800), right = Matrices.Column(1, 0), wrong = Matrices.Column(0, 1);
        Assert.Equal(0, new SoftmaxCrossEntropy().Forward(Z, right), 1e-300);
        Assert.Equal(1600, new SoftmaxCrossEntropy().Forward(Z, wrong), 1e-9);
        Assert.Equal(800, new SigmoidCrossEntropy().Forward(Z, wrong), 1e-9);
        double far = Math.Exp(-40);
        Assert.Equal(far, new SigmoidCrossEntropy().Forward(Matrices.Column(40), Matrices.Column(1)), 1e-12 * far);
        Assert.Equal(far, new SigmoidCrossEntropy().Forward(Matrices.Column(-40), Matrices.Column(0)), 1e-12 * far);
    }

    public static TheoryData<Type> Losses =>
        [typeof(SoftmaxCrossEntropy), typeof(SigmoidCrossEntropy), typeof(MeanSquaredError)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Bad_targets_are_refused_and_bad_scores_give_a_loss_of_NaN(Type kind)
    {
        var loss = (Loss)Activator.CreateInstance(kind)!;
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 3, 0.1), Y = Matrix<double>.Build.Dense(2, 3, (k, _) => k);
        Assert.Throws<InvalidOperationException>(() => loss.Backward());
        Refuses(() => loss.Forward(Z, Matrix<double>.Build.Dense(2, 4)), "[2 × 3]", "[2 × 4]");
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity, double.NegativeInfinity })
        {
            Refuses(() => loss.Forward(Z, Y.Map(y => y == 1 ? bad : y)), $"{bad}");
            Assert.False(double.IsFinite(loss.Forward(Z.MapIndexed((k, n, z) => k == n % 2 && n == 1 ? bad : z), Y)));
        }

        Assert.True(double.IsFinite(loss.Forward(Z, Y)));
    }

    [Fact]
    public void Targets_that_are_no_probabilities_are_refused()
    {
        Matrix<double> Z = Matrices.Column(0, 0);
        var softmax = new SoftmaxCrossEntropy();
        Refuses(() => softmax.Forward(Z, Matrices.Column(0.5, 0.6)), "sum to 1", "column 0", "[0.5, 0.6]");
        Refuses(() => softmax.Forward(Z, Matrices.Column(-0.5, 1.5)), "sum to 1", "[-0.5, 1.5]");
        Refuses(() => new SigmoidCrossEntropy().Forward(Z, Matrices.Column(0.5, 1.2)), "[0, 1]", "1.2");
    }
}
