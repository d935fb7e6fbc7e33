using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;

namespace Reference.LinearModels;

/// <summary>The numbers of chapter 06: the thermometer's, and a few that follow from the exercises.</summary>
public static class LinearRegressionNumbers
{
    // The notes' own run and PyTorch 1.13 differ by 2·10⁻⁶ in the last digits too: float32 sums in another order.
    private const double Float32Log = 5e-6;
    private const string InFloat32 = "a float32 log, whose last digits depend on the order of operations";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        .. new[]
        {
            "42.8796", "50.5250", "58.1704", "42.1151", "52.0541", "60.4640", "41.3506",
            "50.5250", "58.9349", "46.7023", "54.3477", "62.7576", "39.8215", "52.8186",
        }.Select((ŷ, i) =>
            new WorkedNumber("S0-057", $"untrained prediction {i + 1}, for {Thermometer.X[i]}", ŷ,
                () => Float32Line.FromSeed(42).Predict((float)Thermometer.X[i]))),
        WorkedNumber.Erratum("S0-058", "the first untrained prediction", "26.14",
            () => Float32Line.FromSeed(42).Predict((float)Thermometer.X[0]),
            "42.8796", "The text quotes another, unseeded run; the output above it is 42.8796."),
        WorkedNumber.Derived("S0-054", "slope of least squares", "0.5541883", () => Best.W),
        WorkedNumber.Derived("S0-054", "its intercept", "-17.6246331", () => Best.B),
        WorkedNumber.Derived("S0-054", "the least mean squared error", "0.4437715705", () => Best.Floor),
        WorkedNumber.Derived("S0-055", "r²", "0.98427", () => Best.RSquared),
        WorkedNumber.Derived("S0-068", "loss of the untrained model, in double", "1044.3512", () =>
            ScalarLine.MeanSquaredError(Float32Line.FromSeed(42).W, Float32Line.FromSeed(42).B, Thermometer.X,
                Thermometer.Y)),
        .. PrintedLog.Select(p =>
            WorkedNumber.Agreeing(p.Epoch <= 1000 ? "S0-066" : "S0-067", $"loss of epoch {p.Epoch}",
            p.Loss, () => ThermometerRun.Notes.Loss[p.Epoch], Float32Log, InFloat32)),
        WorkedNumber.Erratum("S0-062", "learning rate according to the text", "0.01",
            () => ThermometerRun.RecoverLearningRate(6.815361022949219, 100, 0.05, 1),
            "0.1000", "The printed loss of epoch 100 belongs to the 0.1 of the code."),
        WorkedNumber.Erratum("S0-064", "epochs according to comment and text", "1000",
            () => ThermometerRun.Notes.EpochsUntilBias(-17.5949),
            "3000", "The code runs 3000, and the printed bias is reached in the last of them."),
        WorkedNumber.Derived("S0-069", "loss of epoch 10, above that of epoch 4", "189.10", () =>
            ThermometerRun.Notes.Loss[10]),
        WorkedNumber.Derived("S0-070", "loss of epoch 2999 at η = 0.01", "4.2809", () =>
            ThermometerRun.TextsRate.Loss[2999]),
        WorkedNumber.Derived("S0-071", "loss of epoch 2999, above the least", "1.8e-5",
            () => ThermometerRun.Notes.Loss[2999] - Best.Floor),
        new("S0-075", "the trained prediction for 70", "21.1672", () => ThermometerRun.Notes.Trained.Predict(70)),
        new("S0-076", "the trained weight", "0.5537", () => ThermometerRun.Notes.W[^1]),
        new("S0-076", "the trained bias", "-17.5949", () => ThermometerRun.Notes.B[^1]),
        WorkedNumber.Derived("S2-090", "m after 1000 steps on (1, 3), (2, 5), (3, 7), η = 0.006", "2.0104607", () =>
            Fitted(1000).W),
        WorkedNumber.Derived("S2-090", "b after 1000 steps", "0.9762204", () => Fitted(1000).B),
        WorkedNumber.Derived("S4-077", "w after 4 steps from −10", "-3.178603", () =>
            SlopeCost.Exercise.AfterSteps(-10, 0.1, 4)),
        WorkedNumber.Derived("S4-079", "w after 15 steps from (−15, −10), η = 0.1", "0.991694", () => Descended(15).W),
        WorkedNumber.Derived("S4-079", "b after 15 steps", "-1.332057", () => Descended(15).B),
        WorkedNumber.Derived("S3-098", "standard deviation of 1…10, divided by N", "2.8722813",
            () => ScalarScaling.MeanAndDeviation([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]).Deviation),
        WorkedNumber.Derived("S4-067", "weight of nn.Linear(1, 1), seed 1", "0.515263", () =>
            Float32Line.FromSeed(1).W),
        WorkedNumber.Derived("S4-067", "its bias", "-0.441378", () => Float32Line.FromSeed(1).B),
        WorkedNumber.Derived("S4-089", "prediction of nn.Linear(2, 1), seed 1, for (1, 1)", "-0.084836",
            () => LinearRegression.FromSeed(1, 2, 1).Predict(Matrices.Column(1, 1))[0, 0]),
    ];

    /// <summary>The losses that S0 prints: each hundredth up to 1000, and two near the end. S0-066, S0-067.</summary>
    internal static IEnumerable<(int Epoch, string Loss)> PrintedLog =>
    [
        (0, "1044.3514404296875"), (100, "6.815361022949219"), (200, "6.2898993492126465"), (300, "5.671482086181641"),
        (400, "5.007758617401123"), (500, "4.340624809265137"), (600, "3.7006661891937256"),
        (700, "3.1093404293060303"),
        (800, "2.580324411392212"), (900, "2.1207163333892822"), (1000, "1.7322407960891724"),
        (2800, "0.4438796937465668"), (2900, "0.44381776452064514"),
    ];

    /// <summary>x of the exercise of S4-079: −3, −2.9 … 2.9. // [60]</summary>
    internal static double[] ExerciseX => [.. LeastSquaresLine.Exercise.X];

    /// <summary>y = x − 1. // [60]</summary>
    internal static double[] ExerciseY => [.. LeastSquaresLine.Exercise.Y];

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static LineDescent.Point Fitted(int steps) =>
        LineDescent.Run([1, 2, 3], [3, 5, 7], 0, 0, 0.006, steps)[^1];

    private static LineDescent.Point Descended(int steps) =>
        LineDescent.Run(ExerciseX, ExerciseY, -15, -10, 0.1, steps)[^1];
}
