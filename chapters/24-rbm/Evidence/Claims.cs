using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Statements of the notes about restricted Boltzmann machines that a counterexample refutes.</summary>
public static class BoltzmannClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S4-198", "ADVANTAGES of RBM […] RBM are more efficient at dimensionality reduction than PCA.",
            "On a flat PCA is best: its components are the best linear code, and exact where there are as many of "
                + "them as dimensions. On curved data it depends on the data: hidden units win on some and lose on "
                + "others.",
            "On a flat of dimension 3 in ten dimensions three components leave an error of 0, three hidden "
                + "probabilities one above 0.05. Six components leave less than six hidden units on arcs of a ring "
                + "and on steps, and more on switched pixels.",
            () => CodeStudy.Components(CodeStudy.Flat, 3) < 1e-20
                && CodeStudy.HiddenUnits(CodeStudy.Flat, 3, binary: false, 100) > 0.05
                && Lead(CodeStudy.Arcs) > 0 && Lead(CodeStudy.Steps) > 0 && Lead(CodeStudy.Switches) < 0),
    ];

    // How much more error six hidden units leave than six components.
    private static double Lead(Matrix<double> X) =>
        CodeStudy.HiddenUnits(X, 6, binary: true, 600) - CodeStudy.Components(X, 6);
}
