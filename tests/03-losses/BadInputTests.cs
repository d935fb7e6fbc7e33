using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Losses.Tests;

public class BadInputTests
{
    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static Matrix<double> M(int rows, int columns, double value = 0.5) => Matrix<double>.Build.Dense(rows, columns, value);

    // S3-038: labels are 0 or 1 for cross-entropy, −1 or 1 for the hinge.
    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(2)]
    public void Labels_outside_their_set_are_named(double label)
    {
        foreach (Action action in new Action[]
        {
            () => ScalarBinaryCrossEntropy.Mean([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.Gradient([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.Clamped([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.OfLogits([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.GradientOfLogits([0.5, 0.5], [1, label]),
            () => BinaryEquations.CrossEntropy(V(0.5, 0.5), V(1, label)),
            () => BinaryEquations.CrossEntropyOfLogits(V(0.5, 0.5), V(1, label)),
            () => BinaryEquations.CrossEntropyOfLogitsGradient(V(0.5, 0.5), V(1, label)),
            () => _ = new LogisticCost(M(1, 2), V(1, label)),
        })
        {
            Refuses(action, "y", "labels 0 or 1", $"element 1 is {label}");
        }

        Refuses(() => SigmoidCost.Squared(0, label), "0 or 1", $"{label}");
    }

    [Fact]
    public void The_hinge_wants_signs()
    {
        Refuses(() => ScalarHinge.Mean([1, 1], [1, 0]), "labels -1 or 1", "element 1 is 0");
        Refuses(() => ScalarHinge.Gradient([1, 1], [1, 0]), "labels -1 or 1", "element 1 is 0");
        Refuses(() => BinaryEquations.Hinge(V(1, 1), V(1, 0)), "labels -1 or 1", "element 1 is 0");
        Refuses(() => BinaryEquations.HingeGradient(V(1, 1), V(1, 0)), "labels -1 or 1", "element 1 is 0");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Probabilities_outside_the_unit_interval_are_named(double p)
    {
        Refuses(() => SelfInformation.Of(p), "p", "[0, 1]", $"{p}");
        Refuses(() => Likelihood.Of([0.5, p]), "p", "[0, 1]", "element 1", $"{p}");
        Refuses(() => Likelihood.LogOf([p]), "[0, 1]");
        Refuses(() => ScalarBinaryCrossEntropy.Mean([p], [1]), "p", "element 0", $"{p}");
        Refuses(() => ScalarBinaryCrossEntropy.Gradient([p], [1]), "p", "element 0", $"{p}");
        Refuses(() => BinaryEquations.CrossEntropy(V(p), V(1)), "p", "element 0", $"{p}");
        Refuses(() => BernoulliCoin.Likelihood(p, [1]), "θ", "[0, 1]", $"{p}");
        Refuses(() => Information.CrossEntropy([p, 1], [0.5, 0.5]), "p", "element 0", $"{p}");
        Refuses(() => Information.CrossEntropy([0.5, 0.5], [0.5, p]), "q", "element 1", $"{p}");
        Refuses(() => Classifiers.Recall(V(p), V(1), 1), "p", "element 0", $"{p}");
    }

    // S1-041: predictions and targets must be normalised.
    [Fact]
    public void Distributions_that_do_not_sum_to_one_are_named()
    {
        Refuses(() => Information.CrossEntropy([0.5, 0.4], [0.5, 0.5]), "p", "sum to 1", "0.9");
        Refuses(() => Information.CrossEntropyGradient([0.5, 0.5], [0.5, 0.6]), "q", "sum to 1", "1.1");
        Refuses(() => Information.Divergence([0.5, 0.5], [0.5, 0.6]), "q", "sum to 1", "1.1");
        Refuses(() => CategoricalEquations.CrossEntropy(M(2, 3), M(2, 3, 0.25)), "column 0 of Y", "sum to 1", "0.5");
        Refuses(() => CategoricalEquations.CrossEntropyGradient(M(3, 2), M(3, 2)), "column 0 of P", "sum to 1", "1.5");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogits(M(3, 2), M(3, 2)), "column 0 of Y", "1.5");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogitsGradient(M(3, 2), M(3, 2)), "column 0 of Y", "1.5");
        Refuses(() => ScalarCrossEntropy.Mean(new double[,] { { 0.5 }, { 0.6 } }, new double[,] { { 1 }, { 0 } }), "column 0 of P", "1.1");
        Refuses(() => ScalarCrossEntropy.Gradient(new double[,] { { 0.5 }, { 0.5 } }, new double[,] { { 1 }, { 1 } }), "column 0 of Y", "2");
        Refuses(() => ScalarCrossEntropy.OfLogits(new double[,] { { 0.5 }, { 0.5 } }, new double[,] { { 1 }, { 1 } }), "column 0 of Y", "2");
        Refuses(() => ScalarCrossEntropy.GradientOfLogits(new double[,] { { 0.5 }, { 0.5 } }, new double[,] { { 1 }, { 1 } }), "column 0 of Y", "2");
    }

    [Fact]
    public void Shapes_that_differ_are_named()
    {
        Refuses(() => ScalarSquaredError.Sum([1, 2], [1]), "ŷ", "y", "2", "1");
        Refuses(() => ScalarAbsoluteError.Mean([1, 2], [1]), "same length", "2", "1");
        Refuses(() => ScalarBinaryCrossEntropy.Mean([0.5], [1, 0]), "same length", "1", "2");
        Refuses(() => ScalarSquaredError.HalfSum(new double[2, 3], new double[2, 4]), "columns", "3", "4");
        Refuses(() => ScalarSquaredError.HalfSum(new double[1, 3], new double[2, 3]), "rows", "1", "2");
        Refuses(() => RegressionEquations.MeanSquaredError(M(2, 3), M(3, 2)), "Y", "[2 × 3]", "[3 × 2]");
        Refuses(() => CategoricalEquations.CrossEntropy(M(2, 3), M(2, 2)), "Y", "[2 × 3]", "[2 × 2]");
        Refuses(() => ScalarCrossEntropy.Mean(new double[2, 3], new double[2, 2]), "Y", "[2 × 3]", "[2 × 2]");
        Refuses(() => Information.CrossEntropy([1], [0.5, 0.5]), "same length", "1", "2");
        Refuses(() => CategoricalEquations.NegativeLogLikelihood(M(2, 3), [0, 1]), "columns of logP", "3", "2");
        Refuses(() => _ = new LogisticCost(M(2, 3), V(0, 1)), "columns of X", "3", "2");
        Refuses(() => FlatRegion.Cost.CrossEntropy(V(1, 2, 3)), "rows of X", "2", "3");
        Refuses(() => LearningProblem.MeanLoss((_, _) => 0, x => x, [[1]], []), "same length", "1", "0");
        Refuses(() => new LineCost([1, 2], [1]).Value(0, 0), "same length", "2", "1");
    }

    [Fact]
    public void Nothing_to_measure_is_refused()
    {
        Refuses(() => ScalarSquaredError.Mean([], []), "at least one");
        Refuses(() => ScalarBinaryCrossEntropy.Mean([], []), "at least one");
        Refuses(() => ScalarHinge.Mean([], []), "at least one");
        Refuses(() => Likelihood.CrossEntropy([]), "p", "at least one");
        Refuses(() => BernoulliCoin.MostLikely([]), "y", "at least one");
        Refuses(() => GaussianMean.Derivative(0, 1, []), "x", "at least one");
        Refuses(() => Centre.OfAbsolute([]), "y", "at least one");
        Refuses(() => ScalarCrossEntropy.Mean(new double[2, 0], new double[2, 0]), "P", "at least one");
        Refuses(() => ScalarSquaredError.HalfSum(new double[0, 0], new double[0, 0]), "at least one");
        Refuses(() => OneHot.Encode(Array.Empty<int>(), 3), "labels", "at least one");
        Refuses(() => LearningProblem.MeanLoss((_, _) => 0, x => x, [], []), "x", "at least one");
        Refuses(() => Classifiers.Recall(V(0.5), V(1), 0), "label 0", "at least one");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_are_not_finite_are_named(double bad)
    {
        Refuses(() => ScalarSquaredError.Mean([bad], [1]), "ŷ", "element 0");
        Refuses(() => ScalarSquaredError.SumGradient([1], [bad]), "y", "element 0");
        Refuses(() => ScalarSquaredError.HalfSum(new[,] { { 1, bad } }, new double[1, 2]), "Ŷ", "[0, 1]");
        Refuses(() => ScalarAbsoluteError.Huber([1], [bad], 1), "y", "element 0");
        Refuses(() => RegressionEquations.MeanAbsoluteError(M(1, 1, bad), M(1, 1)), "Ŷ", "finite");
        Refuses(() => ScalarBinaryCrossEntropy.OfLogits([bad], [1]), "z", "element 0");
        Refuses(() => BinaryEquations.CrossEntropyOfLogits(V(1, bad), V(1, 0)), "Expected z", "element 1");
        Refuses(() => BinaryEquations.Hinge(V(1, 1), V(1, bad)), "Expected y", "element 1");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogits(M(2, 1, bad), M(2, 1)), "Z", "finite");
        Refuses(() => ScalarCrossEntropy.OfLogits(new[,] { { bad }, { 0 } }, new double[,] { { 1 }, { 0 } }), "Z", "[0, 0]");
        Refuses(() => CategoricalEquations.NegativeLogLikelihood(M(2, 1, bad), [0]), "logP", "finite");
        Refuses(() => ScalarHinge.Mean([bad], [1]), "s", "element 0");
        Refuses(() => SigmoidCost.SquaredSlope(bad, 1), "z", "finite");
        Refuses(() => FlatRegion.Cost.Squared(V(bad, 0)), "θ", "finite");
        Refuses(() => GaussianMean.LogLikelihood(bad, 1, [0]), "μ", "finite");
        Refuses(() => new LineCost([0], [1]).Gradient(bad, 0), "w", "finite");
        Refuses(() => Centre.OfSquares([bad]), "y", "element 0");
        Refuses(() => TwoMinima.Cost.Squared(bad), "w", "finite");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Thresholds_deviations_and_weights_must_be_positive(double bad)
    {
        Refuses(() => ScalarAbsoluteError.Huber([1], [0], bad), "δ", "> 0", $"{bad}");
        Refuses(() => ScalarAbsoluteError.HuberGradient([1], [0], bad), "δ", "> 0");
        Refuses(() => ScalarAbsoluteError.SmoothL1([1], [0], bad), "β", "> 0");
        Refuses(() => ScalarAbsoluteError.SmoothL1Gradient([1], [0], bad), "β", "> 0");
        Refuses(() => RegressionEquations.Huber(M(1, 1), M(1, 1), bad), "δ", "> 0");
        Refuses(() => RegressionEquations.HuberGradient(M(1, 1), M(1, 1), bad), "δ", "> 0");
        Refuses(() => RegressionEquations.SmoothL1(M(1, 1), M(1, 1), bad), "β", "> 0");
        Refuses(() => RegressionEquations.SmoothL1Gradient(M(1, 1), M(1, 1), bad), "β", "> 0");
        Refuses(() => GaussianMean.LogLikelihood(0, bad, [0]), "σ", "> 0");
        Refuses(() => _ = new LogisticCost(M(1, 1), V(1), (1, bad)), "of1", "> 0");
        Refuses(() => Likelihood.CrossEntropyInBase([0.5], bad), "b", "> 1", $"{bad}");
    }

    [Fact]
    public void What_has_no_answer_is_refused()
    {
        Refuses(() => OneHot.Encode(3, 3), "category", "0 … 2", "3");
        Refuses(() => OneHot.Encode(-1, 3), "category", "-1");
        Refuses(() => BernoulliCoin.Likelihood(0.5, [1, 2]), "0 or 1", "element 1 is 2");
        Refuses(() => BinaryEquations.CrossEntropyGradient(V(0.5, 1), V(1, 1)), "(0, 1)", "element 1 is 1");
        Refuses(() => new LineCost([2, 2], [0, 1]).Minimum(), "Σ(x − x̄)²", "> 0");
    }
}
