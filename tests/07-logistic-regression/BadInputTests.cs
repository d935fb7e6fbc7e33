using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Classification.Tests;

/// <summary>Formulas check shapes and labels; models, loops and measures check the rest.</summary>
public class BadInputTests
{
    private static readonly LogisticModel Line = new([1, 2], 0);
    private static readonly double[,] X = { { 1, 2, 3 }, { 4, 5, 6 } }, Broken = { { 1, double.NaN, 3 }, { 4, 5, 6 } };
    private static readonly double[,] W = new double[2, 2];
    private static readonly int[] Y = [0, 1, 1];

    private static Matrix<double> M(double[,] values) => Matrix<double>.Build.DenseOfArray(values);

    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static LinearClassifier[] Models =>
        [new LogisticRegression([1, 2], 0), SoftmaxRegression.Random(2, 2, new RandomStream(1))];

    private static void RefusesAll(string[] parts, params Action[] actions) =>
        Assert.All(actions, action => Refuses(action, parts));

    [Fact]
    public void Unequal_numbers_of_points_and_labels_are_refused()
    {
        int[] two = [0, 1];
        RefusesAll(
            ["same length", "3 and 2"],
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, two),
            () => LogisticRun.BySample(Line, X, two, 1, 1), () => LogisticRun.ByBatch(Line, X, two, 1, 1),
            () => ScalarSoftmaxRegression.Loss(W, [0, 0], X, two),
            () => Models[0].Loss(M(X), two), () => Models[1].AddGradient(M(X), two),
            () => Accuracy.Of(Y, two), () => ConfusionMatrix.Of(Y, two, 2),
            () => RocCurve.Of([1, 2, 3], two), () => BinaryCounts.At([1, 2, 3], two, 2));
        RefusesAll(
            [],
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 1)),
            () => SoftmaxRegressionEquations.Loss(M(W), V(0, 0), M(X), M(W)));
    }

    [Fact]
    public void Labels_outside_the_classes_are_refused()
    {
        int[] labels = [0, 2, 1];
        RefusesAll(
            ["2"],
            () => ScalarLogisticRegression.LossOfScore(1, 2),
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, labels),
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 2, 1)),
            () => LogisticRun.BySample(Line, X, labels, 1, 1), () => LogisticRun.ByBatch(Line, X, labels, 1, 1),
            () => ScalarSoftmaxRegression.Loss(W, [0, 0], X, labels),
            () => Models[0].Loss(M(X), labels), () => Models[1].AddGradient(M(X), labels),
            () => BinaryCounts.At([1, 2, 3], labels, 2), () => BinaryCounts.Of([0, 2], [0, 1]),
            () => ConfusionMatrix.Of([0, 1], [0, 2], 2), () => ConfusionMatrix.Of([0], [0], 2).Against(2),
            () => RocCurve.Of([1, 2], [0, 2]));
        Refuses(() => Models[1].Loss(M(X), [0, 1, -1]), "classes 0 … 1", "element 2 is -1");
    }

    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        RefusesAll(
            ["NaN"],
            () => Models[0].Loss(M(Broken), Y), () => Models[1].AddGradient(M(Broken), Y),
            () => Models[1].Predict(M(Broken)), () => new LogisticRegression([double.NaN], 0),
            () => new LogisticRegression([1], double.NaN), () => RocCurve.Of([1, double.NaN], [0, 1]),
            () => BinaryCounts.At([double.NaN, 1], [0, 1], 0),
            () => LogisticRun.BySample(Line, Broken, Y, 1, 1),
            () => LogisticRun.ByBatch(new([1, double.NaN], 0), X, Y, 1, 1),
            () => LogisticRun.BySample(Line, X, Y, 1, 1, double.NaN));
        Refuses(() => Models[0].Loss(M(Broken), Y), "element [0, 1] is NaN");
        Assert.Equal(1, ScalarSoftmaxRegression.Class(new double[3, 1], [0, double.NaN, 1], [0]));
        double[,] infinite = { { 1, double.PositiveInfinity, 3 }, { 4, 5, 6 } }; // of label 1: σ(∞) = 1 has no loss
        Refuses(() => Models[0].Loss(M(infinite), Y), "element [0, 1] is ");
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named() => RefusesAll(
        ["3", "2"],
        () => ScalarLogisticRegression.Predict([1, 2, 3], 0, [1, 2]),
        () => LogisticEquations.Predict(V(1, 2, 3), 0, M(X)),
        () => ScalarSoftmaxRegression.Scores(new double[2, 3], [0, 0], [1, 2]),
        () => ScalarSoftmaxRegression.Scores(new double[3, 2], [0, 0], [1, 2]),
        () => SoftmaxRegressionEquations.Scores(M(new double[2, 3]), V(0, 0), M(X)),
        () => Models[0].Predict(M(new double[3, 1])), () => new SoftmaxRegression(M(new double[3, 1]), V(1, 2)));

    [Fact]
    public void Empty_counts_are_refused()
    {
        RefusesAll(
            ["empty"],
            () => ScalarLogisticRegression.Loss([1], 0, new double[1, 0], []),
            () => ScalarSoftmaxRegression.Loss(W, [0, 0], new double[2, 0], []),
            () => Accuracy.Of([], []), () => ConfusionMatrix.Of([], [], 2), () => RocCurve.Of([], []));
        static void Lacks(Func<double> share, string what) => Assert.Contains(
            what, Assert.Throws<InvalidOperationException>(() => share()).Message, StringComparison.Ordinal);
        BinaryCounts negatives = new(0, 0, 7, 0), positives = new(7, 0, 0, 0);
        Lacks(negatives.Precision, "at least one predicted positive");
        Lacks(negatives.Recall, "at least one positive");
        Lacks(negatives.F1, "none among 7");
        Lacks(positives.FalsePositiveRate, "at least one negative");
        Refuses(() => RocCurve.Of([1, 2], [0, 0]), "both kinds", "0 ones and 2 zeros");
        Refuses(() => RocCurve.RankStatistic([1, 2], [1, 1]), "both kinds", "2 ones and 0 zeros");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void Settings_out_of_range_are_refused(double value)
    {
        Refuses(() => new LogisticRegression([1, 2], 0).Classify(M(X), value), "t", $"{value}");
        Refuses(() => LogisticRun.BySample(Line, X, Y, value, 1), "α", $"got {value}");
        Refuses(() => new LogisticRegression([1], 0) { Ridge = value }, "Ridge", $"got {value}");
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
        Refuses(() => Training.Run(Models[0], set, descent, 1, 1), "parameters of this model", "of another");
        Refuses(() => LogisticRun.ByBatch(Line, X, Y, 1, -1), "epochs", "-1");
        Refuses(() => LogisticRegression.Random(0, new RandomStream(1)), "features", "0");
        Refuses(() => LogisticRegression.Random(1, new RandomStream(1), -1), "deviation", "-1");
        Refuses(() => SoftmaxRegression.Random(0, 2, new RandomStream(1)), "features", "0");
        Refuses(() => SoftmaxRegression.Random(2, 1, new RandomStream(1)), "classes", "1");
        Refuses(() => new SoftmaxRegression(M(new double[1, 2]), V(1)), "the rows of W", "1");
        Refuses(() => ConfusionMatrix.Of([0], [0], 1), "classes", "1");
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 2);
        Refuses(() => DigitTraining.Run(digits, new(digits.Images, [0, 0], ["zero"]), 1), "classes", "10 and 1");
        DigitTraining run = DigitTraining.Run(digits, digits, 1, new(Epochs: 1));
        Refuses(() => run.WeightImages(new ImageShape(3, 3, 1)), "784 and 9");
    }
}
