using Reference.Book;

namespace Reference.LinearModels;

/// <summary>Every number of the thermometer project, from the data to the answer for 70 degrees.</summary>
internal static class ThermometerNumbers
{
    // The notes' own run and PyTorch 1.13 differ by 2·10⁻⁶ in the last digits too: float32 sums in another order.
    private const double Float32Log = 5e-6;
    private const string InFloat32 = "a float32 log, whose last digits depend on the order of operations";

    public static IEnumerable<WorkedNumber> All => [.. Data(), .. Untrained(), .. Log(), .. Path(), .. Rates(), .. Trained()];

    private static LineFit Best => LineFit.Of(Thermometer.X, Thermometer.Y);

    private static (double W, double B) FirstGradient =>
        ScalarLine.Gradient(Float32Line.FromSeed(42).W, Float32Line.FromSeed(42).B, Thermometer.X, Thermometer.Y);

    private static IEnumerable<WorkedNumber> Data() =>
    [
        WorkedNumber.Derived("S0-052", "the physical slope, °C per °F", "0.55556", () => Thermometer.Celsius(1) - Thermometer.Celsius(0)),
        WorkedNumber.Derived("S0-052", "the physical intercept, °C", "-17.7778", () => Thermometer.Celsius(0)),
        WorkedNumber.Derived("S0-053", "Σx", "918", () => Thermometer.X.Sum()),
        WorkedNumber.Derived("S0-053", "Σy", "262", () => Thermometer.Y.Sum()),
        WorkedNumber.Derived("S0-053", "Σx²", "61460", () => Thermometer.X.Sum(x => x * x)),
        WorkedNumber.Derived("S0-053", "Σxy", "17881", () => Thermometer.X.Zip(Thermometer.Y, (x, y) => x * y).Sum()),
        WorkedNumber.Derived("S0-053", "mean reading", "65.571429", () => Thermometer.X.Average()),
        WorkedNumber.Derived("S0-053", "mean temperature", "18.714286", () => Thermometer.Y.Average()),
        WorkedNumber.Derived("S0-053", "pairs that are not the rounded law", "4", () => Thermometer.OffTheLaw.Count),
        WorkedNumber.Derived("S0-054", "slope of least squares", "0.5541883", () => Best.W),
        WorkedNumber.Derived("S0-054", "its intercept", "-17.6246331", () => Best.B),
        WorkedNumber.Derived("S0-054", "the least mean squared error", "0.4437715705", () => Best.Floor),
        WorkedNumber.Derived("S0-054", "ŷ(70) of least squares", "21.168548", () => Best.Predict(70)),
        WorkedNumber.Derived("S0-055", "r²", "0.98427", () => Best.RSquared),
        WorkedNumber.Derived("S0-056", "parameters of the model", "2", () => LinearRegression.FromSeed(42, 1, 1).ParameterCount),
    ];

    private static IEnumerable<WorkedNumber> Untrained()
    {
        string[] printed =
        [
            "42.8796", "50.5250", "58.1704", "42.1151", "52.0541", "60.4640", "41.3506",
            "50.5250", "58.9349", "46.7023", "54.3477", "62.7576", "39.8215", "52.8186",
        ];
        return
        [
            .. printed.Select((ŷ, i) =>
                new WorkedNumber("S0-057", $"untrained prediction {i + 1}, for {Thermometer.Readings[i]}", ŷ,
                    () => Float32Line.FromSeed(42).Predict((float)Thermometer.Readings[i]))),
            WorkedNumber.Erratum("S0-058", "the first untrained prediction", "26.14", () => Float32Line.FromSeed(42).Predict(55),
                "42.8796", "The text quotes another, unseeded run; the output above it says 42.8796."),
            WorkedNumber.Derived("S0-060", "weight of nn.Linear(1, 1), seed 42", "0.7645385265", () => Float32Line.FromSeed(42).W),
            WorkedNumber.Derived("S0-060", "its bias", "0.8300079107", () => Float32Line.FromSeed(42).B),
            WorkedNumber.Derived("S0-068", "loss of the untrained model, in double", "1044.3512",
                () => ScalarLine.MeanSquaredError(Float32Line.FromSeed(42).W, Float32Line.FromSeed(42).B, Thermometer.X, Thermometer.Y)),
            WorkedNumber.Derived("S0-068", "∂L/∂w there", "4267.0693", () => FirstGradient.W),
            WorkedNumber.Derived("S0-068", "∂L/∂b there", "64.49521", () => FirstGradient.B),
        ];
    }

