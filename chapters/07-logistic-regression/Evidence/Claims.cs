using Reference.Activations;
using Reference.Book;
using Reference.Datasets;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>What the notes state about logistic regression and a counterexample refutes.</summary>
public static class LogisticRegressionClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-042", "The sigmoid maps to the range [0, 1].", "To the open interval (0, 1): it is never certain.",
            "What is missing to 1 is σ(−z), which is still 9.9·10⁻³⁰⁵ at z = 700, and every log-odds is finite. Rounded to a double it reads 1 from z = 37 on.",
            () => ScalarActivations.Sigmoid(-700) is > 9.8e-305 and < 1e-304 && ScalarActivations.Sigmoid(37) == 1),
        new("S1-047", "Logistic regression is less prone to overfitting.",
            "Only where the classes overlap. Where a line separates them the weights grow without end, "
            + "and with them the certainty; a price on long weights stops it.",
            "On 60 separable points ‖w‖ is 7.6 after 100 steps, 15.0 after 1000 and 25.0 after 10,000; with λ = 0.01 it stays at 4.3.",
            () => GrowthOf(0) is var free && GrowthOf(0.01) is var priced
                && free.Zip([7.6, 15, 25], (a, b) => Math.Abs(a - b) < 0.05).All(same => same)
                && Math.Abs(priced[^1] - 4.3) < 0.05 && Math.Abs(priced[^1] - priced[^2]) < 1e-6),
        new("S1-054", "E = −(1/m) Σ (yᵢ ln ŷᵢ + (1 − yᵢ) ln(1 − ŷᵢ)) with ŷᵢ = Wx⁽ⁱ⁾ + b.",
            "ŷᵢ = σ(Wx⁽ⁱ⁾ + b): without the sigmoid it is a score, and a score below 0 has no logarithm.",
            "With w = (0.2, −0.5) and b = 0.1 the point (−1.5, 0.7) has the score −0.55, which the error refuses; the sigmoid makes it the probability 0.366.",
            () => ScalarPerceptron.Score([0.2, -0.5], 0.1, [-1.5, 0.7]) is var z && Math.Abs(z + 0.55) < 1e-12
                && Claim.Refuses(() => ScalarLogisticRegression.PointError(z, 1))
                && ScalarLogisticRegression.Predict([0.2, -0.5], 0.1, [-1.5, 0.7]) is var ŷ && Math.Abs(ŷ - 0.366) < 5e-4
                && double.IsFinite(ScalarLogisticRegression.PointError(ŷ, 1))),
        new("S1-061", "For i = 1 … n: update wᵢ and update b.", "Update every wᵢ, then b once.",
            "Printed inside the loop over the weights, the bias of a point of three features moves three times as far as along the gradient.",
            () => PrintedBias([0.2, -0.5, 0.3], 0.1, [1.5, -0.7, 0.4], 1, 0.5) is var printed
                && ScalarLogisticTraining.Update(new([0.2, -0.5, 0.3], 0.1), [1.5, -0.7, 0.4], 1, 0.5) is var right
                && Math.Abs(printed - 0.1 - 3 * (right.B - 0.1)) < 1e-12 && right.B > 0.1),
        new("S4-109", "yhat = z.max(1) is the class of x = torch.tensor([1.0, 2.0]).",
            "A batch of one, torch.tensor([[1.0, 2.0]]), and z.max(1)[1] or z.argmax(1): "
            + "max gives the largest score first and its place second. A single tensor has no dimension 1.",
            "The largest score is 0.8864, which is no class; it stands in place 1.",
            () => SeededSoftmax.Scores.Column(1) is var z && Math.Abs(z.Maximum() - 0.8864) < 5e-5 && z.MaximumIndex() == 1),
    ];

    /// <summary>‖w‖ after 100, 1000 and 10,000 steps of batch descent with α = 2 on separable points.</summary>
    internal static double[] GrowthOf(double λ)
    {
        GrowingWeights run = GrowingWeights.Measure(λ, 10_000);
        return [run.Lengths[100], run.Lengths[1000], run.Lengths[10_000]];
    }

    // The bias after the loop as it is printed, where every weight's turn moves it once more.
    private static double PrintedBias(double[] w, double b, double[] x, int y, double α)
    {
        double ŷ = ScalarActivations.Sigmoid(ScalarPerceptron.Score(w, b, x));
        for (int i = 0; i < w.Length; i++)
        {
            b -= α * (ŷ - y);
        }

        return b;
    }
}
