using MathNet.Numerics.LinearAlgebra;
using Reference.Book;

namespace Reference.Perceptrons;

/// <summary>Statements of the notes on perceptrons that a counterexample refutes.</summary>
public static class PerceptronClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-010",
            "The final solution shows the optimal decision boundary (solid line), while the dotted lines show the "
                + "algorithm's "
            + "learning progression.",
            "It shows a separating line; nothing makes it the one with the widest margin.",
            "On AND the rule stops at 2x₁ + x₂ = 3, which touches the point (1, 1): margin 0. The line x₁ + x₂ = 1.5 "
                + "has margin 0.354.",
            () => PerceptronTraining.Train(LogicGates.X, LogicGates.AndLabels, α: 1,
                epochs: 100) is { Converged: true } run
                && Margin(run.W, run.B) == 0 && Margin([1, 1], -1.5) > 0.35),
        new("S1-069", "ŷ = W^(2) ∘ W^(1)(x), where ∘ is the sigmoid function", "ŷ = σ(W⁽²⁾ σ(W⁽¹⁾x))",
            "The outer σ is lost. Without it the unit of AND returns its score 10 at (1, 1), no probability.",
            () => LogicGates.And.PreActivation(1, 1) == 10 && LogicGates.And.Output(1, 1) < 1, ErratumKind.OurText),
        new("S3-028",
            "Aggiungere un layer significa aggiungere un neurone successivamente ad un altro. (Adding a layer means "
                + "adding one neuron "
            + "after another.)",
            "A layer is a set of units side by side, and XOR needs two of them, as in the figure below the sentence.",
            "A unit after a single unit has one input, 0 or 1. After each of the 14 tables that one unit "
                + "computes, no unit gives XOR.",
            () => SingleUnitTables() is { Length: 14 } tables && !tables.Any(UnitBehindMakesXor)),
    ];

    private static double Margin(double[] w, double b) => PerceptronEquations
        .SignedDistances(Vector<double>.Build.Dense(w), b, Matrix<double>.Build.DenseOfArray(LogicGates.X))
            .AbsoluteMinimum();

    private static int[][] SingleUnitTables() =>
        [.. LogicGates.Tables.Where(table =>
            PerceptronTraining.Train(LogicGates.X, table, α: 1, epochs: 100).Converged)];

    // A unit of one binary input is constant, copies or inverts: this grid holds all four.
    private static bool UnitBehindMakesXor(int[] table) =>
        (from v in new double[] { -2, -1, 0, 1, 2 } from c in new[] { -1.5, -0.5, 0.5, 1.5 } select (v, c))
        .Any(unit => table.Select(h => ScalarPerceptron.Predict([unit.v], unit.c, [h]))
            .SequenceEqual(LogicGates.XorLabels));
}
