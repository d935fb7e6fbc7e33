using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Activations.Tests;

public class BadInputTests
{
    private static readonly Func<Matrix<double>, Matrix<double>>[] Forwards =
    [
        ActivationEquations.Step, ActivationEquations.Linear, ActivationEquations.Sigmoid, ActivationEquations.Tanh, ActivationEquations.Relu,
        Z => ActivationEquations.LeakyRelu(Z), Z => ActivationEquations.Elu(Z), ActivationEquations.Selu, ActivationEquations.Softplus,
        ActivationEquations.Gelu, ActivationEquations.GeluTanh, ActivationEquations.Softmax, ActivationEquations.LogSoftmax,
    ];

    private static readonly Func<Matrix<double>, Matrix<double>, Matrix<double>>[] Backwards =
    [
        ActivationEquations.StepBackward, ActivationEquations.LinearBackward, ActivationEquations.SigmoidBackward, ActivationEquations.TanhBackward,
        ActivationEquations.ReluBackward, (Z, dY) => ActivationEquations.LeakyReluBackward(Z, dY), (Z, dY) => ActivationEquations.EluBackward(Z, dY),
        ActivationEquations.SeluBackward, ActivationEquations.SoftplusBackward, ActivationEquations.GeluBackward, ActivationEquations.GeluTanhBackward,
        ActivationEquations.SoftmaxBackward, ActivationEquations.LogSoftmaxBackward,
    ];

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Every_scalar_activation_and_slope_refuses_what_is_no_number(double bad)
    {
        Assert.All(Activation.All, f =>
        {
            Refuses(() => f.Value(bad), "x", "finite", $"{bad}");
            Refuses(() => f.Derivative(bad), "x", "finite", $"{bad}");
        });
        Refuses(() => ScalarActivations.LeakyRelu(1, bad), "α", "finite");
        Refuses(() => ScalarActivations.LeakyReluDerivative(1, bad), "α", "finite");
        Refuses(() => ScalarActivations.Elu(1, bad), "α", "finite");
        Refuses(() => ScalarActivations.EluDerivative(1, bad), "α", "finite");
        Refuses(() => NormalDistribution.ComplementaryErrorFunction(bad), "t", "finite");
        Refuses(() => NormalDistribution.Density(bad), "x", "finite");
        Refuses(() => SlopeCrossover.Ratio(bad), "x", "finite");
        Refuses(() => ClassProbabilities.Ratio(bad, 0), "zi", "finite");
        Refuses(() => ClassProbabilities.Ratio(0, bad), "zj", "finite");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Every_matrix_form_names_the_element_that_is_no_number(double bad)
    {
        Matrix<double> good = Matrix<double>.Build.Dense(2, 2, 0.5);
        Matrix<double> Z = good.Clone();
        Z[1, 0] = bad;
        Assert.All(Forwards, forward => Refuses(() => forward(Z), "Z", "finite", "[1, 0]", $"{bad}"));
        Assert.All(Backwards, backward => Refuses(() => backward(Z, good), "finite", "[1, 0]"));
        Assert.All(Backwards, backward => Refuses(() => backward(good, Z), "d", "finite", "[1, 0]"));
        Refuses(() => ActivationEquations.LogSumExp(Z), "Z", "[1, 0]");
        Refuses(() => ActivationEquations.LeakyRelu(good, bad), "α");
        Refuses(() => ActivationEquations.LeakyReluBackward(good, good, bad), "α");
        Refuses(() => ActivationEquations.Elu(good, bad), "α");
        Refuses(() => ActivationEquations.EluBackward(good, good, bad), "α");
    }

    [Fact]
    public void Every_backward_form_names_both_shapes_when_they_differ()
    {
        Matrix<double> Z = Matrix<double>.Build.Dense(2, 3, 0.5);
        Assert.All(Backwards, backward => Refuses(() => backward(Z, Matrix<double>.Build.Dense(3, 2)), "[2 × 3]", "[3 × 2]"));
        Assert.All(Backwards, backward => Refuses(() => backward(Z, Matrix<double>.Build.Dense(2, 2)), "[2 × 3]", "[2 × 2]"));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Every_form_of_softmax_refuses_no_scores_and_scores_that_are_no_numbers(double bad)
    {
        Action<double[]>[] forms =
        [
            z => ScalarActivations.Softmax(z), z => ScalarActivations.NaiveSoftmax(z),
            z => ScalarActivations.LogSoftmax(z), z => ScalarActivations.LogSumExp(z),
            z => ScalarActivations.SoftmaxJacobian(z), z => ScalarActivations.LogSoftmaxJacobian(z), z => ClassProbabilities.Tempered(z, 1),
        ];
        Assert.All(forms, form => Refuses(() => form([]), "z", "at least one"));
        Assert.All(forms, form => Refuses(() => form([1, bad]), "z", "element 1", $"{bad}"));
    }

    [Fact]
    public void Scores_that_overflow_the_naive_form_are_named()
    {
        Refuses(() => ScalarActivations.NaiveSoftmax([710, 0]), "positive, finite sum", "710", "Infinity");
        Refuses(() => ScalarActivations.NaiveSoftmax([-750, -751]), "positive, finite sum", "-750", "the sum 0");
    }

    [Fact]
    public void Shares_and_temperatures_that_do_not_exist_are_named()
    {
        Refuses(() => ClassProbabilities.NaiveShares([1, -1, 0]), "not 0", "1, -1, 0");
        Refuses(() => ClassProbabilities.NaiveShares([]), "y", "at least one");
        Refuses(() => ClassProbabilities.NaiveShares([double.NaN]), "y", "element 0");
        Refuses(() => ClassProbabilities.NaiveShares([1e308, 1e308]), "finite", "Infinity");
        Refuses(() => ClassProbabilities.Tempered([1], 0), "T", "> 0", "0");
        Refuses(() => ClassProbabilities.Tempered([1], double.NaN), "T", "> 0");
    }

    [Fact]
    public void Networks_and_ranges_that_do_not_fit_are_named()
    {
        Matrix<double> W = Matrix<double>.Build.Dense(4, 3);
        Refuses(() => OutputNodes.OneNodePerClass(W, Vector<double>.Build.Dense(4), Matrix<double>.Build.Dense(2, 5)), "columns of W", "rows of X", "3", "2");
        Refuses(() => OutputNodes.OneNetworkPerClass(W, Vector<double>.Build.Dense(2), Matrix<double>.Build.Dense(3, 5)), "rows of W", "4", "2");
        Refuses(() => LinearStack.Collapse([]), "layers", "at least one");
        Refuses(() => VanishingGradient.Chain(Activation.Tanh, [], 1), "w", "at least one");
        Refuses(() => VanishingGradient.Chain(Activation.Tanh, [double.NaN], 1), "w", "element 0");
        Refuses(() => VanishingGradient.Chain(Activation.Tanh, [1], double.NaN), "x", "finite");
        Refuses(() => VanishingGradient.GradientNorms(Activation.Tanh, 0, 1, 1, new RandomStream(1)), "depth");
        Refuses(() => VanishingGradient.GradientNorms(Activation.Tanh, 1, 0, 1, new RandomStream(1)), "width");
        Refuses(() => VanishingGradient.GradientNorms(Activation.Tanh, 1, 1, 0, new RandomStream(1)), "gain");
        Refuses(() => VanishingGradient.OutputMoments(Activation.Tanh, 0, 1, 1, new RandomStream(1)), "depth");
        Refuses(() => VanishingGradient.OutputMoments(Activation.Tanh, 1, 0, 1, new RandomStream(1)), "width");
        Refuses(() => VanishingGradient.OutputMoments(Activation.Tanh, 1, 1, double.NaN, new RandomStream(1)), "gain");
        Refuses(() => DeadUnit.Gradient(Activation.Relu, 1, 0, [], []), "x", "at least one");
        Refuses(() => DeadUnit.Gradient(Activation.Relu, 1, 0, [1], [1, 2]), "same length", "1", "2");
        Refuses(() => DeadUnit.Gradient(Activation.Relu, 1, 0, [double.NaN], [1]), "x", "element 0");
        Refuses(() => DeadUnit.Gradient(Activation.Relu, 1, 0, [1], [double.NaN]), "t", "element 0");
        Refuses(() => DeadUnit.BiasCourse(Activation.Relu, 0, [1], [1], 0, 1), "learningRate", "> 0");
        Refuses(() => DeadUnit.BiasCourse(Activation.Relu, 0, [1], [1], 1, -1), "steps");
        Refuses(() => SampledSigmoid.Range(0, 0, 1), "end", "beyond the start 0", "0");
        Refuses(() => SampledSigmoid.Range(0, 1, 0), "step", "> 0");
        Refuses(() => SampledSigmoid.Range(double.NaN, 1, 1), "start");
        Refuses(() => SampledSigmoid.Range(double.NegativeInfinity, 1, 1), "start", "a finite number");
    }
}
