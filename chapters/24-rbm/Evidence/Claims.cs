using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Statements of the notes about restricted Boltzmann machines that a counterexample refutes.</summary>
public static class BoltzmannClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S4-198", "ADVANTAGES of RBM […] RBM are more efficient at dimensionality reduction than PCA.",
            "On curved data only. On a flat nothing linear or not gives samples back better than principal "
                + "components: "
                + "they are the best linear code, and exact where there are as many of them as dimensions.",
            "On a flat of dimension 3 in ten dimensions three components leave an error of 0, three hidden "
                + "probabilities one above 0.05; on switched pixels six components leave more than six hidden units.",
            () => CodeStudy.Components(CodeStudy.Flat, 3) < 1e-20
                && CodeStudy.HiddenUnits(CodeStudy.Flat, 3, binary: false, 100) > 0.05
                && CodeStudy.HiddenUnits(CodeStudy.Switches, 6, binary: true, 600)
                    < CodeStudy.Components(CodeStudy.Switches, 6)),
    ];
}
