using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Losses.Tests;

public class BadInputTests
{
    private static Vector<double> V(params double[] values) => Vector<double>.Build.Dense(values);

    private static Matrix<double> M(int rows, int columns, double value = 0.5) =>
        Matrix<double>.Build.Dense(rows, columns, value);

    // S3-038: labels are 0 or 1 for cross-entropy, −1 or 1 for the hinge.
    [Theory]
    [InlineData(-1)]
    [InlineData(0.5)]
    [InlineData(double.NaN)]
    public void Labels_outside_their_set_are_named(double label)
    {
        Assert.All(new Action[]
        {
            () => ScalarBinaryCrossEntropy.Mean([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.OfLogits([0.5, 0.5], [1, label]),
            () => ScalarBinaryCrossEntropy.Gradient([0.5], [label]),
            () => ScalarBinaryCrossEntropy.GradientOfLogits([0.5], [label]),
            () => BinaryEquations.CrossEntropyOfLogits(V(0.5), V(label)),
            () => BinaryEquations.CrossEntropyOfLogitsGradient(V(0.5), V(label)),
            () => _ = new LogisticCost(M(1, 2), V(1, label)),
        }, action => Refuses(action, "y", "to be 0 or 1", $"got {label}"));
        Refuses(() => new BernoulliCoin([1, 2]), "0 or 1", "element 1 is 2");
        Refuses(() => ScalarHinge.Mean([1, 1], [1, 0]), "y", "to be -1 or 1", "got 0");
        Refuses(() => ScalarHinge.Gradient([1, 1], [1, 0]), "y", "to be -1 or 1", "got 0");
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Probabilities_outside_the_unit_interval_are_named(double p)
    {
        Refuses(() => Likelihood.Of([0.5, p]), "p", "[0, 1]", "element 1", $"{p}");
        Refuses(() => Likelihood.LogOf([p]), "[0, 1]");
        Refuses(() => ScalarBinaryCrossEntropy.Mean([p], [1]), "p", "[0, 1]", $"{p}");
        Refuses(() => ScalarBinaryCrossEntropy.Gradient([p], [1]), "p", "[0, 1]", $"{p}");
        Refuses(() => new BernoulliCoin([1]).Likelihood(p), "[0, 1]", $"{p}");
        Refuses(() => Information.CrossEntropy([p, 1], [0.5, 0.5]), "p", "element 0", $"{p}");
        Refuses(() => Information.CrossEntropy([0.5, 0.5], [0.5, p]), "q", "element 1", $"{p}");
    }

    // S1-041: predictions and targets must be normalised.
    [Fact]
    public void Distributions_that_do_not_sum_to_one_are_named()
    {
        double[,] half = { { 0.5 }, { 0.5 } }, both = { { 1 }, { 1 } };
        Refuses(() => Information.CrossEntropy([0.5, 0.4], [0.5, 0.5]), "p", "sum to 1", "0.9");
        Refuses(() => Information.CrossEntropyGradient([0.5, 0.5], [0.5, 0.6]), "q", "sum to 1", "1.1");
        Refuses(() => Information.Divergence([0.5, 0.5], [0.5, 0.6]), "q", "sum to 1", "1.1");
        Refuses(() => CategoricalEquations.CrossEntropy(M(2, 3), M(2, 3, 0.25)), "column 0 of Y", "sum to 1", "0.5");
        Refuses(() => CategoricalEquations.CrossEntropy(M(3, 2), M(3, 2)), "column 0 of P", "1.5");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogits(M(3, 2), M(3, 2)), "column 0 of Y", "1.5");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogitsGradient(M(3, 2), M(3, 2)), "column 0 of Y", "1.5");
        Refuses(() => ScalarCrossEntropy.Mean(both, half), "sum to 1", "2");
        Refuses(() => ScalarCrossEntropy.GradientOfLogits(half, both), "column 0 of Y", "sum to 1", "2");
        Refuses(() => ScalarCrossEntropy.OfLogits(half, both), "column 0 of Y", "sum to 1", "2");
    }

    [Fact]
    public void Shapes_that_differ_are_named()
    {
        Refuses(() => ScalarSquaredError.Sum([1, 2], [1]), "ŷ", "y", "2", "1");
        Refuses(() => ScalarSquaredError.SumGradient([1, 2], [1]), "ŷ", "y", "2", "1");
        Refuses(() => ScalarBinaryCrossEntropy.Mean([0.5], [1, 0]), "same length", "1", "2");
        Refuses(() => ScalarBinaryCrossEntropy.GradientOfLogits([0.5], [1, 0]), "same length", "1", "2");
        Refuses(() => ScalarSquaredError.HalfSum(new double[1, 3], new double[2, 3]), "[1 × 3]", "[2 × 3]");
        Refuses(() => RegressionEquations.SumOfSquares(M(2, 3), M(3, 2)), "2x3", "3x2");
        Refuses(() => RegressionEquations.MeanSquaredError(M(2, 3), M(3, 2)), "[2 × 3]", "[3 × 2]");
        Refuses(() => CategoricalEquations.CrossEntropy(M(2, 3), M(2, 2)), "Y", "[2 × 3]", "[2 × 2]");
        Refuses(() => CategoricalEquations.CrossEntropyOfLogits(M(2, 3), M(2, 2)), "Y", "[2 × 3]", "[2 × 2]");
        Refuses(() => CategoricalEquations.NegativeLogLikelihood(M(2, 3), [0, 1]));
        Refuses(() => ScalarCrossEntropy.Mean(new double[2, 3], new double[2, 2]), "[2 × 3]", "[2 × 2]");
        Refuses(() => Information.CrossEntropy([1], [0.5, 0.5]), "same length", "1", "2");
        Refuses(() => _ = new LogisticCost(M(2, 3), V(0, 1)), "columns of X", "3", "2");
        Refuses(() => LossExamples.SixPoints.CrossEntropy(V(1, 2, 3)), "rows of X", "2", "3");
        Refuses(() => new LineCost([1, 2], [1]), "same length", "2", "1");
        Refuses(() => Classifiers.Accuracy(M(2, 3), M(2, 2)), "[2 × 3]", "[2 × 2]");
    }

    [Fact]
    public void Empty_data_are_refused()
    {
        Refuses(() => ScalarBinaryCrossEntropy.Mean([], []), "at least one");
        Refuses(() => Likelihood.CrossEntropy([]), "p", "at least one");
        Refuses(() => new BernoulliCoin([]), "y", "at least one");
        Refuses(() => new GaussianMean(1, []), "x", "at least one");
        Refuses(() => new LineCost([], []), "x", "at least one");
        Refuses(() => BestConstant.OfAbsolute([]), "y", "at least one");
        Refuses(() => ScalarCrossEntropy.Mean(new double[2, 0], new double[2, 0]), "predictions", "at least one");
        Refuses(() => OneHot.Encode(Array.Empty<int>(), 3), "labels", "at least one");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Thresholds_deviations_and_weights_must_be_positive(double bad)
    {
        Refuses(() => MeanLoss.Huber(bad), "δ", "> 0", $"{bad}");
        Refuses(() => MeanLoss.SmoothL1(bad), "β", "> 0", $"{bad}");
        Refuses(() => BestConstant.OfHuber([1], bad), "δ", "> 0");
        Refuses(() => new GaussianMean(bad, [0]), "σ", "> 0");
        Refuses(() => _ = new LogisticCost(M(1, 1), V(1), (1, bad)), "of1", "> 0");
        Refuses(() => _ = new LogisticCost(M(1, 1), V(1), (bad, 1)), "of0", "> 0");
        Refuses(() => Likelihood.CrossEntropyInBase([0.5], 1 + bad), "b", "> 0");
    }

    [Fact]
    public void Data_that_are_not_finite_are_refused_by_constructors_and_passed_on_by_formulas()
    {
        Refuses(() => new GaussianMean(1, [1, double.NaN]), "x", "element 1");
        Refuses(() => new LineCost([0, double.NaN], [1, 1]), "x", "element 1");
        Refuses(() => new LineCost([0, 1], [1, double.PositiveInfinity]), "z", "element 1");
        Refuses(() => _ = new LogisticCost(M(1, 1, double.NaN), V(1)), "X", "finite");
        Refuses(() => BestConstant.OfSquares([double.NaN]), "y", "element 0");
        Assert.Equal(double.NaN, ScalarSquaredError.Mean([double.NaN, 1], [1, 1]));
        Assert.Equal(double.PositiveInfinity,
            RegressionEquations.MeanSquaredError(M(1, 1, double.NegativeInfinity), M(1, 1)));
        Assert.Equal(double.NaN, ScalarAbsoluteError.Gradient([double.NaN], [1])[0]);
        Assert.Equal(double.NaN, MeanLoss.Huber(1).Of(M(1, 1, double.NaN), M(1, 1)));
        Assert.Equal(double.NaN, ScalarHinge.Mean([double.NaN], [1]));
    }

    [Fact]
    public void Problems_without_a_solution_are_refused()
    {
        Refuses(() => OneHot.Encode(3, 3), "category", "0 … 2", "3");
        Refuses(() => OneHot.Encode(-1, 3), "category", "-1");
        Refuses(() => new LineCost([2, 2], [0, 1]).Minimum(), "Σ(x − x̄)²", "> 0");
    }
}
