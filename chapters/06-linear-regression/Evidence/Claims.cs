using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Losses;
using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Statements of the notes on lines and their training that a counterexample refutes.</summary>
public static class LinearRegressionClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-070",
            "If we increase the learning rate it will decrease much more, but if we increase the learning rate we "
                + "must increase the number of repetitions avoiding instability.",
            "The smaller rate needs more epochs, and more epochs make no rate stable.",
            "After the same 3000 epochs η = 0.01 has a loss of 4.28, η = 0.1 one of 0.4438; the least is 0.44377.",
            () => ThermometerRun.TextsRate.Loss[^1] > 4
                && ThermometerRun.Notes.Loss[^1] - LineFit.Of(Thermometer.X, Thermometer.Y).Floor < 3e-5),
        new("S2-093",
            "predicted_bonus = w1 * performance + w2 * years_of_experience + w3 *, its rest on the next line, and a "
                + "print after the loop's if.",
            "One expression in parentheses, and the print inside the if: a line that ends in * is a syntax error, "
                + "and an if needs a statement.",
            "Mended, the loop prints 50 losses, and the last is within 1 % of the least, which the normal equations "
                + "give.",
            MendedLoopIsNearLeast, ErratumKind.Listing),
        new("S3-197",
            "(y − b)·x⁻¹ = w, with x the input vector (x il vettore di input).",
            "A vector has no inverse: many weights give one sample its target, and the pseudo-inverse (y − "
                + "b)xᵀ/(xᵀx) is the shortest of them.",
            "With x = (1, 2) and y − b = 5 both (1, 2) and (5, 0) fit; the first is the pseudo-inverse's.",
            () => PseudoInverse.Weights(5, 0, [1, 2]) is [1, 2]
                && ScalarLinear.Predict([5, 0], 0, [1, 2]) == 5
                && ScalarLinear.Predict([1, 2], 0, [1, 2]) == 5),
        new("S4-090",
            "ŷ₁ = b₀₁ + w₁₁x₁ + w₁₂x₂ + w₁₃x₃ + w₁₄x₄ in one line, and a matrix of 3 rows in the next.",
            "One count for both: W has as many columns (in the notes' layout rows) as x has features.",
            "A matrix for three features rejects a sample of four.",
            () => Claim.Refuses(() => LinearEquations.Predict(
                Matrix<double>.Build.Dense(2, 3), Matrices.Column(0, 0), Matrices.Column(1, 2, 3, 4)))),
    ];

    private static bool MendedLoopIsNearLeast()
    {
        var exercise = new BonusExercise();
        IReadOnlyList<double> losses =
            exercise.TrainByHand(BonusExercise.Start(0), BonusExercise.LearningRate, BonusExercise.Epochs);
        (Matrix<double> W, Matrix<double> b) = NormalEquations.Solve(exercise.X, exercise.Y);
        double least = RegressionEquations.MeanSquaredError(LinearEquations.Predict(W, b, exercise.X), exercise.Y);
        return losses.Where((_, epoch) => (epoch + 1) % 100 == 0).Count() == 50
            && losses[^1] >= least && losses[^1] < 1.01 * least;
    }
}
