using Reference.Book;
using Reference.LongShortTermMemory;
using Reference.Networks;
using Reference.RecurrentNetworks;

namespace Reference.GatedRecurrentUnits;

/// <summary>Traces of a unit in both conventions, and counts; the notes print none of them.</summary>
public static class GruNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        Trace("S2-212", "h₁ of one unit, all weights ½, no bias, x = 1, as the notes have it", "0.2876491366",
            () => Half(GruForm.Notes, 1)),
        Trace("S2-212", "h₂", "0.4484902446", () => Half(GruForm.Notes, 2)),
        Trace("S2-212", "h₃", "0.5319273708", () => Half(GruForm.Notes, 3)),
        Trace("S2-212", "h₁ as PyTorch has it", "0.1744680206", () => Half(GruForm.PyTorch, 1)),
        Trace("S2-212", "h₂", "0.2925764558", () => Half(GruForm.PyTorch, 2)),
        Trace("S2-212", "h₃", "0.3756496992", () => Half(GruForm.PyTorch, 3)),
        Trace("S2-213", "parameters for 3 inputs and 4 units, without bias, as the notes print the equations", "84",
            () => ScalarGru.ParameterCount(3, 4, biases: 0)),
        Trace("S2-213", "with bias", "96", () => ScalarGru.ParameterCount(3, 4)),
        Trace("S2-213", "with PyTorch's two biases", "108",
            () => Summary.Of(new Gru(3, 4, new Sequences(1), Initializers.Zero)).Total),
        Trace("S2-213", "the ratio to an LSTM", "0.75",
            () => (double)ScalarGru.ParameterCount(3, 4) / ScalarLstm.ParameterCount(3, 4)),
        Trace("S3-169", "parameters of GRU(32) on 32 inputs", "6240", () => ScalarGru.ParameterCount(32, 32)),
        Trace("S3-169", "with two biases, Keras's reset_after", "6336",
            () => Summary.Of(new Gru(32, 32, new Sequences(1), Initializers.Zero)).Total),
    ];

    private static WorkedNumber Trace(string row, string what, string value, Func<double> computed) =>
        WorkedNumber.Derived(row, what, value, computed);

    private static double Half(GruForm form, int t)
    {
        Gate gate = new(new[,] { { 0.5, 0.5 } }, [0]);
        return ScalarGru.Forward(new(gate, gate, gate, [0]), [[1], [1], [1]], [0], form)[t - 1].h[0];
    }
}
