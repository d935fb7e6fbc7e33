using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;

namespace Reference.Losses;

/// <summary>What the notes state about losses and a counterexample refutes.</summary>
public static class LossClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S1-012", "Log-loss is always positive.", "It is never negative, and 0 for a perfect prediction, as the same list says two lines below.",
            "p = (1, 0) for y = (1, 0) costs exactly 0.",
            () => ScalarBinaryCrossEntropy.Mean([1, 0], [1, 0]) == 0),
        new("S1-037", "Cross-entropy is always positive, and zero only when the prediction equals reality.",
            "It is never negative. It is zero only for hard labels met exactly; for soft labels the least value is the entropy H(p) > 0.",
            "Predicting the soft label (½, ½) perfectly costs ln 2 = 0.693; predicting (1, 0) perfectly costs 0.",
            () => Information.CrossEntropy([1, 0], [1, 0]) == 0 && Math.Abs(Information.CrossEntropy([0.5, 0.5], [0.5, 0.5]) - Math.Log(2)) < 1e-15),
        new("S1-041", "Multi-class cross-entropy handles class imbalance naturally.",
            "Every sample counts the same, so the majority decides; class weights, (3.35), restore the balance.",
            "On 950 samples of one class and 50 of the other, overlapping, the best unweighted model finds less than a third of the rare class, "
                + "the best weighted one more than two thirds.",
            () => Imbalance.Measure(1).UnweightedRecall < 1.0 / 3 && Imbalance.Measure(1).WeightedRecall > 2.0 / 3),
        new("S1-079", "The square ensures that the error is always positive.", "It ensures that the error is never negative; a perfect prediction has error 0.",
            "½ Σ (y − ŷ)² = 0 for ŷ = y.",
            () => ScalarSquaredError.HalfSum(new double[,] { { 1, -2 } }, new double[,] { { 1, -2 } }) == 0),
        new("S2-110", "Squared error will not work for classification.",
            "It is not convex in the weights and may have several minima, but descent on it can work.",
            "Steps of length 5 along the gradient, 200 of them, bring the squared error of σ(wx + b) on four separable points below 10⁻², "
                + "with every point right. Three other points show two minima.",
            () => SquaredErrorCanWork() && TwoMinima.Of(w => TwoMinima.Cost.Squared(w)).Count == 2
                && TwoMinima.Of(w => TwoMinima.Cost.CrossEntropy(w)).Count == 1),
        new("S2-114", "Binary cross-entropy with a sigmoid has a convex cost surface.",
            "Convex in the logit, hence in the weights of a single logistic unit; not in the weights of a network with a hidden layer.",
            "σ(w₂ w₁) with label 1 costs 1.2·10⁻⁴ at (3, 3) and at (−3, −3), but ln 2 halfway between, at (0, 0).",
            () => TwoLayers(0, 0) > (TwoLayers(3, 3) + TwoLayers(-3, -3)) / 2 && TwoLayers(3, 3) < 1.3e-4),
        new("S2-116", "H(p, q) = −(y log p + (1 − y) log(1 − p)), with p the actual labels of the line above.",
            "H(p, q) = −(p log q + (1 − p) log(1 − q)): in the printed line p has become the prediction.",
            "With p = (1, 0) true and q = (0.8, 0.2) predicted, the printed line read with y = p gives H(p) = 0; the cross-entropy is −ln 0.8 = 0.223.",
            () => ScalarBinaryCrossEntropy.OfSample(1, 1) == 0 && Math.Abs(Information.CrossEntropy([1, 0], [0.8, 0.2]) - SelfInformation.Of(0.8)) < 1e-15),
        new("S3-227", "The columns of the tables of probabilities are example 1, 2, 3.",
            "The rows are the examples, and the columns are the classes: only rows sum to 1.",
            "Read by columns, the two classifiers have accuracies 1 and ⅔ instead of 0.66 for both.",
            () => Classifiers.Accuracy(Classifiers.First.Transpose(), Classifiers.Labels) == 1
                && (Classifiers.First.RowSums() - 1).AbsoluteMaximum() > 0.1 && (Classifiers.First.ColumnSums() - 1).AbsoluteMaximum() < 1e-15),
        new("S3-228", "Cross-entropy measures the distance between two distributions.",
            "It is no distance: it is not symmetric, and H(p, p) = H(p) is not 0. H(p, q) − H(p) = KL(p‖q) is 0 for q = p, but not symmetric either.",
            "p = (0.9, 0.1) and q = (0.5, 0.5): H(p, q) = 0.693, H(q, p) = 1.204, H(p, p) = 0.325.",
            () => Math.Abs(Information.CrossEntropy([0.9, 0.1], [0.5, 0.5]) - 0.693) < 5e-4
                && Math.Abs(Information.CrossEntropy([0.5, 0.5], [0.9, 0.1]) - 1.204) < 5e-4
                && Math.Abs(Information.Entropy([0.9, 0.1]) - 0.325) < 5e-4),
        new("S4-103", "Under the heading cross-entropy: ℓ = (1/N) Σ (y − σ(x + b))², and with the sigmoid there is no horizontal problem.",
            "That is squared error, with the weight w missing; through a sigmoid it is flat too where the unit is sure. Cross-entropy is not.",
            "At w = −100 on six points of both labels the squared error's gradient is below 10⁻²⁰, the cross-entropy's above ½.",
            () => FlatRegion.Cost.SquaredGradient(FlatRegion.Far).L2Norm() < 1e-20 && FlatRegion.Cost.CrossEntropyGradient(FlatRegion.Far).L2Norm() > 0.5),
    ];

    private static double TwoLayers(double w1, double w2) => ScalarActivations.Softplus(-w2 * w1);

    private static bool SquaredErrorCanWork()
    {
        var cost = new LogisticCost(LogisticCost.WithBias([-2, -1, 1, 2]), Vector<double>.Build.Dense([0, 0, 1, 1]));
        Vector<double> θ = Vector<double>.Build.Dense(2);
        for (int k = 0; k < 200; k++)
        {
            θ -= 5 * cost.SquaredGradient(θ);
        }

        return cost.Squared(θ) < 1e-2 && cost.Thresholded(θ) == 0;
    }
}
