using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Losses.Tests;

/// <summary>Every loss and every gradient takes predictions and targets; each of them looks at both before it computes.</summary>
public class PairTests
{
    private static readonly double[] BadNumbers = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    // Functions of predictions and targets; 1 and 0 are valid as either, and so is −1 with 1 for the hinge.
    private static readonly Dictionary<string, Action<double[], double[]>> OfArrays = new(StringComparer.Ordinal)
    {
        ["Sum"] = (ŷ, y) => ScalarSquaredError.Sum(ŷ, y),
        ["SumGradient"] = (ŷ, y) => ScalarSquaredError.SumGradient(ŷ, y),
        ["HalfSum"] = (ŷ, y) => ScalarSquaredError.HalfSum(ŷ, y),
        ["HalfSumGradient"] = (ŷ, y) => ScalarSquaredError.HalfSumGradient(ŷ, y),
        ["Mean"] = (ŷ, y) => ScalarSquaredError.Mean(ŷ, y),
        ["MeanGradient"] = (ŷ, y) => ScalarSquaredError.MeanGradient(ŷ, y),
        ["HalfMean"] = (ŷ, y) => ScalarSquaredError.HalfMean(ŷ, y),
        ["HalfMeanGradient"] = (ŷ, y) => ScalarSquaredError.HalfMeanGradient(ŷ, y),
        ["absolute"] = (ŷ, y) => ScalarAbsoluteError.Mean(ŷ, y),
        ["absolute gradient"] = (ŷ, y) => ScalarAbsoluteError.Gradient(ŷ, y),
        ["Huber"] = (ŷ, y) => ScalarAbsoluteError.Huber(ŷ, y, 1),
        ["HuberGradient"] = (ŷ, y) => ScalarAbsoluteError.HuberGradient(ŷ, y, 1),
        ["SmoothL1"] = (ŷ, y) => ScalarAbsoluteError.SmoothL1(ŷ, y, 1),
        ["SmoothL1Gradient"] = (ŷ, y) => ScalarAbsoluteError.SmoothL1Gradient(ŷ, y, 1),
        ["hinge"] = (s, y) => ScalarHinge.Mean(s, y),
        ["hinge gradient"] = (s, y) => ScalarHinge.Gradient(s, y),
        ["binary"] = (p, y) => ScalarBinaryCrossEntropy.Mean(p, y),
        ["binary gradient"] = (p, y) => ScalarBinaryCrossEntropy.Gradient(p, y),
        ["clamped"] = (p, y) => ScalarBinaryCrossEntropy.Clamped(p, y),
        ["logits"] = (z, y) => ScalarBinaryCrossEntropy.OfLogits(z, y),
        ["logits gradient"] = (z, y) => ScalarBinaryCrossEntropy.GradientOfLogits(z, y),
        ["matrix binary"] = (p, y) => BinaryEquations.CrossEntropy(V(p), V(y)),
        ["matrix binary gradient"] = (p, y) => BinaryEquations.CrossEntropyGradient(V(p), V(y)),
        ["matrix logits"] = (z, y) => BinaryEquations.CrossEntropyOfLogits(V(z), V(y)),
        ["matrix logits gradient"] = (z, y) => BinaryEquations.CrossEntropyOfLogitsGradient(V(z), V(y)),
        ["matrix hinge"] = (s, y) => BinaryEquations.Hinge(V(s), V(y)),
        ["matrix hinge gradient"] = (s, y) => BinaryEquations.HingeGradient(V(s), V(y)),
        ["line"] = (x, z) => new LineCost(x, z).Value(1, 1),
        ["line gradient"] = (x, z) => new LineCost(x, z).Gradient(1, 1),
        ["line minimum"] = (x, z) => new LineCost(x, z).Minimum(),
    };

    private static readonly Dictionary<string, Action<Matrix<double>, Matrix<double>>> OfMatrices = new(StringComparer.Ordinal)
    {
        ["SumOfSquares"] = (p, y) => RegressionEquations.SumOfSquares(p, y),
        ["SumOfSquaresGradient"] = (p, y) => RegressionEquations.SumOfSquaresGradient(p, y),
        ["MeanAbsoluteError"] = (p, y) => RegressionEquations.MeanAbsoluteError(p, y),
        ["Huber"] = (p, y) => RegressionEquations.Huber(p, y, 1),
        ["HuberGradient"] = (p, y) => RegressionEquations.HuberGradient(p, y, 1),
        ["categorical"] = (p, y) => CategoricalEquations.CrossEntropy(p, y),
        ["categorical gradient"] = (p, y) => CategoricalEquations.CrossEntropyGradient(p, y),
        ["categorical logits"] = (z, y) => CategoricalEquations.CrossEntropyOfLogits(z, y),
        ["categorical logits gradient"] = (z, y) => CategoricalEquations.CrossEntropyOfLogitsGradient(z, y),
        ["accuracy"] = (p, y) => Classifiers.Accuracy(p, y),
        ["Brier"] = (p, y) => Classifiers.Brier(p, y),
        ["scalar categorical"] = (p, y) => ScalarCrossEntropy.Mean(p.ToArray(), y.ToArray()),
        ["scalar categorical gradient"] = (p, y) => ScalarCrossEntropy.Gradient(p.ToArray(), y.ToArray()),
        ["scalar logits"] = (z, y) => ScalarCrossEntropy.OfLogits(z.ToArray(), y.ToArray()),
        ["scalar logits gradient"] = (z, y) => ScalarCrossEntropy.GradientOfLogits(z.ToArray(), y.ToArray()),
        ["scalar half sum"] = (p, y) => ScalarSquaredError.HalfSum(p.ToArray(), y.ToArray()),
    };

