using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The numbers of chapter 05. The notes print few; the others follow from their rules on w² from w = 1 with η = 0.1, and on their data.</summary>
public static class OptimizerNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
        [.. Thermometer(), .. Parabola(), .. Averages(), .. MomentumPaths(), .. Adaptive(), .. Schedules(), .. Exercise(), .. Counts()];

    private static IEnumerable<WorkedNumber> Thermometer() =>
    [
        WorkedNumber.Derived("S0-036", "largest curvature of the thermometer's error", "8781.9588",
            () => StationaryPoint.Eigenvalues(LeastSquaresLine.Thermometer.Hessian)[1]),
        WorkedNumber.Derived("S0-036", "smallest curvature", "0.0411697", () => StationaryPoint.Eigenvalues(LeastSquaresLine.Thermometer.Hessian)[0]),
        WorkedNumber.Derived("S0-036", "their ratio, the condition", "213311",
            () => StationaryPoint.Eigenvalues(LeastSquaresLine.Thermometer.Hessian) is [var low, var high] ? high / low : double.NaN),
        WorkedNumber.Derived("S0-036", "largest stable learning rate 2/λ", "2.27740e-4",
            () => new Quadratic(LeastSquaresLine.Thermometer.Hessian).LargestLearningRate),
        WorkedNumber.Derived("S0-035", "∂L/∂w at the untrained model", "4267.07", () => LeastSquaresLine.Thermometer.Gradient(Untrained)[0]),
        WorkedNumber.Derived("S0-035", "∂L/∂b there", "64.50", () => LeastSquaresLine.Thermometer.Gradient(Untrained)[1]),
        WorkedNumber.Derived("S0-035", "w after Adam's first step, η = 0.1", "0.664539", () => AdamOnThermometer(1)[0]),
        WorkedNumber.Derived("S0-035", "b after Adam's first step", "0.730008", () => AdamOnThermometer(1)[1]),
        WorkedNumber.Derived("S0-037", "error at the untrained model", "1044.35", () => LeastSquaresLine.Thermometer.Value(Untrained)),
        WorkedNumber.Derived("S0-037", "error after Adam's first step", "656.42", () => LeastSquaresLine.Thermometer.Value(AdamOnThermometer(1))),
    ];

    private static IEnumerable<WorkedNumber> Parabola() =>
    [
        .. Path("S2-083", "plain descent on w², η = 0.1", () => new ScalarDescent(0.1), "0.8", "0.64", "0.512", "0.4096", "0.32768"),
        .. new (double η, string Value)[] { (0.01, "0.6676079718"), (0.1, "0.0115292150"), (0.5, "0"), (0.9, "0.0115292150"), (1, "1"), (1.1, "38.3375999") }
            .Select(s => WorkedNumber.Derived("S3-043", $"x₂₀ of descent on x² from 1, η = {s.η}", s.Value, () => OnParabola(new ScalarDescent(s.η), 20))),
    ];

    private static IEnumerable<WorkedNumber> Averages()
    {
        string[] ones = ["0.1", "0.19", "0.271", "0.3439", "0.40951", "0.468559", "0.5217031", "0.56953279", "0.612579511", "0.6513215599"];
        string[] tens = ["1", "2.9", "5.61", "9.049", "13.1441"], corrected = ["10", "15.2631579", "20.7011070", "26.3128817", "32.0971405"];
        double[] series = [10, 20, 30, 40, 50];
        return
        [
            .. ones.Select((value, i) =>
                WorkedNumber.Derived("S2-118", $"average of 1, 1, … after {i + 1}, β = 0.9", value,
                    () => MovingAverage.Of([.. Enumerable.Repeat(1.0, 10)], 0.9)[i])),
            .. tens.Select((value, i) =>
                WorkedNumber.Derived("S2-118", $"average of 10, 20, 30, 40, 50 after {i + 1}", value, () => MovingAverage.Of(series, 0.9)[i])),
            .. corrected.Select((value, i) =>
                WorkedNumber.Derived("S2-118", $"the same with bias correction, after {i + 1}", value, () => MovingAverage.Corrected(series, 0.9)[i])),
        ];
    }

    private static IEnumerable<WorkedNumber> MomentumPaths() =>
    [
        .. Path("S2-120", "averaged momentum on w², β = 0.9", () => new ScalarAveragedMomentum(0.1, 0.9),
            "0.98", "0.9424", "0.889712", "0.82449856", "0.7493164928"),
        .. Path("S2-120", "accumulated momentum on w², μ = 0.9", () => new ScalarMomentum(0.1, 0.9), "0.8", "0.46", "0.062", "-0.3086", "-0.58042"),
        WorkedNumber.Derived("S1-137", "|w| after 300 steps on w², γ = 0.9", "1.4e-7", () => Math.Abs(OnParabola(new ScalarVelocity(0.1, 0.9), 300))),
        WorkedNumber.Derived("S1-137", "w after 300 steps as printed, γ = 1", "-0.926", () => OnParabola(new ScalarVelocity(0.1, 1), 300)),
        .. new[] { "1", "0.9", "0.81", "0.729", "0.6561" }
            .Select((value, k) => WorkedNumber.Derived("S1-146", $"weight of the step {k} steps ago, β = 0.9", value,
                () => ScalarVelocity.OfSteps([.. Enumerable.Range(0, 9).Select(i => i == 8 - k ? 1.0 : 0)], 0.9))),
        WorkedNumber.Derived("S1-146", "all weights together", "10", () => ScalarVelocity.OfSteps([.. Enumerable.Repeat(1.0, 1000)], 0.9)),
    ];

    private static IEnumerable<WorkedNumber> Adaptive() =>
    [
        .. Path("S2-122", "RMSProp on w², β = 0.999", () => new ScalarRmsProp(0.1, 0.999, 1e-8, EpsilonPlace.InsideRoot),
            "-2.1622737073", "0.7081733605", "-0.1933721846", "0.0521812766", "-0.0140996536"),
        .. Path("S2-122", "RMSProp on w², β = 0.9", () => new ScalarRmsProp(0.1, 0.9, 1e-8, EpsilonPlace.InsideRoot),
            "0.6837722379", "0.4988706118", "0.3691805583", "0.2728248898", "0.1997951584"),
        WorkedNumber.Derived("S2-122", "first step in η, β = 0.999", "31.6", () => -new ScalarRmsProp(1, 0.999, 0, EpsilonPlace.InsideRoot).Step(0, 1)),
        WorkedNumber.Derived("S2-122", "first step in η, β = 0.9", "3.16", () => -new ScalarRmsProp(1, 0.9, 0, EpsilonPlace.InsideRoot).Step(0, 1)),
        WorkedNumber.Derived("S3-061", "first step, Keras's constants, √s + ε", "0.0031622766602",
            () => -new ScalarRmsProp(1e-3, 0.9, 1e-7, EpsilonPlace.BesideRoot).Step(0, 1)),
        WorkedNumber.Derived("S3-061", "first step, Keras's constants, √(s + ε)", "0.0031622760790",
            () => -new ScalarRmsProp(1e-3, 0.9, 1e-7, EpsilonPlace.InsideRoot).Step(0, 1)),
        .. Path("S2-123", "Adam on w²", () => new ScalarAdam(0.1), "0.9000000005", "0.8004122287", "0.7015862729", "0.6039390606", "0.5079636593"),
        WorkedNumber.Derived("S2-123", "Adam on w² after 200 steps", "-7.2e-6", () => OnParabola(new ScalarAdam(0.1), 200)),
        WorkedNumber.Derived("S2-123", "Adam as printed on w², first step from 1", "0.9936754526", () => OnParabola(new ScalarPrintedAdam(0.1), 1)),
        WorkedNumber.Derived("S2-123", "Adam as printed on w², 200 steps from 1", "-27.98", () => OnParabola(new ScalarPrintedAdam(0.1), 200)),
        WorkedNumber.Derived("S2-123", "Adam as printed on w², first step from −1", "-1.0063245474", () => OnParabola(new ScalarPrintedAdam(0.1), 1, -1)),
        WorkedNumber.Derived("S2-123", "Adam as printed on w², 200 steps from −1", "-175.05", () => OnParabola(new ScalarPrintedAdam(0.1), 200, -1)),
        WorkedNumber.Derived("S1-283", "AdamW, first step from 1, g = 0.5, η = 0.001, λ = 0.01", "0.998990", () => new ScalarAdamW(1e-3, 0.01).Step(1, 0.5)),
    ];

    private static IEnumerable<WorkedNumber> Schedules() =>
        new (int T, string Value)[] { (1, "1"), (2, "0.7071"), (4, "0.5"), (9, "0.3333"), (16, "0.25"), (100, "0.1") }
            .Select(s => WorkedNumber.Derived("S1-138", $"η at t = {s.T}, η₀ = 1", s.Value, () => Schedule.InverseSquareRoot(1, s.T)));

    private static IEnumerable<WorkedNumber> Exercise() =>
    [
        WorkedNumber.Derived("S4-080", "w after an epoch of single records", "-1.649847", () => Trained(1, 1)[0]),
        WorkedNumber.Derived("S4-080", "b after an epoch of single records", "6.815104", () => Trained(1, 1)[1]),
        WorkedNumber.Derived("S4-080", "total loss of that epoch", "5271.5594",
            () => Batches.Train(LeastSquaresLine.Exercise, FarStart, 0.1, 1, 1).EpochTotals[0]),
        WorkedNumber.Derived("S4-080", "curvature times η at x = −3: 2 is the edge", "2",
            () => 0.1 * StationaryPoint.Eigenvalues(new LeastSquaresLine([-3], [0]).Hessian)[1]),
        WorkedNumber.Derived("S4-081", "w after an epoch of batches of 5", "0.817695", () => Trained(5, 1)[0]),
        WorkedNumber.Derived("S4-081", "b after an epoch of batches of 5", "-0.760860", () => Trained(5, 1)[1]),
        WorkedNumber.Derived("S4-081", "w after two", "1.001384", () => Trained(5, 2)[0]),
        WorkedNumber.Derived("S4-081", "b after two", "-1.000323", () => Trained(5, 2)[1]),
        WorkedNumber.Derived("S4-081", "w after three", "1.000005", () => Trained(5, 3)[0]),
        WorkedNumber.Derived("S4-081", "b after three", "-1.000011", () => Trained(5, 3)[1]),
    ];

    private static IEnumerable<WorkedNumber> Counts() =>
    [
        new("S3-222", "updates an epoch: 1000 records in batches of 32", "32", () => Batches.UpdatesPerEpoch(1000, 32)),
        WorkedNumber.Derived("S3-222", "records in the last of them", "8", () => Batches.LastBatch(1000, 32)),
        WorkedNumber.Derived("S2-095", "updates an epoch: 60,000 records one by one", "60000", () => Batches.UpdatesPerEpoch(60_000, 1)),
        WorkedNumber.Derived("S2-096", "updates an epoch: 60,000 records in batches of 64", "938", () => Batches.UpdatesPerEpoch(60_000, 64)),
        WorkedNumber.Derived("S2-096", "records in the last of them", "32", () => Batches.LastBatch(60_000, 64)),
        WorkedNumber.Derived("S2-096", "updates an epoch: 60,000 records in batches of 32", "1875", () => Batches.UpdatesPerEpoch(60_000, 32)),
        WorkedNumber.Derived("S2-094", "updates an epoch: all records at once", "1", () => Batches.UpdatesPerEpoch(60_000, 60_000)),
    ];

    /// <summary>(w, b) of the thermometer's untrained model, seed 42 of PyTorch.</summary>
    internal static double[] Untrained => [0.7645385, 0.8300079];

    /// <summary>(w, b) where the exercise of S4 starts.</summary>
    internal static double[] FarStart => [-15, -10];

    private static double[] AdamOnThermometer(int steps) => Descent.Path(LeastSquaresLine.Thermometer, Untrained, p => new Adam(p, 0.1), steps)[^1];

    private static double[] Trained(int batchSize, int epochs) => Batches.Train(LeastSquaresLine.Exercise, FarStart, 0.1, batchSize, epochs).Points[^1];

    private static double OnParabola(IScalarOptimizer rule, int steps, double start = 1) => Descent.Path(rule, w => 2 * w, start, steps)[^1];

    private static IEnumerable<WorkedNumber> Path(string row, string what, Func<IScalarOptimizer> rule, params string[] values) =>
        values.Select((value, i) => WorkedNumber.Derived(row, $"{what}, step {i + 1}", value, () => OnParabola(rule(), i + 1)));
}
