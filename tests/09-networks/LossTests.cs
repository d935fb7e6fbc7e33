using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class LossTests
{
    // (9.9) S4-131 S2-106: chapter 03's cross-entropy of logits, value and gradient, hard and soft targets.
    [Property]
    public void Softmax_cross_entropy_is_that_of_chapter_03(ClassBatch batch)
    {
        foreach (Matrix<double> y in new[] { batch.OneHot, batch.SoftTargets })
        {
            var loss = new SoftmaxCrossEntropy();
            double value = loss.Forward(batch.Logits, y);
            Assert.Equal(CategoricalEquations.CrossEntropyOfLogits(batch.Logits, y), value, 1e-10 * (1 + value));
            Assert.True(RelativeError.ByNorm(CategoricalEquations.CrossEntropyOfLogitsGradient(batch.Logits, y), loss.Backward()) < Tolerances.Equality);
            Assert.True(RelativeError.ByNorm((loss.Predict(batch.Logits) - y) / y.ColumnCount, loss.Backward()) < Tolerances.Equality);
            GradientCheck.Smooth(z => new SoftmaxCrossEntropy().Forward(z, y), batch.Logits, loss.Backward()).ThrowIfFailed();
        }
    }

    // (9.10) S4-126: chapter 03's binary cross-entropy of logits; a batch of one row, then of several.
    [Property]
    public void Sigmoid_cross_entropy_is_that_of_chapter_03(BinaryBatch batch)
    {
        int n = batch.Logits.Length;
        Matrix<double> z = Matrix<double>.Build.Dense(1, n, batch.Logits), y = Matrix<double>.Build.Dense(1, n, batch.Labels);
        var loss = new SigmoidCrossEntropy();
        double value = loss.Forward(z, y);
        Assert.Equal(ScalarBinaryCrossEntropy.OfLogits(batch.Logits, batch.Labels), value, 1e-10 * (1 + value));
        Assert.True(RelativeError.ByNorm((ActivationEquations.Sigmoid(z) - y) / n, loss.Backward()) < Tolerances.Equality);
        Assert.Equal(ActivationEquations.Sigmoid(z), loss.Predict(z));
    }

    // (9.10): soft targets and several outputs; the mean is over all of them.
    [Property]
    public void Sigmoid_cross_entropy_has_the_numerical_gradient(PairOfMatrices pair)
    {
        Matrix<double> y = ActivationEquations.Sigmoid(pair.B);
        var loss = new SigmoidCrossEntropy();
        double value = loss.Forward(pair.A, y);
        GradientCheck.Smooth(z => new SigmoidCrossEntropy().Forward(z, y), pair.A, loss.Backward()).ThrowIfFailed();
        double[] p = ActivationEquations.Sigmoid(pair.A).ToColumnMajorArray(), t = y.ToColumnMajorArray();
        Assert.Equal(p.Zip(t, (q, s) => -s * Math.Log(q) - (1 - s) * Math.Log(1 - q)).Average(),
            value, 1e-8 * (1 + value)); // ln(1 − p) loses digits, the loss does not
    }

    // (9.11) S2-067 S3-100: the mean over all elements, as nn.MSELoss takes it.
    [Property]
    public void Squared_error_is_that_of_chapter_03(PairOfMatrices pair)
    {
        var loss = new MeanSquaredError();
        double value = loss.Forward(pair.A, pair.B);
        Assert.Equal(RegressionEquations.MeanSquaredError(pair.A, pair.B), value, 1e-10 * (1 + value));
        Assert.True(RelativeError.ByNorm(RegressionEquations.MeanSquaredErrorGradient(pair.A, pair.B), loss.Backward()) < Tolerances.Equality);
        GradientCheck.Smooth(z => new MeanSquaredError().Forward(z, pair.B), pair.A, loss.Backward()).ThrowIfFailed();
        Assert.Equal(pair.A, loss.Predict(pair.A));
        Assert.NotSame(pair.A, loss.Predict(pair.A));
    }

    // (9.9) S4-133: two scores and a softmax cost what one score, their difference, and a sigmoid cost.
    [Property]
    public void Two_classes_can_have_either_loss(Number a, Number b)
    {
        Matrix<double> z = Matrix<double>.Build.DenseOfArray(new[,] { { a.Value }, { b.Value } }),
            y = Matrix<double>.Build.DenseOfArray(new double[,] { { 0 }, { 1 } });
        double two = new SoftmaxCrossEntropy().Forward(z, y);
        double one = new SigmoidCrossEntropy().Forward(Matrix<double>.Build.Dense(1, 1, b.Value - a.Value), Matrix<double>.Build.Dense(1, 1, 1));
        Assert.Equal(one, two, 1e-12 * (1 + one));
    }

    // (9.9) (9.10): far out, where a probability has long rounded to 0 or 1.
    [Fact]
    public void Large_scores_neither_overflow_nor_lose_the_loss()
    {
        Matrix<double> z = Matrix<double>.Build.DenseOfArray(new double[,] { { 800 }, { -800 } }),
            right = Matrix<double>.Build.DenseOfArray(new double[,] { { 1 }, { 0 } }), wrong = 1 - right;
        Assert.Equal(0, new SoftmaxCrossEntropy().Forward(z, right), 1e-300);
        Assert.Equal(1600, new SoftmaxCrossEntropy().Forward(z, wrong), 1e-9);
        Assert.Equal(800, new SigmoidCrossEntropy().Forward(z, wrong), 1e-9);
        Matrix<double> forty = Matrix<double>.Build.Dense(1, 1, 40), one = Matrix<double>.Build.Dense(1, 1, 1);
        Assert.Equal(Math.Exp(-40), new SigmoidCrossEntropy().Forward(forty, one), 1e-12 * Math.Exp(-40));
        Assert.Equal(Math.Exp(-40), new SigmoidCrossEntropy().Forward(-forty, 0 * one), 1e-12 * Math.Exp(-40));
    }

    public static TheoryData<Type> Losses => [typeof(SoftmaxCrossEntropy), typeof(SigmoidCrossEntropy), typeof(MeanSquaredError)];

    [Theory]
    [MemberData(nameof(Losses))]
    public void Bad_targets_are_refused_and_bad_scores_show_in_the_loss(Type kind)
    {
        var loss = (Loss)Activator.CreateInstance(kind)!;
        Matrix<double> z = Matrix<double>.Build.Dense(2, 3, 0.1), y = Matrix<double>.Build.Dense(2, 3, (k, _) => k);
        Assert.Throws<InvalidOperationException>(() => loss.Backward());
        Refuses(() => loss.Forward(z, Matrix<double>.Build.Dense(2, 4)), "[2 × 3]", "[2 × 4]");
        Assert.Throws<ArgumentNullException>(() => loss.Forward(null!, y));
        Assert.Throws<ArgumentNullException>(() => loss.Forward(z, null!));
        foreach (double bad in new[] { double.NaN, double.PositiveInfinity })
        {
            Refuses(() => loss.Forward(z, y.Map(v => v == 1 ? bad : v)), $"{bad}");
            Assert.False(double.IsFinite(loss.Forward(z.MapIndexed((k, n, v) => k == 1 && n == 1 ? bad : v), y)));
        }

        Assert.False(double.IsFinite(loss.Forward(z.MapIndexed((k, n, v) => k == 0 && n == 1 ? double.NegativeInfinity : v), y)));
        Assert.True(double.IsFinite(loss.Forward(z, y)));
    }

    [Fact]
    public void Probabilities_are_asked_for_where_they_are_meant()
    {
        Matrix<double> z = Matrix<double>.Build.Dense(2, 1);
        Refuses(() => new SoftmaxCrossEntropy().Forward(z, Column(0.5, 0.6)), "sum to 1", "column 0", "[0.5, 0.6]");
        Refuses(() => new SoftmaxCrossEntropy().Forward(z, Column(-0.5, 1.5)), "sum to 1", "[-0.5, 1.5]");
        Refuses(() => new SigmoidCrossEntropy().Forward(z, Column(0.5, 1.2)), "[0, 1]", "1.2");
        Refuses(() => new MeanSquaredError().Predict(Column(double.NaN, 0)), "finite", "NaN");
    }

    [Fact]
    public void A_loss_takes_batches_of_any_shape_in_turn()
    {
        var loss = new MeanSquaredError();
        Matrix<double> a = Matrix<double>.Build.Dense(2, 3, 1), b = Matrix<double>.Build.Dense(1, 5, 2);
        Assert.Equal(1, loss.Forward(a, 0 * a));
        Assert.Equal(Matrix<double>.Build.Dense(2, 3, 2.0 / 6), loss.Backward());
        Assert.Equal(4, loss.Forward(b, 0 * b));
        Assert.Equal(Matrix<double>.Build.Dense(1, 5, 4.0 / 5), loss.Backward());
    }

    private static Matrix<double> Column(params double[] values) => Matrix<double>.Build.DenseOfColumnArrays(values);
}
