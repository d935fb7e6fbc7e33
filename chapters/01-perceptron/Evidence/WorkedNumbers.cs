using Reference.Book;

namespace Reference.Perceptrons;

/// <summary>The numbers that the notes print on the perceptron, and a few that follow from them.</summary>
public static class PerceptronNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S1-007", "updates until AND is learned from zero, α = 1", "11", () =>
            LearnedAnd().Updates),
        WorkedNumber.Derived("S2-025", "most XOR points that one unit gets right", "3", () =>
            PerceptronExperiments.BestXorScore()),
        WorkedNumber.Erratum(
            "S3-022", "h(0, 0) of AND", "1", () => LogicGates.And.Output(0, 0), right: "0",
                "h(0, 0) = g(−30) ≈ 9.4·10⁻¹⁴."),
        new("S3-022", "h(0, 1) of AND", "0", () => LogicGates.And.Output(0, 1)),
        new("S3-022", "h(1, 0) of AND", "0", () => LogicGates.And.Output(1, 0)),
        new("S3-022", "h(1, 1) of AND", "1", () => LogicGates.And.Output(1, 1)),
        WorkedNumber.Derived("S3-028", "XOR of 0, 1 by two layers", "0.9999545196", () => LogicGates.Xor(0, 1)),
    ];

    private static PerceptronRun LearnedAnd() =>
        PerceptronTraining.Train(LogicGates.X, LogicGates.AndLabels, α: 1, epochs: 100);
}
