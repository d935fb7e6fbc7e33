using Reference.Book;

namespace Reference.Perceptrons;

/// <summary>Every number that the notes print on the perceptron, and the values that follow from what they print.</summary>
public static class PerceptronNumbers
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S1-007", "AND learned from zero, α = 1: w₁", "2", () => LearnedAnd().W[0]),
        WorkedNumber.Derived("S1-007", "AND learned: w₂", "1", () => LearnedAnd().W[1]),
        WorkedNumber.Derived("S1-007", "AND learned: b", "-3", () => LearnedAnd().B),
        WorkedNumber.Derived("S1-007", "AND learned: updates", "11", () => LearnedAnd().Updates),
        WorkedNumber.Derived("S1-007", "AND learned: first epoch without a mistake", "6", () => LearnedAnd().MistakesOfEpoch.Count),
        WorkedNumber.Derived("S1-066", "parameters of a unit with three input nodes", "4", () => Feedforward.ParameterCount(3, 1)),
        WorkedNumber.Derived("S1-066", "parameters of a 2-2-1 network", "9", () => Feedforward.ParameterCount(2, 2, 1)),
        WorkedNumber.Derived("S2-025", "most XOR points one unit gets right", "3", () => PerceptronExperiments.BestXorScore()),
        new("S3-022", "bias of AND", "-30", () => LogicGates.And.Bias),
        new("S3-022", "first weight of AND", "20", () => LogicGates.And.Weights[0]),
        new("S3-022", "second weight of AND", "20", () => LogicGates.And.Weights[1]),
        WorkedNumber.Erratum("S3-022", "AND of 0, 0", "1", () => LogicGates.And.Output(0, 0), right: "0", "h(0, 0) = g(−30) ≈ 9.4·10⁻¹⁴."),
        new("S3-022", "AND of 0, 1", "0", () => LogicGates.And.Output(0, 1)),
        new("S3-022", "AND of 1, 0", "0", () => LogicGates.And.Output(1, 0)),
        new("S3-022", "AND of 1, 1", "1", () => LogicGates.And.Output(1, 1)),
        WorkedNumber.Derived("S3-022", "pre-activation of AND at 0, 0", "-30", () => LogicGates.And.PreActivation(0, 0)),
        WorkedNumber.Derived("S3-022", "pre-activation of AND at 0, 1", "-10", () => LogicGates.And.PreActivation(0, 1)),
        WorkedNumber.Derived("S3-022", "pre-activation of AND at 1, 1", "10", () => LogicGates.And.PreActivation(1, 1)),
        WorkedNumber.Derived("S3-022", "h(0, 0) of AND", "9.357622969e-14", () => LogicGates.And.Output(0, 0)),
        WorkedNumber.Derived("S3-022", "h(0, 1) of AND", "4.53978687e-05", () => LogicGates.And.Output(0, 1)),
        WorkedNumber.Derived("S3-022", "h(1, 1) of AND", "0.9999546021", () => LogicGates.And.Output(1, 1)),
        WorkedNumber.Derived("S3-023", "h(0, 0) of OR", "4.53978687e-05", () => LogicGates.Or.Output(0, 0)),
        WorkedNumber.Derived("S3-023", "h(0, 1) of OR", "0.9999546021", () => LogicGates.Or.Output(0, 1)),
        WorkedNumber.Derived("S3-023", "1 − h(1, 1) of OR, as g(−30)", "9.36e-14", () => LogicGate.g(-LogicGates.Or.PreActivation(1, 1))),
        WorkedNumber.Derived("S3-024", "h(0) of NOT", "0.9999546021", () => LogicGates.Not.Output(0)),
        WorkedNumber.Derived("S3-024", "h(1) of NOT", "4.53978687e-05", () => LogicGates.Not.Output(1)),
        WorkedNumber.Derived("S3-025", "h(0, 0) of NOR", "0.9999546021", () => LogicGates.Nor.Output(0, 0)),
        WorkedNumber.Derived("S3-025", "h(1, 0) of NOR", "4.53978687e-05", () => LogicGates.Nor.Output(1, 0)),
        WorkedNumber.Derived("S3-025", "h(1, 1) of NOR", "9.357622969e-14", () => LogicGates.Nor.Output(1, 1)),
        WorkedNumber.Derived("S3-028", "XOR of 0, 0 by two layers", "4.543910488e-05", () => LogicGates.Xor(0, 0)),
        WorkedNumber.Derived("S3-028", "XOR of 0, 1 by two layers", "0.9999545196", () => LogicGates.Xor(0, 1)),
        WorkedNumber.Derived("S3-028", "XOR of 1, 0 by two layers", "0.9999545196", () => LogicGates.Xor(1, 0)),
        WorkedNumber.Derived("S3-028", "XOR of 1, 1 by two layers", "4.543910488e-05", () => LogicGates.Xor(1, 1)),
        WorkedNumber.Derived("S3-028", "XNOR of 0, 0 by two layers", "0.9999545609", () => LogicGates.Xnor(0, 0)),
        WorkedNumber.Derived("S3-028", "XNOR of 0, 1 by two layers", "4.548037851e-05", () => LogicGates.Xnor(0, 1)),
    ];

    private static PerceptronRun LearnedAnd() => ScalarPerceptron.Train(LogicGates.X, [0, 0, 0, 1], α: 1, epochs: 100);
}
