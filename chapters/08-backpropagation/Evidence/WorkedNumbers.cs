using Reference.Activations;
using Reference.Book;
using Reference.Numerics;

namespace Reference.Backpropagation;

/// <summary>Backpropagation by hand: the numbers.</summary>
public static class BackpropagationNumbers
{
    private static readonly WalkThrough Walk = WalkThrough.OfTheNotes;
    private static readonly CenturyOutput Century = CenturyOutput.OfTheNotes;
    private static readonly ChainOfTwo Chain = ChainOfTwo.Example;

    // The walk-through computed onwards from the digits that the notes print.
    private const double RoundedŶ = 0.512, RoundedA = 0.495, RoundedOutputError = 0.122, RoundedHiddenError = 0.003;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S0-006", "parameters of a dense layer from 3 to 4", "16",
            () => ScalarLayer.Draw(new RandomStream(1), Activation.Linear, 1, 0, 3, 4)[0].ParameterCount),
        WorkedNumber.Derived("S1-075", "E of the walk-through before the step", "0.118890", () => Walk.E),
        WorkedNumber.Derived("S1-075", "E after the step with the printed minus", "0.120716", () => Walk.Moved(-1).E),
        WorkedNumber.Derived("S1-075", "E after the step with a plus", "0.117079", () => Walk.Moved(1).E),
        new("S1-095", "x₁", "0.1", () => Walk.X[0]),
        new("S1-095", "x₂", "0.3", () => Walk.X[1]),
        new("S1-095", "w₁", "0.4", () => Walk.w[0]),
        new("S1-095", "w₂", "-0.2", () => Walk.w[1]),
        new("S1-095", "W", "0.1", () => Walk.W),
        new("S1-095", "target y", "1", () => Walk.Y),
        new("S1-095", "learning rate, never named", "0.5", () => Walk.η),
        new("S1-096", "h = 0.1·0.4 − 0.2·0.3", "-0.02", () => Walk.H),
        new("S1-097", "a = σ(−0.02)", "0.495", () => Walk.A),
        WorkedNumber.Derived("S1-097", "a in full", "0.4950001667", () => Walk.A),
        new("S1-098", "ŷ = σ(0.1·0.495)", "0.512", () => Walk.Ŷ),
        WorkedNumber.Derived("S1-098", "ŷ in full", "0.5123724780", () => Walk.Ŷ),
        new("S1-099", "δᵒ = (1 − 0.512)·0.512·(1 − 0.512)", "0.122", () => Walk.OutputError),
        WorkedNumber.Derived("S1-099", "δᵒ in full", "0.1218322354", () => Walk.OutputError),
        WorkedNumber.Derived("S1-099", "δᵒ from ŷ = 0.512", "0.121929728", () => (1 - RoundedŶ) * RoundedŶ * (1 - RoundedŶ)),
        new("S1-100", "δʰ = 0.1·0.122·0.495·(1 − 0.495)", "0.003", () => Walk.HiddenError),
        WorkedNumber.Derived("S1-100", "δʰ in full", "0.0030455013", () => Walk.HiddenError),
        WorkedNumber.Derived("S1-100", "δʰ from the printed factors", "0.0030497", () => Walk.W * RoundedOutputError * RoundedA * (1 - RoundedA)),
        new("S1-101", "ΔW = 0.5·0.122·0.495", "0.0302", () => Walk.OutputStep),
        WorkedNumber.Derived("S1-101", "ΔW in full", "0.0301534884", () => Walk.OutputStep),
        WorkedNumber.Derived("S1-101", "ΔW from the printed factors", "0.030195", () => Walk.η * RoundedOutputError * RoundedA),
        new("S1-102", "Δw₁ = 0.5·0.003·0.1", "0.00015", () => Walk.InputSteps[0]),
        new("S1-102", "Δw₂ of the notes, an erratum: 0.5·0.003·0.3 with δʰ rounded too early", "0.00045",
            () => Walk.η * RoundedHiddenError * Walk.X[1]),
        WorkedNumber.Derived("S1-102", "Δw₁ in full", "0.0001522751", () => Walk.InputSteps[0]),
        WorkedNumber.Derived("S1-102", "Δw₂ in full", "0.0004568252", () => Walk.InputSteps[1]),
        WorkedNumber.Derived("S1-103", "W after the step", "0.1301534884", () => Walk.After.W),
        WorkedNumber.Derived("S1-103", "w₁ after the step", "0.4001522751", () => Walk.After.w[0]),
        WorkedNumber.Derived("S1-103", "w₂ after the step", "-0.1995431748", () => Walk.After.w[1]),
        WorkedNumber.Derived("S1-103", "ŷ after the step", "0.5161021681", () => Walk.After.Ŷ),
        WorkedNumber.Derived("S1-103", "E before", "0.1188903001", () => Walk.E),
        WorkedNumber.Derived("S1-103", "E after", "0.1170785559", () => Walk.After.E),
        WorkedNumber.Derived("S1-103", "∂E/∂w₁", "-0.00030455", () => -Walk.InputSteps[0] / Walk.η),
        WorkedNumber.Derived("S1-103", "∂E/∂w₂", "-0.00091365", () => -Walk.InputSteps[1] / Walk.η),
        WorkedNumber.Derived("S1-103", "∂E/∂W", "-0.06030698", () => -Walk.OutputStep / Walk.η),
        new("S1-104", "largest slope of the sigmoid", "0.25", () => Activation.Sigmoid.Derivative(0)),
        new("S1-104", "lost at the output, at least", "75 %", () => 1 - Activation.Sigmoid.Derivative(0)),
        new("S1-104", "lost at the hidden layer, at least (for |W| ≤ 1)", "93.75 %", () => 1 - Activation.Sigmoid.Derivative(0) * Activation.Sigmoid.Derivative(0)),
        WorkedNumber.Derived("S1-104", "slope at the output of the walk-through", "0.249847", () => Walk.Shares.Output),
        WorkedNumber.Derived("S1-104", "lost at its output", "75.015 %", () => 1 - Walk.Shares.Output),
        WorkedNumber.Derived("S1-104", "share that arrives at its hidden unit", "0.006246", () => Walk.Shares.Hidden),
        WorkedNumber.Derived("S1-104", "lost there", "99.375 %", () => 1 - Walk.Shares.Hidden),
        WorkedNumber.Derived("S1-104", "lost there without the weight 0.1", "93.754 %", () => 1 - Walk.Shares.Hidden / Walk.W),
        WorkedNumber.Derived("S1-104", "the most that ten layers let through", "9.54e-7", () => Math.Pow(Activation.Sigmoid.Derivative(0), 10)),
        new("S2-028", "threshold of O", "0.5", () => InsuranceNetwork.Example.HiddenActivations(new double[4])[0]),
        WorkedNumber.Derived("S2-028", "h₁ of a customer of zeros", "0.5", () => InsuranceNetwork.Example.HiddenActivations(new double[4])[0]),
        WorkedNumber.Derived("S2-028", "h₂ of a customer of zeros", "0.5", () => InsuranceNetwork.Example.HiddenActivations(new double[4])[1]),
        WorkedNumber.Derived("S2-028", "weights", "10", () => InsuranceNetwork.Example.Weights.w.Length + InsuranceNetwork.Example.Weights.W.Length),
        WorkedNumber.Derived("S2-074", "parameters with the four inputs listed", "31",
            () => CenturyNetwork.Draw(new RandomStream(1)).Sum(layer => layer.ParameterCount)),
        WorkedNumber.Derived("S2-074", "parameters with the fifth input of the formula", "36",
            () => ScalarLayer.Draw(new RandomStream(1), Activation.Sigmoid, 1, 0, 5, 5, 1).Sum(layer => layer.ParameterCount)),
        new("S2-075", "weight of hand-eye coordination", "0.7", () => CenturyNetwork.RunningWeights[0]),
        new("S2-075", "weight of diet", "2.1", () => CenturyNetwork.RunningWeights[1]),
        new("S2-075", "weight of fitness", "2.7", () => CenturyNetwork.RunningWeights[2]),
        WorkedNumber.Derived("S2-075", "z of Running for 1, 1, 1", "5.5", () => CenturyNetwork.RunningWeights.Sum()),
        WorkedNumber.Derived("S2-075", "Running for 1, 1, 1", "0.9959298623", () => CenturyNetwork.Running(1, 1, 1)),
        new("S2-076", "weight of Running", "1.1", () => Century.W[0]),
        new("S2-076", "weight of Timing", "3", () => Century.W[1]),
        new("S2-076", "weight of Technique", "4", () => Century.W[2]),
        new("S2-076", "weight of Muscle power", "2.7", () => Century.W[3]),
        new("S2-076", "weight of Luck", "0.1", () => Century.W[4]),
        new("S2-076", "bias", "1.2", () => Century.B),
        WorkedNumber.Derived("S2-076", "sum of the weights", "10.9", () => Century.W.Sum()),
        WorkedNumber.Derived("S2-076", "z with every h = 0", "1.2", () => Century.PreActivation(All5(0))),
        WorkedNumber.Derived("S2-076", "y with every h = 0, its lower bound", "0.7685247835", () => Century.Output(All5(0))),
        WorkedNumber.Derived("S2-076", "z with every h = ½", "6.65", () => Century.PreActivation(All5(0.5))),
        WorkedNumber.Derived("S2-076", "y with every h = ½", "0.9987076502", () => Century.Output(All5(0.5))),
        WorkedNumber.Derived("S2-076", "z with every h = 1", "12.1", () => Century.PreActivation(All5(1))),
        WorkedNumber.Derived("S2-076", "y with every h = 1, its upper bound", "0.9999944405", () => Century.Output(All5(1))),
        WorkedNumber.Derived("S2-191", "the most of a gradient after 5 sigmoids", "0.0009765625", () => Math.Pow(Activation.Sigmoid.Derivative(0), 5)),
        WorkedNumber.Derived("S2-191", "after 10", "9.5367e-7", () => Math.Pow(Activation.Sigmoid.Derivative(0), 10)),
        WorkedNumber.Derived("S2-191", "after 20", "9.0949e-13", () => Math.Pow(Activation.Sigmoid.Derivative(0), 20)),
        .. TableNumbers.All,
        WorkedNumber.NotRepeatable("S4-033", "z₁₁, the only number that is left", "0.51", "Its inputs and weights are lost."),
        WorkedNumber.Derived("S4-033", "a₁₁ = σ(0.51)", "0.624806", () => Activation.Sigmoid.Value(0.51)),
        WorkedNumber.Derived("S4-033", "z₁ of the example chain", "0.415", () => Chain.Z1),
        WorkedNumber.Derived("S4-033", "a₁", "0.602286", () => Chain.A1),
        WorkedNumber.Derived("S4-033", "z₂", "0.921029", () => Chain.Z2),
        WorkedNumber.Derived("S4-033", "a₂", "0.715252", () => Chain.A2),
        WorkedNumber.Derived("S4-033", "E", "0.108230", () => Chain.E),
        WorkedNumber.Derived("S4-033", "∂E/∂w₂", "0.0570704", () => Chain.dW2),
        WorkedNumber.Derived("S4-033", "∂E/∂b₂", "0.0947563", () => Chain.dB2),
        WorkedNumber.Derived("S4-033", "∂E/∂w₁", "0.00102140", () => Chain.dW1),
        WorkedNumber.Derived("S4-033", "∂E/∂b₁", "0.0102140", () => Chain.dB1),
        WorkedNumber.Derived("S4-033", "w₂ after a step of η = 0.4", "0.427172", () => Chain.After(0.4).W2),
        WorkedNumber.Derived("S4-033", "b₂ after it", "0.612097", () => Chain.After(0.4).B2),
        WorkedNumber.Derived("S4-033", "w₁ after it", "0.149591", () => Chain.After(0.4).W1),
        WorkedNumber.Derived("S4-033", "b₁ after it", "0.395914", () => Chain.After(0.4).B1),
    ];

    private static double[] All5(double h) => [h, h, h, h, h];
}
