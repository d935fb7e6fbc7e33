using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using Reference.Perceptrons;

namespace Reference.Classification.Tests;

public class SoftmaxRegressionTests
{
    // (7.13) (7.14) (7.15) S1-046 S0-109 S4-108 S4-112 S4-113: scalar = equations = model; (7.16) S4-114: K(D + 1).
    [Property(MaxTest = 60)]
    public void All_forms_agree(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        var model = new SoftmaxRegression(s.W, s.B);
        Matrix<double> P = SoftmaxRegressionEquations.Predict(s.W, s.B, s.X);
        int[] classes = SoftmaxRegressionEquations.Classes(s.W, s.B, s.X);
        for (int n = 0; n < s.Labels.Length; n++)
        {
            double[] p = ScalarSoftmaxRegression.Predict(s.w, s.b, s.Sample(n));
            Assert.True(RelativeError.ByNorm(p, P.Column(n).ToArray()) < 1e-13);
            Assert.Equal(ScalarSoftmaxRegression.Class(s.w, s.b, s.Sample(n)), classes[n]);
            Assert.Equal(1, p.Sum(), 1e-14);
        }

        Assert.True((P - model.Predict(s.X)).InfinityNorm() < 1e-13);
        Assert.Equal(classes, model.Classify(s.X));
        Assert.Equal((s.X.RowCount, s.B.Count), (model.Features, model.Classes));
        Assert.Equal(s.B.Count * (s.X.RowCount + 1), model.ParameterCount);

        double[,] X = s.X.ToArray();
        double loss = SoftmaxRegressionEquations.Loss(s.W, s.B, s.X, s.Y), tolerance = 1e-12 * (1 + loss);
        Assert.Equal(-s.Labels.Select((y, n) => Math.Log(P[y, n])).Average(), loss, tolerance);
        Assert.Equal(loss, ScalarSoftmaxRegression.Loss(s.w, s.b, X, s.Labels), tolerance);
        Assert.Equal(loss, model.AddGradient(s.X, s.Labels), tolerance);
        (Matrix<double> dW, Vector<double> db, _) = SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, s.Y);
        (double[,] scalarDW, double[] scalarDb) = ScalarSoftmaxRegression.Gradient(s.w, s.b, X, s.Labels);
        Assert.True((Matrix<double>.Build.DenseOfArray(scalarDW) - dW).InfinityNorm() < 1e-12);
        Assert.True((Vector<double>.Build.Dense(scalarDb) - db).InfinityNorm() < 1e-12);
        Assert.True((model.W.Gradient - dW).InfinityNorm() < 1e-12);
        Assert.True((model.B.Gradient.Column(0) - db).InfinityNorm() < 1e-12);

        // Equal scores cost the logarithm of the number of classes, ln 10 = 2.302585 for digits.
        double[,] zero = new double[s.W.RowCount, s.W.ColumnCount];
        double equal = ScalarSoftmaxRegression.Loss(zero, new double[s.W.RowCount], X, s.Labels);
        Assert.Equal(Math.Log(s.W.RowCount), equal, 1e-14);
    }

    // (7.14) S0-109 S4-113: by weights, biases and samples, with one-hot and with soft targets.
    [Property(MaxTest = 40)]
    public void The_gradients_are_right(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        Matrix<double> soft = SoftmaxRegressionEquations.Predict(s.W.Multiply(-0.5), s.B, s.X);
        foreach (Matrix<double> Y in new[] { s.Y, soft })
        {
            (Matrix<double> dW, Vector<double> db, Matrix<double> dX) =
                SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, Y);
            GradientCheck.Smooth(W => SoftmaxRegressionEquations.Loss(W, s.B, s.X, Y), s.W, dW).ThrowIfFailed();
            GradientCheck.Smooth(b => SoftmaxRegressionEquations.Loss(s.W, b, s.X, Y), s.B, db).ThrowIfFailed();
            GradientCheck.Smooth(X => SoftmaxRegressionEquations.Loss(s.W, s.B, X, Y), s.X, dX).ThrowIfFailed();
        }
    }

    // (7.13) (7.14) S0-109: what is added to every class changes nothing; the gradients of the classes add up to 0.
    [Property]
    public void A_shift_of_every_score_changes_nothing(Seed seed, Number shift)
    {
        RandomSamples s = RandomSamples.Of(seed);
        Matrix<double> before = SoftmaxRegressionEquations.Predict(s.W, s.B, s.X);
        Matrix<double> shifted = s.W.MapIndexed((_, j, w) => w + shift.Value * (j + 1));
        Matrix<double> after = SoftmaxRegressionEquations.Predict(shifted, s.B + shift.Value, s.X);
        Assert.True((before - after).InfinityNorm() < 1e-11);
        (Matrix<double> dW, Vector<double> db, _) = SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, s.Y);
        Assert.True(dW.ColumnSums().InfinityNorm() < 1e-13);
        Assert.Equal(0, db.Sum(), 1e-13);
    }

    // (7.15) S4-111: on the border two classes are equally likely, and regions are convex.
    [Property]
    public void The_border_of_two_classes_is_a_line(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed, classes: 3);
        LogisticModel border = ScalarSoftmaxRegression.Border(s.w, s.b, 2, 0);
        int[] classes = SoftmaxRegressionEquations.Classes(s.W, s.B, s.X);
        for (int n = 0; n < s.Labels.Length; n++)
        {
            double[] x = s.Sample(n);
            double score = ScalarPerceptron.Score(border.W, border.B, x);
            double[] foot = [.. x.Zip(border.W, (xᵢ, w) => xᵢ - score * w / (border.Length * border.Length))];
            double[] p = ScalarSoftmaxRegression.Predict(s.w, s.b, foot);
            Assert.Equal(p[0], p[2], 1e-9);
            double[] between = [.. s.Sample(0).Zip(x, (a, b) => 0.3 * a + 0.7 * b)];
            Assert.True(classes[n] != classes[0] || classes[0] == ScalarSoftmaxRegression.Class(s.w, s.b, between));
        }
    }

    // (7.15) S4-112: of equal scores the first class wins, in every form.
    [Fact]
    public void Of_equal_scores_the_first_class_wins()
    {
        Matrix<double> W = Matrix<double>.Build.Dense(3, 1), x = Matrix<double>.Build.Dense(1, 1, 1);
        Vector<double> b = Vector<double>.Build.Dense([0.0, 2, 2]);
        Assert.Equal(1, ScalarSoftmaxRegression.Class(W.ToArray(), b.ToArray(), [1]));
        Assert.Equal([1], SoftmaxRegressionEquations.Classes(W, b, x));
        Assert.Equal([1], new SoftmaxRegression(W, b).Classify(x));
    }

    // S1-046: two classes are one logistic unit, the border between them; its loss is theirs.
    [Property]
    public void Two_classes_are_one_logistic_unit(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed, classes: 2);
        LogisticModel unit = ScalarSoftmaxRegression.Border(s.w, s.b, 1, 0);
        double loss = ScalarSoftmaxRegression.Loss(s.w, s.b, s.X.ToArray(), s.Labels);
        Assert.Equal(loss, ScalarLogisticRegression.Loss(unit.W, unit.B, s.X.ToArray(), s.Labels), 1e-12);
    }
}
