using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>The numbers that the notes print on backpropagation, and a few that follow from them.</summary>
public static class BackpropagationNumbers
{
    private static readonly WalkThrough Walk = WalkThrough.OfTheNotes;

    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S1-096", "h = 0.1·0.4 − 0.2·0.3", "-0.02", () => Walk.H),
        new("S1-097", "a = σ(−0.02)", "0.495", () => Walk.A),
        new("S1-098", "ŷ = σ(0.1·0.495)", "0.512", () => Walk.Ŷ),
        WorkedNumber.Derived("S1-098", "ŷ in full", "0.5123724780", () => Walk.Ŷ),
        new("S1-099", "δᵒ = (1 − 0.512)·0.512·(1 − 0.512)", "0.122", () => Walk.OutputError),
        new("S1-100", "δʰ = 0.1·0.122·0.495·(1 − 0.495)", "0.003", () => Walk.HiddenError),
        WorkedNumber.Derived("S1-100", "δʰ in full", "0.0030455013", () => Walk.HiddenError),
        new("S1-101", "ΔW = 0.5·0.122·0.495", "0.0302", () => Walk.OutputStep),
        new("S1-102", "Δw₁ = 0.5·0.003·0.1", "0.00015", () => Walk.InputSteps[0]),
        WorkedNumber.Derived("S1-102", "Δw₂ in full (printed 0.00045, see the README)", "0.0004568252",
            () => Walk.InputSteps[1]),
        WorkedNumber.Derived("S1-103", "E before the step", "0.1188903001", () => Walk.E),
        WorkedNumber.Derived("S1-103", "E after the step", "0.1170785559", () => Walk.After.E),
        new("S1-104", "lost at the output, at least", "75 %", () => 1 - WalkThrough.LargestShares(1).Output),
        new("S1-104", "lost at the hidden layer, at least (for |W| ≤ 1)", "93.75 %",
            () => 1 - WalkThrough.LargestShares(1).Hidden),
        WorkedNumber.Derived("S2-076", "least ŷ of the century network, for h = 0", "0.7685247835",
            () => CenturyNetwork.OfTheNotes.Output(new double[5])),
        WorkedNumber.Derived("S3-199", "∂L/∂w₁ at zero weights", "-0.3125",
            () => ToyTable.Mean(ToyTable.ZeroUnit, SampleLoss.HalfSquared, ToyTable.X).Gradients[0].dW[0, 0]),
        WorkedNumber.Derived("S3-199", "mean ½(y − ŷ)² after one step of η = 1, from 0.125", "0.1918619418",
            () => ToyTable.Descent(ToyTable.X, 1, 1)[1]),
    ];
}
