using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.LinearModels.Tests;

public class BadInputTests
{
    private static Matrix<double> M(int rows, int columns, double value = 1) => Matrix<double>.Build.Dense(rows, columns, value);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_refused(double bad)
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLine.Predict(bad, 0, 0), () => ScalarLine.Predict(0, bad, 0), () => ScalarLine.Predict(0, 0, bad),
            () => ScalarLine.Derivatives(bad, 0), () => ScalarLine.Derivatives(0, bad),
            () => ScalarLine.Rise(bad, 0), () => ScalarLine.Rise(0, bad),
            () => ScalarLine.MeanSquaredError(bad, 0, [1], [1]), () => ScalarLine.MeanSquaredError(0, bad, [1], [1]),
            () => ScalarLine.MeanSquaredError(0, 0, [bad], [1]), () => ScalarLine.Gradient(0, 0, [1], [bad]),
            () => LineFit.Of([1, bad], [1, 2]), () => LineFit.Of([1, 2], [bad, 2]),
            () => GaussianNoise.NegativeLogLikelihood(0, 0, bad, [1], [1]),
            () => GaussianNoise.Targets(bad, 0, 1, [1], new RandomStream(1)), () => GaussianNoise.Targets(1, 0, bad, [1], new RandomStream(1)),
            () => _ = new SlopeCost([bad], [1]), () => SlopeCost.Exercise.Value(bad), () => SlopeCost.Exercise.Derivative(bad),
            () => SlopeCost.Exercise.AfterSteps(bad, 0.1, 1), () => SlopeCost.Exercise.AfterSteps(1, bad, 1),
            () => ScalarLinear.Predict([bad], 0, [1]), () => ScalarLinear.Predict([1], bad, [1]), () => ScalarLinear.Predict([1], 0, [bad]),
            () => ScalarLinear.Predict(new[,] { { bad } }, [0], new double[,] { { 1 } }),
            () => ScalarLinear.Predict(new double[,] { { 1 } }, [bad], new double[,] { { 1 } }),
            () => ScalarLinear.Predict(new double[,] { { 1 } }, [0], new[,] { { bad } }),
            () => ScalarLinear.LossAndGradient(new double[,] { { 1 } }, [0], new double[,] { { 1 } }, new[,] { { bad } }),
            () => LinearEquations.Predict(M(1, 1, bad), M(1, 1), M(1, 1)),
            () => LinearEquations.Predict(M(1, 1), M(1, 1, bad), M(1, 1)),
            () => LinearEquations.Predict(M(1, 1), M(1, 1), M(1, 1, bad)),
            () => LinearEquations.Backward(M(1, 1), M(1, 1), M(1, 1, bad)), () => LinearEquations.Hessian(M(1, 1, bad)),
            () => LinearEquations.LossAndGradient(M(1, 1), M(1, 1), M(1, 1), M(1, 1, bad)),
            () => NormalEquations.Solve(M(1, 3, bad), M(1, 3)), () => PseudoInverse.Weights(M(1, 2), M(1, 1), M(1, 2, bad)),
            () => ScalarScaling.MinMax([1, bad]), () => ScalarScaling.ZScore([1, bad]),
            () => _ = new LinearRegression(M(1, 1, bad), M(1, 1)), () => LineDescent.Run([1], [1], 0, bad, 0.1, 1),
            () => ThermometerRun.RecoverLearningRate(bad, 10, 0.001, 1),
        })
        {
            Refuses(action, bad.ToString());
        }
    }

    [Fact]
    public void Unequal_numbers_of_samples_are_refused()
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLine.MeanSquaredError(0, 0, [1, 2], [1]), () => ScalarLine.Gradient(0, 0, [1, 2], [1]),
            () => LineFit.Of([1, 2], [1]), () => _ = new SlopeCost([1, 2], [1]),
            () => LineDescent.Run([1, 2], [1], 0, 0, 0.1, 1), () => NormalEquations.Solve(M(1, 2), M(1, 1)),
            () => ScalarLinear.LossAndGradient(new double[1, 1], [0], new double[1, 2], new double[1, 1]),
            () => GaussianNoise.NegativeLogLikelihood(0, 0, 1, [1, 2], [1]), () => PseudoInverse.OnTheWay(M(1, 1), M(1, 2), 0.1, 1),
        })
        {
            Refuses(action, "same length", "2 and 1");
        }

        Refuses(() => LinearEquations.LossAndGradient(M(1, 1), M(1, 1), M(1, 2), M(1, 1)), "[1 × 2]", "[1 × 1]");
        var model = LinearRegression.FromSeed(1, 1, 1);
        Refuses(() => model.Train(new GradientDescent(model.Parameters, 0.1), M(1, 2), M(1, 1), 1), "[1 × 2]", "[1 × 1]");
    }

    [Fact]
    public void Empty_samples_are_refused()
    {
        foreach (Action action in new Action[]
        {
            () => ScalarLine.MeanSquaredError(0, 0, [], []), () => LineFit.Of([], []), () => _ = new SlopeCost([], []), () => ScalarLinear.Predict([], 0, []),
            () => ScalarLinear.Predict(new double[1, 0], [0], new double[0, 3]), () => ScalarScaling.MinMax([]), () => ScalarScaling.ZScore([]),
            () => ScaledWeights.Columns(new Nothing()),
        })
        {
            Refuses(action, "empty");
        }
    }

    private sealed class Nothing : ISamples
    {
        public int Count => 0;

        public int Features => 1;

        public void CopyTo(int index, Span<double> column) => throw new InvalidOperationException();
    }

    [Fact]
    public void Shapes_that_do_not_fit_are_named()
    {
        Refuses(() => LinearEquations.Predict(M(2, 3), M(2, 1), M(4, 5)), "[2 × 3]", "[4 × 5]");
        Refuses(() => LinearEquations.Predict(M(2, 3), M(3, 1), M(3, 5)), "[2 × 1]", "[3 × 1]");
        Refuses(() => LinearEquations.Predict(M(2, 3), M(2, 2), M(3, 5)), "[2 × 1]", "[2 × 2]");
        Refuses(() => LinearEquations.Backward(M(2, 3), M(3, 5), M(2, 4)), "[2 × 5]", "[2 × 4]");
        Refuses(() => LinearEquations.Backward(M(2, 3), M(3, 5), M(3, 5)), "[2 × 5]", "[3 × 5]");
        Refuses(() => _ = new LinearRegression(M(2, 3), M(1, 1)), "[2 × 1]", "[1 × 1]");
        Refuses(() => _ = new LinearRegression(M(2, 3), M(2, 2)), "[2 × 1]", "[2 × 2]");
        Refuses(() => ScalarLinear.Predict([1, 2], 0, [1]), "2 and 1");
        Refuses(() => ScalarLinear.Predict(new double[2, 3], [0, 0], new double[4, 1]), "columns of W", "3 and 4");
        Refuses(() => ScalarLinear.Predict(new double[2, 3], [0], new double[3, 1]), "rows of W", "2 and 1");
        Refuses(() => ScalarLinear.LossAndGradient(new double[2, 3], [0, 0], new double[3, 1], new double[1, 1]), "rows of Y", "2 and 1");
        Refuses(() => ScaledWeights.Unscaled(M(1, 3), M(1, 1), FeatureScaling.ZScore(new ColumnSamples(M(2, 2)))), "2 and 3");
        Refuses(() => ((IObjective)SlopeCost.Exercise).Value([1, 2]), "1 and 2");
    }

    [Fact]
    public void Features_that_do_not_vary_are_refused()
    {
        Refuses(() => LineFit.Of([5, 5, 5], [1, 2, 3]), "two different inputs", "all 3 are 5");
        Refuses(() => LineFit.Of([0.1, 0.1, 0.1], [1, 2, 3]), "all 3 are 0.1"); // whose mean may miss 0.1 by a rounding
        Refuses(() => _ = new SlopeCost([0, 0], [1, 2]), "Σx²", "> 0", "got 0");
        Refuses(() => ScalarScaling.MinMax([7, 7]), "vary", "all 2 numbers are 7");
        Refuses(() => ScalarScaling.ZScore([0.1, 0.1, 0.1]), "vary", "0.1");
        Refuses(() => ScalarScaling.ZScore([1, 2], 2), "degreesOfFreedom", "0 or 1", "got 2");
    }

    // Numbers that vary, but whose squares underflow to 0 or overflow: a slope, a deviation, r² would be 0, infinite or NaN.
    [Theory]
    [InlineData(1e-200, 0)]
    [InlineData(1e200, double.PositiveInfinity)]
    public void Sums_that_cannot_be_divided_by_are_refused(double unit, double sum)
    {
        Refuses(() => LineFit.Of([0, unit], [1, 2]), "Σ(x − x̄)²", $"got {sum}");
        Refuses(() => _ = new SlopeCost([unit], [1]), "Σx²", $"got {sum}");
        Refuses(() => ScalarScaling.ZScore([0, unit]), "σ", $"got {sum}");
        Refuses(() => PseudoInverse.Weights(1, 0, [unit]), "xᵀx", $"got {sum}");
    }

    [Fact]
    public void Ranges_too_wide_for_a_double_are_refused()
    {
        Refuses(() => LineFit.Of([1, 2], [0, 1e200]), "Σ(y − ȳ)²", $"got {double.PositiveInfinity}");
        Refuses(() => ScalarScaling.MinMax([-1e308, 1e308]), "x_max − x_min", $"got {double.PositiveInfinity}");
    }

    [Fact]
    public void Counts_and_rates_outside_their_range_are_refused()
    {
        Refuses(() => LineDescent.Run([1], [1], 0, 0, 0.1, -1), "steps", "-1");
        Refuses(() => LineDescent.Run([1], [1], 0, 0, -0.1, 1), "learning rate", "-0.1");
        Refuses(() => SlopeCost.Exercise.AfterSteps(1, -0.1, 1), "-0.1");
        Refuses(() => SlopeCost.Exercise.AfterSteps(1, 0.1, -1), "t", "-1");
        Refuses(() => GaussianNoise.NegativeLogLikelihood(0, 0, 0, [1], [1]), "s", "> 0", "0");
        Refuses(() => GaussianNoise.Targets(0, 0, -1, [1], new RandomStream(1)), "s", "-1");
        var model = LinearRegression.FromSeed(1, 1, 1);
        var stranger = new GradientDescent([new Parameter("theirs", [1.0])], 0.1);
        Refuses(() => model.Train(stranger, M(1, 1), M(1, 1), 1), "this model", "theirs");
        Refuses(() => model.Train(new GradientDescent(model.Parameters, 0.1), M(1, 1), M(1, 1), -1), "steps", "-1");
        Refuses(() => model.TrainBatches(new GradientDescent(model.Parameters, 0.1), new Datasets.Batches(Housing.StandIn().Samples, 8), -1), "epochs", "-1");
        Refuses(() => LinearRegression.FromSeed(1, 0, 1), "inputs", "0");
    }

    [Fact]
    public void An_optimizer_moves_weights_and_bias_of_its_own_model()
    {
        LinearRegression model = LinearRegression.FromSeed(1, 2, 1), other = LinearRegression.FromSeed(1, 2, 1);
        foreach (Parameter[] moved in new Parameter[][] { [model.Weight], [model.Bias], [other.Weight, other.Bias] })
        {
            Refuses(() => model.Train(new GradientDescent(moved, 0.1), M(2, 3), M(1, 3), 1), "W and b of this model", moved[0].Name);
        }
    }
}
