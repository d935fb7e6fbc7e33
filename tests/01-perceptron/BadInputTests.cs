using static Reference.Testing.BadInput;

namespace Reference.Perceptrons.Tests;

public class BadInputTests
{
    [Fact]
    public void A_point_that_does_not_fit_the_weights_is_refused() =>
        Refuses(() => ScalarPerceptron.Score([1, 2, 3], 0, [1, 2]), "same length", "3", "2");

    [Fact]
    public void Training_refuses_a_set_that_is_empty_or_does_not_fit()
    {
        Refuses(() => PerceptronTraining.Train(new double[2, 0], [], 1, 10), "X", "at least one");
        Refuses(() => PerceptronTraining.Train(LogicGates.X, [0, 1], 1, 10), "4", "2");
        Refuses(() => PerceptronTraining.Train(LogicGates.X, [0, 1, 2, 1], 1, 10), "0 or 1", "element 2 is 2");
        Refuses(() => PerceptronTraining.Train(new[,] { { double.NaN, 1 } }, [0, 1], 1, 10), "X", "[0, 0]");
        Refuses(() => PerceptronTraining.Train(LogicGates.X, LogicGates.AndLabels, 1, 0), "epochs");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Training_refuses_a_learning_rate_that_is_not_positive(double α) =>
        Refuses(() => PerceptronTraining.Train(LogicGates.X, LogicGates.AndLabels, α, 10), "α", "> 0", $"{α}");

    [Fact]
    public void A_binary_unit_refuses_other_inputs()
    {
        Refuses(() => McCullochPittsUnit.Fires([2], [], 1), "0 or 1", "2");
        Refuses(() => McCullochPittsUnit.Fires([1], [2], 1), "0 or 1", "2");
    }

    [Fact]
    public void A_margin_of_a_line_that_does_not_separate_is_refused()
    {
        Refuses(() => Convergence.Of(LogicGates.X, LogicGates.XorLabels, [1, 1], -0.5), "separates", "margin");
        Refuses(() => Convergence.Of(new double[,] { { -1, 0 } }, [0, 1], [1], 0), "margin > 0", "margin is 0");
        Refuses(() => Convergence.Of(new double[,] { { -1, 1 } }, [0], [1], 0), "columns of X", "2", "1");
        Refuses(() => Convergence.Of(LogicGates.X, [0, 1, 2, 1], [1, 1], 0), "0 or 1", "element 2 is 2");
        Refuses(() => Convergence.Of(new double[2, 0], [], [1, 1], 0), "y", "at least one");
    }

    [Fact]
    public void A_network_has_at_least_two_layers_of_at_least_one_unit()
    {
        Refuses(() => Feedforward.ParameterCount(2, 0, 1), "at least one unit", "2, 0, 1");
        Refuses(() => Feedforward.ParameterCount(3), "two layers", "[3]");
    }

    // Formulas check no values: NaN stays NaN.
    [Fact]
    public void NaN_passes_through_the_formulas()
    {
        Assert.True(double.IsNaN(ScalarPerceptron.Score([double.NaN], 0, [1])));
        Assert.Equal(0, ScalarPerceptron.Predict([1], 0, [double.NaN]));
    }
}
