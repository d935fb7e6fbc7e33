using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.Classification.Tests;

public class BadInputTests
{
    private static readonly LogisticModel Line = new([1, 2], 0);
    private static readonly double[,] X = { { 1, 2, 3 }, { 4, 5, 6 } }, Broken = { { 1, double.NaN, 3 }, { 4, 5, 6 } };
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
        RefusesAll(
            ["same length", "3 and 2"],
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, [0, 1]),
            () => ScalarLogisticRegression.Gradient([1, 2], 0, X, [0, 1]),
            () => ScalarLogisticTraining.BatchUpdate(Line, X, [0, 1], 1),
            () => ScalarLogisticTraining.BySample(Line, X, [0, 1], 1, 1),
            () => ScalarSoftmaxRegression.Loss(new double[2, 2], new double[2], X, [0, 1]),
            () => ScalarSoftmaxRegression.Gradient(new double[2, 2], new double[2], X, [0, 1]),
            () => Models[0].Loss(M(X), [0, 1]), () => Models[1].AddGradient(M(X), [0, 1]),
            () => Accuracy.Of([0, 1, 1], [0, 1]), () => ConfusionMatrix.Of([0, 1, 1], [0, 1], 2),
            () => RocCurve.Of([1, 2, 3], [0, 1]), () => BinaryCounts.At([1, 2, 3], [0, 1], 2));
        RefusesAll(
            ["3", "2"],
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 1)),
            () => SoftmaxRegressionEquations.Loss(M(new double[2, 2]), V(0, 0), M(X), M(new double[2, 2])));
    }

    [Fact]
    public void Labels_outside_the_classes_are_refused()
    {
        RefusesAll(
            ["2"],
            () => ScalarLogisticRegression.LossOfScore(1, 2),
            () => ScalarLogisticRegression.PointGradient([1], 0, [1], 2),
            () => ScalarLogisticRegression.Loss([1, 2], 0, X, [0, 2, 1]),
            () => ScalarLogisticRegression.Gradient([1, 2], 0, X, [0, 2, 1]),
            () => LogisticEquations.Loss(V(1, 2), 0, M(X), V(0, 2, 1)),
            () => LogisticEquations.Gradient(V(1, 2), 0, M(X), V(0, 2, 1)),
            () => ScalarLogisticTraining.Update(Line, [1, 2], 2, 1),
            () => ScalarLogisticTraining.PerceptronUpdate(Line, [1, 2], 2, 1),
            () => ScalarLogisticTraining.BatchUpdate(Line, X, [0, 2, 1], 1),
            () => ScalarLogisticTraining.ByBatch(Line, X, [0, 2, 1], 1, 1),
            () => Models[0].Loss(M(X), [0, 2, 1]), () => Models[1].AddGradient(M(X), [0, 2, 1]),
            () => ScalarSoftmaxRegression.Loss(new double[2, 2], new double[2], X, [0, 2, 1]),
            () => ScalarSoftmaxRegression.Gradient(new double[2, 2], new double[2], X, [0, 2, 1]),
            () => BinaryCounts.At([1, 2, 3], [0, 2, 1], 2), () => BinaryCounts.Of([0, 2], [0, 1]),
            () => ConfusionMatrix.Of([0, 1], [0, 2], 2), () => ConfusionMatrix.Of([0], [0], 2).Against(2),
            () => RocCurve.Of([1, 2], [0, 2]));
        Refuses(() => Models[1].Loss(M(X), [0, 1, -1]), "classes 0 … 1", "element 2 is -1");
    }

    // At the door: models, training loops and measures. Formulas let NaN through.
    [Fact]
    public void Numbers_that_are_not_finite_are_refused()
    {
        RefusesAll(
            ["NaN"],
            () => Models[0].Loss(M(Broken), Y), () => Models[1].AddGradient(M(Broken), Y),
            () => Models[1].Predict(M(Broken)), () => new LogisticRegression([double.NaN], 0),
            () => new LogisticRegression([1], double.NaN), () => RocCurve.Of([1, double.NaN], [0, 1]),
            () => BinaryCounts.At([double.NaN, 1], [0, 1], 0),
            () => ScalarLogisticTraining.BySample(Line, Broken, Y, 1, 1),
            () => ScalarLogisticTraining.ByBatch(new([1, double.NaN], 0), X, Y, 1, 1),
            () => ScalarLogisticTraining.BySample(Line, X, Y, 1, 1, double.NaN));
        Refuses(() => Models[0].Loss(M(Broken), Y), "element [0, 1] is NaN");
        Assert.Equal(double.NaN, ScalarLogisticRegression.Score([1, double.NaN], 0, [1, 2]));
    }

    [Fact]
    public void Sizes_that_do_not_fit_are_named() => RefusesAll(
        ["3", "2"],
        () => ScalarLogisticRegression.Predict([1, 2, 3], 0, [1, 2]),
        () => LogisticEquations.Predict(V(1, 2, 3), 0, M(X)),
        () => ScalarSoftmaxRegression.Scores(new double[2, 3], new double[2], [1, 2]),
        () => ScalarSoftmaxRegression.Scores(new double[3, 2], new double[2], [1, 2]),
        () => SoftmaxRegressionEquations.Scores(M(new double[2, 3]), V(0, 0), M(X)),
        () => Models[0].Predict(M(new double[3, 1])), () => new SoftmaxRegression(M(new double[3, 1]), V(1, 2)));

    [Fact]
    public void Nothing_to_count_is_refused() => RefusesAll(
        ["empty"],
        () => ScalarLogisticRegression.Loss([1], 0, new double[1, 0], []),
        () => ScalarSoftmaxRegression.Loss(new double[2, 1], new double[2], new double[1, 0], []),
        () => Accuracy.Of([], []), () => ConfusionMatrix.Of([], [], 2), () => RocCurve.Of([], []));

    [Fact]
    public void A_share_of_nothing_names_what_is_missing()
    {
        static void Lacks(Func<double> measure, string what) => Assert.Contains(
            what, Assert.Throws<InvalidOperationException>(() => measure()).Message, StringComparison.Ordinal);
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
        Refuses(() => ScalarLogisticTraining.BySample(Line, X, Y, value, 1), "α", $"got {value}");
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
        Refuses(() => ScalarLogisticTraining.ByBatch(Line, X, Y, 1, -1), "epochs", "-1");
        Refuses(() => GrowingWeights.Measure(0, 0), "steps", "0");
        Refuses(() => LogisticRegression.Random(0, new RandomStream(1)), "features", "0");
        Refuses(() => LogisticRegression.Random(1, new RandomStream(1), -1), "deviation", "-1");
        Refuses(() => SoftmaxRegression.Random(0, 2, new RandomStream(1)), "features", "0");
        Refuses(() => SoftmaxRegression.Random(2, 1, new RandomStream(1)), "classes", "1");
        Refuses(() => new SoftmaxRegression(M(new double[1, 2]), V(1)), "the rows of W", "1");
        Refuses(() => ConfusionMatrix.Of([0], [0], 1), "classes", "1");
        using var screen = new Screen();
        Refuses(() => TrainCommand.Train(screen.Console, "", "drawn", 1, 0, new()), "seeds", "0");
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(1), 2);
        Refuses(() => DigitTraining.Run(digits, new(digits.Images, [0, 0], ["zero"]), 1), "classes", "10 and 1");
        DigitTraining run = DigitTraining.Run(digits, digits, 1, new(Epochs: 1));
        Refuses(() => run.WeightImages(new ImageShape(3, 3, 1)), "784 and 9");
    }
}
