using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Perceptrons;
using Reference.Verification;

namespace Reference.Classification.Tests;

public class SoftmaxRegressionTests
{
    // (7.14) (7.15) (7.16) (7.17) S1-046 S0-109 S4-108 S4-113: the three forms.
    [Property(MaxTest = 60)]
    public void All_forms_agree(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        var model = new SoftmaxRegression(s.W, s.B);
        Matrix<double> P = SoftmaxRegressionEquations.Predict(s.W, s.B, s.X);
        for (int n = 0; n < s.Labels.Length; n++)
        {
            Assert.True(RelativeError.ByNorm(ScalarSoftmaxRegression.Predict(s.w, s.b, s.Sample(n)), P.Column(n).ToArray()) < 1e-13);
            Assert.Equal(ScalarSoftmaxRegression.Class(s.w, s.b, s.Sample(n)), SoftmaxRegressionEquations.Classes(s.W, s.B, s.X)[n]);
            Assert.Equal(1, P.Column(n).Sum(), 1e-14);
        }

        Assert.True(RelativeError.ByNorm(P.ToColumnMajorArray(), model.Predict(s.X).ToColumnMajorArray()) < 1e-13);
        Assert.Equal(SoftmaxRegressionEquations.Classes(s.W, s.B, s.X), model.Classify(s.X));

        double error = SoftmaxRegressionEquations.Loss(s.W, s.B, s.X, s.Y);
        Assert.Equal(error, ScalarSoftmaxRegression.Loss(s.w, s.b, s.X.ToArray(), s.Labels), 1e-12 * (1 + error));
        Assert.Equal(error, model.Loss(s.X, s.Labels), 1e-12 * (1 + error));
        Assert.Equal(error, model.AddGradient(s.X, s.Labels), 1e-12 * (1 + error));
        (Matrix<double> dW, Vector<double> db, Matrix<double> _) = SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, s.Y);
        (double[,] scalarDW, double[] scalarDb) = ScalarSoftmaxRegression.Gradient(s.w, s.b, s.X.ToArray(), s.Labels);
        Assert.True((Matrix<double>.Build.DenseOfArray(scalarDW) - dW).InfinityNorm() < 1e-12);
        Assert.True((Vector<double>.Build.Dense(scalarDb) - db).InfinityNorm() < 1e-12);
        Assert.True((model.W.Gradient - dW).InfinityNorm() < 1e-12);
        Assert.True((model.B.Gradient.Column(0) - db).InfinityNorm() < 1e-12);
    }

    // (7.16) S0-109 S4-113: weights, biases and samples, with one-hot and with soft targets.
    [Property(MaxTest = 40)]
    public void The_gradients_are_right(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        Matrix<double> soft = SoftmaxRegressionEquations.Predict(s.W.Multiply(-0.5), s.B, s.X);
        foreach (Matrix<double> Y in new[] { s.Y, soft })
        {
            (Matrix<double> dW, Vector<double> db, Matrix<double> dX) = SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, Y);
            GradientCheck.Smooth(W => SoftmaxRegressionEquations.Loss(W, s.B, s.X, Y), s.W, dW).ThrowIfFailed();
            GradientCheck.Smooth(b => SoftmaxRegressionEquations.Loss(s.W, b, s.X, Y), s.B, db).ThrowIfFailed();
            GradientCheck.Smooth(X => SoftmaxRegressionEquations.Loss(s.W, s.B, X, Y), s.X, dX).ThrowIfFailed();
        }
    }

    // (7.14) (7.16) S0-109: what is added to every class changes nothing, and so the errors of the classes add up to 0.
    [Property]
    public void What_is_added_to_every_class_changes_nothing(Seed seed, Number shift)
    {
        RandomSamples s = RandomSamples.Of(seed);
        Matrix<double> moved = s.W + Matrix<double>.Build.Dense(s.W.RowCount, s.W.ColumnCount, (_, j) => shift.Value * (j + 1));
        Assert.True(
            (SoftmaxRegressionEquations.Predict(s.W, s.B, s.X) - SoftmaxRegressionEquations.Predict(moved, s.B + shift.Value, s.X)).InfinityNorm() < 1e-11);
        (Matrix<double> dW, Vector<double> db, Matrix<double> _) = SoftmaxRegressionEquations.Gradient(s.W, s.B, s.X, s.Y);
        Assert.True(dW.ColumnSums().InfinityNorm() < 1e-13);
        Assert.Equal(0, db.Sum(), 1e-13);
    }

    // (7.15) S0-109: scores that are all equal cost the logarithm of the number of classes.
    [Property]
    public void Equal_scores_cost_the_logarithm_of_the_number_of_classes(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        Assert.Equal(
            Math.Log(s.B.Count),
            ScalarSoftmaxRegression.Loss(new double[s.W.RowCount, s.W.ColumnCount], new double[s.B.Count], s.X.ToArray(), s.Labels),
            1e-14);
    }

    // (7.17) S4-111: on the border two classes are equally likely, and on its positive side the first is likelier; so regions are bounded by lines.
    [Property]
    public void The_border_of_two_classes_is_a_line(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed, classes: 3);
        LogisticModel border = ScalarSoftmaxRegression.Border(s.w, s.b, 2, 0);
        for (int n = 0; n < s.Labels.Length; n++)
        {
            double[] x = s.Sample(n), p = ScalarSoftmaxRegression.Predict(s.w, s.b, x);
            double score = ScalarPerceptron.Score(border.W, border.B, x);
            Assert.Equal(Math.Exp(score), p[2] / p[0], 1e-9 * Math.Exp(score));
            double[] foot = [.. x.Zip(border.W, (xᵢ, w) => xᵢ - score * w / (border.Length * border.Length))];
            double[] there = ScalarSoftmaxRegression.Predict(s.w, s.b, foot);
            Assert.Equal(there[0], there[2], 1e-9);
        }
    }

    // (7.17): regions are convex: between two points of one class there is no other.
    [Property]
    public void The_region_of_a_class_is_convex(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed);
        int[] classes = SoftmaxRegressionEquations.Classes(s.W, s.B, s.X);
        for (int n = 1; n < classes.Length; n++)
        {
            if (classes[n] == classes[0])
            {
                Assert.Equal(classes[0], ScalarSoftmaxRegression.Class(s.w, s.b, [.. s.Sample(0).Zip(s.Sample(n), (a, b) => 0.3 * a + 0.7 * b)]));
            }
        }
    }

    // (7.17) S4-112: of equal scores the first class wins, in every form.
    [Fact]
    public void Of_equal_scores_the_first_class_wins()
    {
        Matrix<double> W = Matrix<double>.Build.Dense(3, 1), x = Matrix<double>.Build.Dense(1, 1, 1);
        Vector<double> b = Vector<double>.Build.Dense([0.0, 2, 2]);
        Assert.Equal(1, ScalarSoftmaxRegression.Class(W.ToArray(), b.ToArray(), [1]));
        Assert.Equal([1], SoftmaxRegressionEquations.Classes(W, b, x));
        Assert.Equal([1], new SoftmaxRegression(W, b).Classify(x));
    }

    // (7.18): a softmax of two classes is one logistic unit.
    [Property]
    public void Two_classes_are_one_logistic_unit(Seed seed)
    {
        RandomSamples s = RandomSamples.Of(seed, classes: 2);
        (Vector<double> w, double b) = SoftmaxRegressionEquations.AsLogistic(s.W, s.B);
        Assert.True((SoftmaxRegressionEquations.Predict(s.W, s.B, s.X).Row(1) - LogisticEquations.Predict(w, b, s.X)).InfinityNorm() < 1e-13);
    }

    // (7.19) S4-096 S4-114: K(D + 1).
    [Fact]
    public void A_model_trains_a_weight_a_feature_and_class_and_a_bias_a_class()
    {
        Assert.Equal(7850, SoftmaxRegression.Random(784, 10, new RandomStream(1)).ParameterCount);
        Assert.Equal(2, new LogisticRegression([0], 0).ParameterCount);
        Assert.Equal(21, SoftmaxRegression.Random(6, 3, new RandomStream(1)).ParameterCount);
        Assert.Equal((6, 3), (SoftmaxRegression.Random(6, 3, new RandomStream(1)).Features, SoftmaxRegression.Random(6, 3, new RandomStream(1)).Classes));
    }

    // S4-108 S4-109 S4-110 S4-112: the weights of seed 1 to float32, the scores, and class 1 for all three samples.
    [Fact]
    public void The_model_of_seed_1_is_PyTorchs()
    {
        double[,] W = SeededSoftmax.OfNotes.W.Value.ToArray();
        double[] expected = [0.3643, -0.3121, -0.1371, 0.3319, -0.6657, 0.4241];
        Assert.All(W.Cast<double>().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 5e-5));
        Assert.All(SeededSoftmax.OfNotes.B.Values.ToArray().Zip([-0.1455, 0.3597, 0.0983]), pair => Assert.Equal(pair.Second, pair.First, 5e-5));
        Assert.Equal([1, 1, 1], SeededSoftmax.OfNotes.Classify(SeededSoftmax.Samples));
        Assert.All(SeededSoftmax.Scores.Column(1).ToArray().Zip([-0.4053, 0.8864, 0.2807]), pair => Assert.Equal(pair.Second, pair.First, 5e-5));
        Assert.Equal((4, 5), (SeededSoftmax.Create(7, 4, 5).Features, SeededSoftmax.Create(7, 4, 5).Classes));
    }

    // S4-111: three clouds in the plane are told apart by lines.
    [Fact]
    public void Training_tells_three_clouds_apart()
    {
        LabelledPoints set = Blobs.Draw(new RandomStream(5), new[,] { { -2.0, 2, 0.2 }, { -1, -0.8, 1.9 } }, 150, 0.5);
        SoftmaxRegression model = SoftmaxRegression.Random(2, 3, new RandomStream(6));
        IReadOnlyList<double> errors = Training.Run(model, set.ToSampleSet(), new GradientDescent(model.Parameters, 0.5), 150, 200);
        Assert.True(errors.Zip(errors.Skip(1), (a, b) => b < a).All(fell => fell));
        Assert.True(Accuracy.Of(model.Classify(Matrix<double>.Build.DenseOfArray(set.X)), set.Labels) >= 0.99);
    }

    // (7.13): the price holds for every class.
    [Property(MaxTest = 30)]
    public void The_price_of_weights_adds_its_slope_to_every_class(Seed seed, Positive price)
    {
        RandomSamples s = RandomSamples.Of(seed);
        SoftmaxRegression plain = new(s.W, s.B), priced = new(s.W, s.B) { Ridge = price.Value };
        double more = priced.AddGradient(s.X, s.Labels) - plain.AddGradient(s.X, s.Labels);
        Assert.Equal(price.Value / 2 * s.W.PointwisePower(2).RowSums().Sum(), more, 1e-11 * (1 + more));
        Assert.True((priced.W.Gradient - plain.W.Gradient - price.Value * s.W).InfinityNorm() < 1e-11);
        Assert.Equal(plain.B.Gradient, priced.B.Gradient);
    }
}
