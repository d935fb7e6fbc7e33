using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The numbers of chapter 06: the thermometer's, and those that follow from the exercises' rules and data.</summary>
public static class LinearRegressionNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } = [.. ThermometerNumbers.All, .. Lines(), .. Bonus(), .. Seeds(), .. Scales()];

    /// <summary>x of the exercise of S4-079: −3, −2.9 … 2.9. // [60]</summary>
    internal static double[] ExerciseX => [.. LeastSquaresLine.Exercise.X];

    /// <summary>y = x − 1. // [60]</summary>
    internal static double[] ExerciseY => [.. LeastSquaresLine.Exercise.Y];

    private static IEnumerable<WorkedNumber> Lines() =>
    [
        WorkedNumber.Derived("S2-087", "error of m = b = 0 on (1, 3), (2, 5), (3, 7)", "27.6666666667",
            () => ScalarLine.MeanSquaredError(0, 0, [1, 2, 3], [3, 5, 7])),
        WorkedNumber.Derived("S2-088", "its derivative in m", "-22.6666666667", () => ScalarLine.Gradient(0, 0, [1, 2, 3], [3, 5, 7]).W),
        WorkedNumber.Derived("S2-089", "its derivative in b", "-10", () => ScalarLine.Gradient(0, 0, [1, 2, 3], [3, 5, 7]).B),
        .. new (int Steps, string M, string B, string Loss)[]
            { (1, "0.136", "0.06", "24.1065547"), (1000, "2.0104607", "0.9762204", "8.112e-5"), (5000, "2.0000325", "0.9999261", "7.8e-10") }
            .SelectMany(s => new[]
            {
                WorkedNumber.Derived("S2-090", $"m after {s.Steps} steps, η = 0.006", s.M, () => Fitted(s.Steps).W),
                WorkedNumber.Derived("S2-090", $"b after {s.Steps} steps", s.B, () => Fitted(s.Steps).B),
                WorkedNumber.Derived("S2-090", $"error after {s.Steps} steps", s.Loss, () => Fitted(s.Steps).Loss),
            }),
        WorkedNumber.Derived("S4-077", "mean of x²", "3.0016667", () => SlopeCost.Exercise.MeanSquare),
        WorkedNumber.Derived("S4-077", "factor of a step, η = 0.1", "0.399667", () => (SlopeCost.Exercise.AfterSteps(-10, 0.1, 1) + 3) / -7),
        .. new (string W, string Cost)[]
            { ("-10", "147.0817"), ("-5.797667", "23.4939"), ("-4.118134", "3.7528"), ("-3.446881", "0.5994"), ("-3.178603", "0.0958") }
            .SelectMany((s, t) => new[]
            {
                WorkedNumber.Derived("S4-077", $"w after {t} steps from −10", s.W, () => SlopeCost.Exercise.AfterSteps(-10, 0.1, t)),
                WorkedNumber.Derived("S4-077", $"cost after {t} steps", s.Cost, () => SlopeCost.Exercise.Value(SlopeCost.Exercise.AfterSteps(-10, 0.1, t))),
            }),
        WorkedNumber.Derived("S4-079", "error at (−15, −10), y = x − 1", "835.0267", () => Descended(0).Loss),
        .. new (int T, string W, string B, string Loss)[]
            { (1, "-5.484667", "-8.36", "175.6197"), (2, "-1.665305", "-6.952847", "55.1732"), (15, "0.991694", "-1.332057", "0.110193") }
            .SelectMany(s => new[]
            {
                WorkedNumber.Derived("S4-079", $"w after {s.T} steps, η = 0.1", s.W, () => Descended(s.T).W),
                WorkedNumber.Derived("S4-079", $"b after {s.T} steps", s.B, () => Descended(s.T).B),
                WorkedNumber.Derived("S4-079", $"error after {s.T} steps", s.Loss, () => Descended(s.T).Loss),
            }),
    ];

    private static IEnumerable<WorkedNumber> Bonus() =>
    [
        WorkedNumber.Derived("S2-092", "largest curvature that η = 0.006 allows", "333.33", () => 2 / BonusExercise.LearningRate),
        WorkedNumber.Derived("S2-092", "parameters", "4", () => BonusExercise.Start(0).Values.Length),
        WorkedNumber.Derived("S2-093", "lines that the loop prints, one in a hundred epochs", "50",
            () => Enumerable.Range(1, BonusExercise.Epochs).Count(epoch => epoch % 100 == 0)),
    ];

    private static IEnumerable<WorkedNumber> Seeds() =>
    [
        WorkedNumber.Derived("S4-067", "weight of nn.Linear(1, 1), seed 1", "0.515263", () => Float32Line.FromSeed(1).W),
        WorkedNumber.Derived("S4-067", "its bias", "-0.441378", () => Float32Line.FromSeed(1).B),
        WorkedNumber.Derived("S4-071", "parameters of LR(1, 1)", "2", () => LinearRegression.FromSeed(1, 1, 1).ParameterCount),
        WorkedNumber.Derived("S4-089", "first weight of nn.Linear(2, 1), seed 1", "0.364346", () => LinearRegression.FromSeed(1, 2, 1).Weight.Value[0, 0]),
        WorkedNumber.Derived("S4-089", "second weight", "-0.312102", () => LinearRegression.FromSeed(1, 2, 1).Weight.Value[0, 1]),
        WorkedNumber.Derived("S4-089", "bias", "-0.137081", () => LinearRegression.FromSeed(1, 2, 1).Bias.Value[0, 0]),
        .. new[] { "-0.084836", "-0.396938", "-0.709039" }.Select((ŷ, i) => WorkedNumber.Derived("S4-089", $"prediction for (1, {i + 1})", ŷ, () =>
            LinearRegression.FromSeed(1, 2, 1).Predict(Matrix<double>.Build.DenseOfColumnArrays([1, i + 1]))[0, 0])),
    ];

    private static IEnumerable<WorkedNumber> Scales()
    {
        double[] ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
        return
        [
            new("S3-096", "samples of the housing table", "506", () => Housing.StandIn().Samples.Count),
            new("S3-096", "features", "13", () => Housing.StandIn().Samples.X.Features),
            .. new[] { "0", "0.1111111", "0.2222222", "0.3333333", "0.4444444", "0.5555556", "0.6666667", "0.7777778", "0.8888889", "1" }
                .Select((value, i) => WorkedNumber.Derived("S3-097", $"x = {i + 1} of 1…10, min-max", value, () => ScalarScaling.MinMax(ten)[i])),
            WorkedNumber.Derived("S3-098", "mean of 1…10", "5.5", () => ScalarScaling.MeanAndDeviation(ten).Mean),
            WorkedNumber.Derived("S3-098", "deviation, divided by N", "2.8722813", () => ScalarScaling.MeanAndDeviation(ten).Deviation),
            WorkedNumber.Derived("S3-098", "deviation, divided by N − 1", "3.0276504", () => ScalarScaling.MeanAndDeviation(ten, 1).Deviation),
            .. new[] { "-1.5666989", "-1.2185436", "-0.8703883", "-0.5222330", "-0.1740777", "0.1740777", "0.5222330", "0.8703883", "1.2185436", "1.5666989" }
                .Select((value, i) => WorkedNumber.Derived("S3-098", $"x = {i + 1} of 1…10, z-score", value, () => ScalarScaling.ZScore(ten)[i])),
            WorkedNumber.Derived("S3-101", "samples that validate in a fold of 404, K = 4", "101",
                () => Split.Folds(404, 4, new RandomStream(1))[0].Validation.Length),
            WorkedNumber.Derived("S3-101", "samples that train", "303", () => Split.Folds(404, 4, new RandomStream(1))[0].Train.Length),
            WorkedNumber.Derived("S3-214", "500 between 0 and 1000, min-max", "0.5", () => ScalarScaling.MinMax([0, 500, 1000])[1]),
        ];
    }

    private static LineDescent.Point Fitted(int steps) => LineDescent.Run([1, 2, 3], [3, 5, 7], 0, 0, 0.006, steps)[^1];

    private static LineDescent.Point Descended(int steps) => LineDescent.Run(ExerciseX, ExerciseY, -15, -10, 0.1, steps)[^1];
}