    public static TheoryData<string> ArrayFunctions => [.. OfArrays.Keys];

    public static TheoryData<string> MatrixFunctions => [.. OfMatrices.Keys];

    private static Vector<double> V(double[] values) => Vector<double>.Build.Dense(values);

    // The mistakes one at a time, in the first or second place of either argument.
    [Theory]
    [MemberData(nameof(ArrayFunctions))]
    public void Losses_of_arrays_refuse_what_is_empty_unequal_or_not_finite(string name)
    {
        Action<double[], double[]> of = OfArrays[name];
        Refuses(() => of([], []), "at least one");
        Refuses(() => of([0.5, 0.25, 0.5], [1, 1]), "3", "2");
        Refuses(() => of([0.5, 0.25], [1, 1, 1]), "2", "3");
        foreach (double bad in BadNumbers)
        {
            Refuses(() => of([0.5, bad], [1, 1]), "element 1", $"{bad}");
            Refuses(() => of([bad, 0.5], [1, 1]), "element 0", $"{bad}");
            Refuses(() => of([0.5, 0.25], [1, bad]), "element 1", $"{bad}");
            Refuses(() => of([0.5, 0.25], [bad, 1]), "element 0", $"{bad}");
        }
    }

    [Theory]
    [MemberData(nameof(MatrixFunctions))]
    public void Losses_of_matrices_refuse_shapes_that_differ_and_what_is_not_finite(string name)
    {
        Action<Matrix<double>, Matrix<double>> of = OfMatrices[name];
        Matrix<double> P = Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 0.25 }, { 0.5, 0.75 } }),
            Y = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 0 }, { 0, 1 } });
        of(P, Y);
        Refuses(() => of(P.SubMatrix(0, 2, 0, 1), Y), "1", "2");
        Refuses(() => of(P, Y.SubMatrix(0, 2, 0, 1)), "2", "1");
        foreach (double bad in BadNumbers)
        {
            for (int place = 0; place < 4; place++)
            {
                Refuses(() => of(With(P, place, bad), Y), $"{bad}");
                Refuses(() => of(P, With(Y, place, bad)), $"{bad}");
            }
        }
    }

    [Fact]
    public void Likelihoods_refuse_their_data_in_value_logarithm_and_slope()
    {
        foreach (Action<double, int[]> of in new Action<double, int[]>[]
        {
            (θ, y) => BernoulliCoin.Likelihood(θ, y), (θ, y) => BernoulliCoin.LogLikelihood(θ, y), (θ, y) => BernoulliCoin.Derivative(θ, y),
        })
        {
            Refuses(() => of(1.5, [1]), "θ", "[0, 1]");
            Refuses(() => of(0.5, [0, 2]), "0 or 1", "element 1 is 2");
            Refuses(() => of(0.5, []), "at least one");
        }

        foreach (Action<double[]> of in new Action<double[]>[]
        {
            x => GaussianMean.LogLikelihood(0, 1, x), x => GaussianMean.Derivative(0, 1, x),
            x => Centre.OfSquares(x), x => Centre.OfAbsolute(x), x => Centre.OfHuber(x, 1),
        })
        {
            Refuses(() => of([]), "at least one");
            Refuses(() => of([1, double.NaN]), "element 1");
        }

        Refuses(() => new LineCost([0], [1]).Value(0, double.NaN), "b", "finite");
        Refuses(() => Likelihood.CrossEntropyInBase([0.5], 1), "b", "> 1", "1");
        Refuses(() => _ = new LogisticCost(Matrix<double>.Build.Dense(1, 1, double.NaN), V([1])), "X", "finite");
        Refuses(() => _ = new LogisticCost(Matrix<double>.Build.Dense(1, 1, 1), V([1]), (0, 1)), "of0", "> 0");
    }

    // At the joint of two branches either formula would do, but a probability of ½ belongs to label 1.
    [Fact]
    public void A_probability_of_one_half_is_label_1()
    {
        Assert.Equal(1, Classifiers.Recall(V([0.5]), V([1]), 1));
        Assert.Equal(0, Classifiers.Recall(V([0.5]), V([0]), 0));
    }

    private static Matrix<double> With(Matrix<double> matrix, int place, double value)
    {
        Matrix<double> changed = matrix.Clone();
        changed[place % 2, place / 2] = value;
        return changed;
    }
}
