using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Classification.Tests;

public class BadInputTests
{
    private static readonly LogisticModel Line = new([1, 2], 0);
    private static readonly double[,] X = { { 1, 2, 3 }, { 4, 5, 6 } };
    private static readonly int[] Y = [0, 1, 1];

    private static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static LinearClassifier[] Models => [new LogisticRegression([1, 2], 0), SoftmaxRegression.Random(2, 2, new RandomStream(1))];

    [Fact]
    public void Unequal_numbers_of_points_and_labels_are_refused()
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, [0, 1]), () => ScalarLogisticRegression.Gradient([1, 2], 0, X, [0, 1]),
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 1)),
            () => LogisticEquations.Gradient(V(1, 2), 0, M(X), V(0, 1)), () => LogisticEquations.RidgeError(V(1, 2), 0, M(X), V(0, 1), 1),
            () => LogisticEquations.RidgeGradient(V(1, 2), 0, M(X), V(0, 1), 1),
            () => ScalarLogisticTraining.BatchUpdate(Line, X, [0, 1], 1),
            () => ScalarLogisticTraining.BySample(Line, X, [0, 1], 1, 1), () => ScalarLogisticTraining.ByBatch(Line, X, [0, 1], 1, 1),
            () => ScalarSoftmaxRegression.Loss(new double[2, 2], new double[2], X, [0, 1]),
            () => ScalarSoftmaxRegression.Gradient(new double[2, 2], new double[2], X, [0, 1]),
            () => Models[0].Loss(M(X), [0, 1]), () => Models[1].AddGradient(M(X), [0, 1]),
            () => Accuracy.Of([0, 1, 1], [0, 1]), () => Accuracy.Of(Line, X, [0, 1]),
            () => BinaryCounts.Of([0, 1, 1], [0, 1]), () => ConfusionMatrix.Of([0, 1, 1], [0, 1], 2),
            () => RocCurve.Of([1, 2, 3], [0, 1]), () => RocCurve.RankStatistic([1, 2, 3], [0, 1]),
            () => BinaryCounts.At([1, 2, 3], [0, 1], 2),
        })
        {
            Refuses(action, "same length", "3 and 2");
        }

        Matrix<double> targets = M(new double[,] { { 1, 0 }, { 0, 1 } });
        Refuses(() => SoftmaxRegressionEquations.Loss(M(new double[2, 2]), V(0, 0), M(X), targets), "[2 × 3]", "[2 × 2]");
        Refuses(() => SoftmaxRegressionEquations.Gradient(M(new double[2, 2]), V(0, 0), M(X), targets), "[2 × 3]", "[2 × 2]");
    }

    [Fact]
    public void Labels_outside_the_classes_are_refused()
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLogisticRegression.PointErrorOfScore(1, 2), () => ScalarLogisticRegression.PointGradient([1], 0, [1], 2),
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, [0, 2, 1]),
            () => ScalarLogisticRegression.Gradient([1, 2], 0, X, [0, 2, 1]),
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 2, 1)), () => LogisticEquations.Gradient(V(1, 2), 0, M(X), V(0, 2, 1)),
            () => ScalarLogisticTraining.Update(Line, [1, 2], 2, 1),
            () => ScalarLogisticTraining.PerceptronUpdate(Line, [1, 2], 2, 1),
            () => ScalarLogisticTraining.BatchUpdate(Line, X, [0, 2, 1], 1), () => ScalarLogisticTraining.BySample(Line, X, [0, 2, 1], 1, 1),
            () => Models[0].Loss(M(X), [0, 2, 1]), () => Models[1].Loss(M(X), [0, 2, 1]),
            () => Models[0].AddGradient(M(X), [0, 2, 1]), () => Models[1].AddGradient(M(X), [0, 2, 1]),
            () => ScalarSoftmaxRegression.Loss(new double[2, 2], new double[2], X, [0, 2, 1]),
            () => ScalarSoftmaxRegression.Gradient(new double[2, 2], new double[2], X, [0, 2, 1]),
            () => Accuracy.Of(Line, X, [0, 2, 1]), () => BinaryCounts.At([1, 2, 3], [0, 2, 1], 2),
            () => BinaryCounts.Of([0, 2], [0, 1]), () => BinaryCounts.Of([0, 1], [0, 2]),
            () => ConfusionMatrix.Of([0, 2], [0, 1], 2), () => ConfusionMatrix.Of([0, 1], [0, 2], 2),
            () => RocCurve.Of([1, 2], [0, 2]), () => RocCurve.RankStatistic([1, 2, 3], [0, 2, 1]),
            () => ScalarSoftmaxRegression.Border(new double[2, 2], new double[2], 0, 2), () => ConfusionMatrix.Of([0], [0], 2).Against(2),
        })
        {
            Refuses(action, "2");
        }

        Refuses(() => Models[1].Loss(M(X), [0, 1, -1]), "classes 0 … 1", "element 2 is -1");
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        double[,] broken = { { 1, double.NaN, 3 }, { 4, 5, 6 } };
        foreach (Action action in new Action[]
        {
            () => ScalarLogisticRegression.Predict([1, double.NaN], 0, [1, 2]), () => ScalarLogisticRegression.PointErrorOfScore(double.NaN, 1),
            () => ScalarLogisticRegression.Loss([1, 2], 0, broken, Y),
            () => ScalarLogisticRegression.Gradient([1, 2], double.NaN, X, Y),
            () => LogisticEquations.Predict(V(1, 2), 0, M(broken)), () => LogisticEquations.Predict(V(1, double.NaN), 0, M(X)),
            () => LogisticEquations.Predict(V(1, 2), double.NaN, M(X)),
            () => LogisticEquations.PredictBackward(V(1, 2), 0, M(X), V(1, double.NaN, 1)),
            () => LogisticEquations.Loss(V(1, 2), 0, M(broken), V(0, 1, 1)), () => ScalarLogisticTraining.BatchUpdate(Line, broken, Y, 1),
            () => Accuracy.Of(Line, broken, Y),
            () => SoftmaxRegressionEquations.Predict(M(broken), V(1, 2), M(new double[3, 1])),
            () => SoftmaxRegressionEquations.Predict(M(X), V(1, double.NaN), M(new double[3, 1])),
            () => SoftmaxRegressionEquations.Predict(M(new double[2, 2]), V(1, 2), M(broken)),
            () => Models[0].Loss(M(broken), Y), () => Models[1].AddGradient(M(broken), Y), () => Models[1].Predict(M(broken)),
            () => new LogisticRegression([double.NaN], 0), () => new LogisticRegression([1], double.NaN),
            () => RocCurve.Of([1, double.NaN], [0, 1]), () => BinaryCounts.At([double.NaN, 1], [0, 1], 0),
            () => ScalarLogisticTraining.BySample(Line, X, Y, 1, 1, double.NaN),
        })
        {
            Refuses(action, "NaN");
        }

        Refuses(() => Models[0].Loss(M(broken), Y), "element [0, 1] is NaN");
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named()
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLogisticRegression.Predict([1, 2, 3], 0, [1, 2]), () => LogisticEquations.Predict(V(1, 2, 3), 0, M(X)),
            () => ScalarSoftmaxRegression.Scores(new double[2, 3], new double[2], [1, 2]),
            () => SoftmaxRegressionEquations.Scores(M(new double[2, 3]), V(0, 0), M(X)),
            () => Models[0].Predict(M(new double[3, 1])), () => new SoftmaxRegression(M(new double[3, 1]), V(1, 2)),
            () => ScalarSoftmaxRegression.Scores(new double[3, 2], new double[2], [1, 2]),
            () => SoftmaxRegressionEquations.Scores(M(new double[3, 2]), V(0, 0), M(X)),
            () => SoftmaxRegressionEquations.AsLogistic(M(new double[3, 2]), V(0, 0)),
            () => SoftmaxRegressionEquations.AsLogistic(M(new double[2, 2]), V(0, 0, 0)),
            () => LogisticEquations.PredictBackward(V(1, 2), 0, M(X), V(1, 1)),
            () => ScalarSoftmaxRegression.Border(new double[3, 2], new double[2], 0, 1),
        })
        {
            Refuses(action, "3", "2");
        }
    }

    [Fact]
    public void Nothing_to_count_is_refused()
    {
        Refuses(() => ScalarLogisticRegression.Loss([1], 0, new double[1, 0], []), "X", "empty");
        Refuses(() => ScalarSoftmaxRegression.Loss(new double[2, 1], new double[2], new double[1, 0], []), "X", "empty");
        Refuses(() => Accuracy.Of([], []), "predicted", "empty");
        Refuses(() => ConfusionMatrix.Of([], [], 2), "predicted", "empty");
        Refuses(() => RocCurve.Of([], []), "scores", "empty");
        Refuses(() => new LogisticRegression([], 0), "w", "empty");
    }

    [Fact]
    public void A_share_of_nothing_says_what_is_missing()
    {
        BinaryCounts negatives = new(0, 0, 7, 0), positives = new(7, 0, 0, 0);
        Assert.Contains("at least one predicted positive",
            Assert.Throws<InvalidOperationException>(() => negatives.Precision()).Message, StringComparison.Ordinal);
        Assert.Contains("at least one positive", Assert.Throws<InvalidOperationException>(() => negatives.Recall()).Message, StringComparison.Ordinal);
        Assert.Contains("none among 7", Assert.Throws<InvalidOperationException>(() => negatives.F1()).Message, StringComparison.Ordinal);
        Assert.Contains("at least one negative",
            Assert.Throws<InvalidOperationException>(() => positives.FalsePositiveRate()).Message, StringComparison.Ordinal);
        Refuses(() => RocCurve.Of([1, 2], [0, 0]), "both kinds", "0 ones and 2 zeros");
        Refuses(() => RocCurve.Of([1, 2], [1, 1]), "both kinds", "2 ones and 0 zeros");
        Refuses(() => RocCurve.RankStatistic([1, 2], [1, 1]), "both kinds");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Thresholds_and_probabilities_lie_in_the_unit_interval(double p)
    {
        Refuses(() => ScalarLogisticRegression.Class(p), "ŷ", $"{p}");
        Refuses(() => ScalarLogisticRegression.Class(0.5, p), "t", $"{p}");
        Refuses(() => ScalarLogisticRegression.LogOdds(p), "(0, 1)", $"{p}");
        Refuses(() => ScalarLogisticRegression.PointError(p, 1), "p", $"{p}");
        Refuses(() => LogisticEquations.Classes(V(1, 2), 0, M(X), p), "t", $"{p}");
        Refuses(() => new LogisticRegression([1, 2], 0).Classify(M(X), p), "t", $"{p}");
    }

    [Fact]
    public void Certainty_has_no_finite_odds()
    {
        Refuses(() => ScalarLogisticRegression.LogOdds(0), "(0, 1)", "got 0");
        Refuses(() => ScalarLogisticRegression.LogOdds(1), "(0, 1)", "got 1");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Learning_rates_are_positive(double α)
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLogisticTraining.Update(Line, [1, 2], 1, α), () => ScalarLogisticTraining.PerceptronUpdate(Line, [1, 2], 1, α),
            () => ScalarLogisticTraining.BatchUpdate(Line, X, Y, α), () => ScalarLogisticTraining.BySample(Line, X, Y, α, 1),
        })
        {
            Refuses(action, "α", $"got {α}");
        }
    }

    [Theory]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void The_price_of_weights_is_finite_and_not_negative(double λ)
    {
        Refuses(() => LogisticEquations.RidgeError(V(1, 2), 0, M(X), V(0, 1, 1), λ), "λ", $"got {λ}");
        Refuses(() => LogisticEquations.RidgeGradient(V(1, 2), 0, M(X), V(0, 1, 1), λ), "λ", $"got {λ}");
        Refuses(() => new LogisticRegression([1], 0) { Ridge = λ }, "Ridge", $"got {λ}");
        Refuses(() => GrowingWeights.Measure(λ, 1), "Ridge", $"got {λ}");
    }

    [Fact]
    public void Counts_are_positive()
    {
        SampleSet set = new(new ColumnSamples(X), Y, 2), values = new(new ColumnSamples(X), new ColumnSamples(X));
        LinearClassifier model = Models[0];
        var descent = new GradientDescent(model.Parameters, 1);
        Refuses(() => Training.Run(model, set, descent, 1, 0), "epochs", "0");
        Refuses(() => Training.Run(model, set, descent, 0, 1), "size", "0");
        Refuses(() => Training.Run(model, values, descent, 1, 1), "class labels", "3 and 0");
        Refuses(() => ScalarLogisticTraining.BySample(Line, X, Y, 1, 0), "epochs", "0");
        Refuses(() => ScalarLogisticTraining.ByBatch(Line, X, Y, 1, -1), "epochs", "-1");
        Refuses(() => GrowingWeights.Measure(0, 0), "steps", "0");
        Refuses(() => LogisticRegression.Random(0, new RandomStream(1)), "features", "0");
        Refuses(() => LogisticRegression.Random(1, new RandomStream(1), -1), "deviation", "-1");
        Refuses(() => SoftmaxRegression.Random(0, 2, new RandomStream(1)), "features", "0");
        Refuses(() => SoftmaxRegression.Random(2, 1, new RandomStream(1)), "classes", "1");
        Refuses(() => new SoftmaxRegression(M(new double[1, 2]), V(1)), "the rows of W", "1");
        Refuses(() => ScalarSoftmaxRegression.Predict(new double[1, 2], [0], [1, 2]), "the rows of W", "1");
        Refuses(() => ScalarSoftmaxRegression.Loss(new double[1, 2], [0], X, [0, 0, 0]), "the rows of W", "1");
        Refuses(() => ScalarSoftmaxRegression.Gradient(new double[1, 2], [0], X, [0, 0, 0]), "the rows of W", "1");
        Refuses(() => SoftmaxRegressionEquations.Predict(M(new double[1, 2]), V(0), M(X)), "the rows of W", "1");
        Refuses(() => SoftmaxRegressionEquations.Loss(M(new double[1, 2]), V(0), M(X), M(new double[,] { { 1, 1, 1 } })), "the rows of W", "1");
        Refuses(() => SoftmaxRegressionEquations.Gradient(M(new double[1, 2]), V(0), M(X), M(new double[,] { { 1, 1, 1 } })), "the rows of W", "1");
        Refuses(() => ConfusionMatrix.Of([0], [0], 1), "classes", "1");
        using var screen = new Screen();
        Refuses(() => TrainCommand.Train(screen.Console, "", "drawn", 1, 0, new()), "seeds", "0");
        Refuses(() => TrainCommand.Train(screen.Console, "", "letters", 1, 1, new()), "'letters'");
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 2);
        Refuses(() => DigitTraining.Run(digits, new(digits.Images, [0, 0], ["zero"]), 1), "classes", "10 and 1");
        Refuses(() => DigitTraining.Run(digits, digits, 1, new(Epochs: 1)).WeightImages(new ImageShape(3, 3, 1)), "784 and 9");
    }
}