    private static IEnumerable<WorkedNumber> Log()
    {
        string[] every100 =
        [
            "1044.3514404296875", "6.815361022949219", "6.2898993492126465", "5.671482086181641", "5.007758617401123", "4.340624809265137",
            "3.7006661891937256", "3.1093404293060303", "2.580324411392212", "2.1207163333892822", "1.7322407960891724",
        ];
        return
        [
            .. every100.Select((loss, i) => Loss("S0-066", 100 * i, loss)),
            Loss("S0-067", 2800, "0.4438796937465668"),
            Loss("S0-067", 2900, "0.44381776452064514"),
            WorkedNumber.Erratum("S0-062", "learning rate, as the text says it", "0.01",
                () => ThermometerRun.RecoverLearningRate(6.815361022949219, 100, 0.05, 1),
                "0.1000", "The printed loss of epoch 100 belongs to the 0.1 of the code."),
            WorkedNumber.Derived("S0-062", "loss of epoch 100 at η = 0.01", "7.1873", () => ThermometerRun.TextsRate.Loss[100]),
            WorkedNumber.Erratum("S0-064", "epochs, as comment and text say them", "1000", () => ThermometerRun.Notes.EpochsUntilBias(-17.5949),
                "3000", "The code runs 3000, and the printed bias is reached in the last of them."),
            WorkedNumber.Derived("S0-069", "loss of epoch 4", "46.19", () => ThermometerRun.Notes.Loss[4]),
            WorkedNumber.Derived("S0-069", "loss of epoch 10", "189.10", () => ThermometerRun.Notes.Loss[10]),
            WorkedNumber.Derived("S0-071", "loss of epoch 2999", "0.44379", () => ThermometerRun.Notes.Loss[2999]),
            WorkedNumber.Derived("S0-071", "how far that is above the floor", "1.8e-5", () => ThermometerRun.Notes.Loss[2999] - Best.Floor),
        ];
    }

    private static WorkedNumber Loss(string row, int epoch, string printed) =>
        WorkedNumber.Agreeing(row, $"loss of epoch {epoch}", printed, () => ThermometerRun.Notes.Loss[epoch], Float32Log, InFloat32);

    private static IEnumerable<WorkedNumber> Path() =>
    [
        .. new (int Epoch, string W, string B, string AtMean)[]
            {
                (0, "0.764539", "0.830008", "50.96"),
                (2, "0.565815", "0.63126", "37.73"),
                (4, "0.378589", "0.443738", "25.27"),
                (100, "0.289995", "-0.0507", "18.96"),
                (2999, "0.553741", "-17.59472", "18.71"),
            }
            .SelectMany(s => new[]
            {
                WorkedNumber.Derived("S0-072", $"w at epoch {s.Epoch}", s.W, () => ThermometerRun.Notes.W[s.Epoch]),
                WorkedNumber.Derived("S0-072", $"b at epoch {s.Epoch}", s.B, () => ThermometerRun.Notes.B[s.Epoch]),
                WorkedNumber.Derived("S0-073", $"the line at the mean reading, epoch {s.Epoch}", s.AtMean,
                    () => ScalarLine.Predict(ThermometerRun.Notes.W[s.Epoch], ThermometerRun.Notes.B[s.Epoch], Thermometer.X.Average())),
            }),
        WorkedNumber.Derived("S0-073", "w from epoch 0 to 4", "-0.386", () => ThermometerRun.Notes.W[4] - ThermometerRun.Notes.W[0]),
        WorkedNumber.Derived("S0-073", "b from epoch 0 to 4", "-0.386", () => ThermometerRun.Notes.B[4] - ThermometerRun.Notes.B[0]),
        WorkedNumber.Derived("S0-073", "w from epoch 100 to 2999", "0.264", () => ThermometerRun.Notes.W[2999] - ThermometerRun.Notes.W[100]),
        WorkedNumber.Derived("S0-073", "b from epoch 100 to 2999", "-17.54", () => ThermometerRun.Notes.B[2999] - ThermometerRun.Notes.B[100]),
    ];

    private static IEnumerable<WorkedNumber> Rates() =>
    [
        WorkedNumber.Derived("S0-070", "loss of epoch 2999 at η = 0.01", "4.2809", () => ThermometerRun.TextsRate.Loss[2999]),
        WorkedNumber.Derived("S0-070", "w after 3000 epochs at η = 0.01", "0.3503", () => ThermometerRun.TextsRate.W[^1]),
        WorkedNumber.Derived("S0-070", "b after them", "-3.976", () => ThermometerRun.TextsRate.B[^1]),
        WorkedNumber.Derived("S0-070", "ŷ(70) after them", "20.54", () => ThermometerRun.TextsRate.Trained.Predict(70)),
        WorkedNumber.Derived("S0-070", "loss after 3000 epochs at η = 0.1", "0.44379", () => ThermometerRun.Notes.Loss[^1]),
    ];

    private static IEnumerable<WorkedNumber> Trained() =>
    [
        WorkedNumber.Derived("S0-074", "largest residual of the final line, °C", "1.630",
            () => Thermometer.X.Zip(Thermometer.Y, (x, y) => Math.Abs(y - ThermometerRun.Notes.Trained.Predict((float)x))).Max()),
        new("S0-075", "the trained answer for 70", "21.1672", () => ThermometerRun.Notes.Trained.Predict(70)),
        new("S0-076", "the trained weight", "0.5537", () => ThermometerRun.Notes.W[^1]),
        new("S0-076", "the trained bias", "-17.5949", () => ThermometerRun.Notes.B[^1]),
        new("S0-076", "the trained weight, as the text repeats it", "0.55", () => ThermometerRun.Notes.W[^1]),
        new("S0-076", "the trained bias, as the text repeats it", "-17.6", () => ThermometerRun.Notes.B[^1]),
        WorkedNumber.Derived("S0-076", "0.5537·70 − 17.5949: rounded parameters", "21.1641", () => ScalarLine.Predict(0.5537, -17.5949, 70)),
    ];
}
