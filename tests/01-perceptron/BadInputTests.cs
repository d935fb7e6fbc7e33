using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Perceptrons.Tests;

public class BadInputTests
{
    [Fact]
    public void Lengths_that_differ_are_named() => Refuses(() => ScalarPerceptron.Score([1, 2], 0, [1, 2, 3]), "same length", "2", "3");

    [Fact]
    public void A_batch_that_does_not_fit_the_weights_is_named() =>
        Refuses(() => PerceptronEquations.Scores(Vector<double>.Build.Dense(2), 0, Matrix<double>.Build.Dense(3, 4)), "rows of X", "2", "3");

    [Fact]
    public void Nothing_to_learn_from_is_refused()
    {
        Refuses(() => ScalarPerceptron.Train(new double[2, 0], [], 1, 10), "X", "at least one");
        Refuses(() => ScalarPerceptron.Score([], 0, []), "at least one");
        Refuses(() => ScalarPerceptron.Train(LogicGates.X, [0, 1], 1, 10), "4", "2");
        Refuses(() => ScalarPerceptron.Train(LogicGates.X, [0, 1, 1, 1], 1, 0), "epochs");
    }

    [Fact]
    public void Labels_outside_the_rules_set_are_named()
    {
        Refuses(() => ScalarPerceptron.Update([1], 0, [1], -1, 1), "0 or 1", "-1");
        Refuses(() => ScalarPerceptron.Train(LogicGates.X, [0, 1, 2, 1], 1, 10), "0 or 1", "element 2 is 2");
        Refuses(() => PerceptronEquations.Update(Vector<double>.Build.Dense(1), 0, Vector<double>.Build.Dense(1), 0.5, 1), "0 or 1", "0.5");
        Refuses(() => RosenblattUnit.Update([1], 0, [1], 0, 1), "-1 or 1", "0");
        Refuses(() => McCullochPittsUnit.Fires([2], [], 1), "0 or 1", "2");
        Refuses(() => McCullochPittsUnit.Fires([1], [2], 1), "0 or 1", "2");
        Refuses(() => McCullochPittsUnit.Fires([1], [], -1), "θ", "-1");
        Refuses(() => Convergence.Of(LogicGates.X, [0, 1, 2, 1], [1, 1], 0), "0 or 1", "element 2 is 2");
    }

    [Fact]
    public void A_margin_belongs_to_a_line_that_separates()
    {
        Refuses(() => Convergence.Of(new double[,] { { -1, 1 } }, [0], [1], 0), "columns of X", "2", "1");
        Refuses(() => Convergence.Of(new double[,] { { -1, 0 } }, [0, 1], [1], 0), "margin > 0", "margin is 0");
        Refuses(() => Feedforward.ParameterCount(2, 0, 1), "at least one unit", "2, 0, 1");
    }

    // (1.3) The step is 1 at 0, in matrices as in loops.
    [Fact]
    public void A_point_on_the_line_is_a_1()
    {
        Matrix<double> onTheLine = Matrix<double>.Build.DenseOfArray(new double[,] { { 2 } });
        Assert.Equal(1, PerceptronEquations.Predict(Vector<double>.Build.Dense([3.0]), -6, onTheLine)[0]);
        Assert.Equal(1, ScalarPerceptron.Predict([3], -6, [2]));
        Refuses(() => PerceptronEquations.Scores(Vector<double>.Build.Dense([3.0]), double.NaN, onTheLine), "b", "NaN");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_learning_rate_that_is_not_positive_is_named(double α)
    {
        Refuses(() => ScalarPerceptron.Update([1], 0, [1], 1, α), "α", "> 0", $"{α}");
        Refuses(() => PerceptronEquations.Update(Vector<double>.Build.Dense(1), 0, Vector<double>.Build.Dense(1), 1, α), "α", "> 0");
        Refuses(() => RosenblattUnit.Update([1], 0, [1], 1, α), "η", "> 0");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void Numbers_that_are_not_finite_are_named(double bad)
    {
        Refuses(() => ScalarPerceptron.Score([bad], 0, [1]), "w", "element 0");
        Refuses(() => ScalarPerceptron.Score([1], bad, [1]), "b", "finite");
        Refuses(() => ScalarPerceptron.Score([1], 0, [bad]), "x", "element 0");
        Refuses(() => ScalarPerceptron.Train(new[,] { { bad, 1 } }, [0, 1], 1, 10), "X", "[0, 0]");
        Refuses(() => PerceptronEquations.Scores(Vector<double>.Build.Dense([bad]), 0, Matrix<double>.Build.Dense(1, 1)), "w", "element 0");
        Refuses(() => PerceptronEquations.Scores(Vector<double>.Build.Dense(1), 0, Matrix<double>.Build.Dense(1, 1, bad)), "X", "[0, 0]");
        Refuses(() => Feedforward.Pass([(Matrix<double>.Build.Dense(1, 1, bad), Vector<double>.Build.Dense(1))], a => a, Vector<double>.Build.Dense(1)),
            "W", "[0, 0]");
        Refuses(() => Feedforward.Pass([(Matrix<double>.Build.Dense(1, 1), Vector<double>.Build.Dense(1))], a => a, Vector<double>.Build.Dense([bad])),
            "x", "element 0");
    }

    [Fact]
    public void A_line_that_is_none_or_does_not_separate_is_refused()
    {
        Refuses(() => PerceptronEquations.SignedDistances(Vector<double>.Build.Dense(2), 1, Matrix<double>.Build.Dense(2, 1)), "‖w‖", "> 0");
        Refuses(() => Convergence.Of(LogicGates.X, LogicGates.XorLabels, [1, 1], -0.5), "separates", "margin");
        Refuses(() => RosenblattUnit.AugmentedOutput([1, 1], [2, 1]), "x₀ = 1", "2");
        Refuses(() => Convergence.Of(new double[2, 0], [], [1, 1], 0), "y", "at least one");
        Refuses(() => Feedforward.ParameterCount(3), "two layers", "[3]");
        Refuses(() => Feedforward.Pass([], a => a, Vector<double>.Build.Dense(2)), "layers", "empty");
        Refuses(() => Feedforward.Pass([(Matrix<double>.Build.Dense(2, 3), Vector<double>.Build.Dense(2))], a => a, Vector<double>.Build.Dense(2)),
            "columns of W", "3", "2");
    }
}
