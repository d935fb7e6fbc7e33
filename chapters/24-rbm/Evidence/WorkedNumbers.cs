using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>A machine of three visible and two hidden units by hand: the notes print no number.</summary>
public static class BoltzmannNumbers
{
    /// <summary>The machine: unit 1 likes the first two pixels, unit 2 the last one.</summary>
    public static RbmWeights Small
        { get; } = new(new double[,] { { 2, 2, -1 }, { -1, 0, 3 } }, [0, -1, 0.5], [-2, -1]);

    private static readonly double[] s_v = [1, 1, 0];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S4-195", "E of v = (1, 1, 0) with h = (1, 0)", "-1",
            () => ScalarRbm.Energy(Small, s_v, [1, 0])),
        WorkedNumber.Derived("S4-195", "ln Z, over its 32 states", "3.8413", () => ScalarRbm.LogPartition(Small)),
        WorkedNumber.Derived("S4-195", "p(h₁ = 1 | v) = σ(2)", "0.8808", () => ScalarRbm.HiddenMeans(Small, s_v)[0]),
        WorkedNumber.Derived("S4-195", "p(v₃ = 1 | h = (0, 1)) = σ(3.5)", "0.9707",
            () => ScalarRbm.VisibleMeans(Small, [0, 1])[2]),
        WorkedNumber.Derived("S4-195", "F of v", "-1.2539", () => ScalarRbm.FreeEnergy(Small, s_v)),
        WorkedNumber.Derived("S4-195", "p(v) = e^(−F)/Z", "0.0752",
            () => Math.Exp(-ScalarRbm.FreeEnergy(Small, s_v) - ScalarRbm.LogPartition(Small))),
    ];
}
