using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using static Reference.Testing.BadInput;

namespace Reference.LinearModels.Tests;

public class BadInputTests
{
    private static Matrix<double> M(int rows, int columns, double value = 1) =>
        Matrix<double>.Build.Dense(rows, columns, value);

    private static void AllRefuse(string part, params Action[] actions) =>
        Assert.All(actions, action => Refuses(action, part));

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_are_not_finite_are_refused_where_training_begins(double bad)
    {
        LinearRegression model = LinearRegression.FromSeed(1, 1, 1);
        var descent = new GradientDescent(model.Parameters, 0.1);
        AllRefuse(
            $"{bad}",
            () => LineFit.Of([1, bad], [1, 2]), () => LineFit.Of([1, 2], [bad, 2]),
            () => _ = new SlopeCost([bad], [1]), () => _ = new SlopeCost([1], [bad]),
            () => LineDescent.Run([bad], [1], 0, 0, 0.1, 1), () => LineDescent.Run([1], [bad], 0, 0, 0.1, 1),
            () => LineDescent.Run([1], [1], bad, 0, 0.1, 1), () => LineDescent.Run([1], [1], 0, bad, 0.1, 1),
            () => LineDescent.Run([1], [1], 0, 0, bad, 1), () => ThermometerRun.Train(bad, 1),
            () => _ = new LinearRegression(M(1, 1, bad), M(1, 1)),
            () => _ = new LinearRegression(M(1, 1), M(1, 1, bad)),
            () => model.Train(descent, M(1, 1, bad), M(1, 1), 1), () => model.Train(descent, M(1, 1), M(1, 1, bad), 1),
            () => NormalEquations.Solve(M(1, 2, bad), M(1, 2)));
    }

    // Formulas check no values: what is not a number stays one.
    [Fact]
    public void NaN_passes_through_the_formulas()
    {
        const double NaN = double.NaN;
        Assert.All(
            [
                ScalarLine.Predict(NaN, 0, 0), ScalarLine.MeanSquaredError(0, 0, [1], [NaN]),
                ScalarLine.Gradient(0, 0, [1], [NaN]).W, ScalarLine.NegativeLogLikelihood(0, 0, NaN, [1], [1]),
                SlopeCost.Exercise.Derivative(NaN), ScalarLinear.Predict([1], NaN, [1]),
                ScalarLinear.Predict(new[,] { { NaN } }, [0], new double[,] { { 1 } })[0, 0],
                LinearEquations.Predict(M(1, 1), M(1, 1), M(1, 1, NaN))[0, 0],
                PseudoInverse.Weights(NaN, 0, [1])[0], PseudoInverse.Weight(0, 0, 0), ScalarScaling.ZScore([7, 7])[0],
            ],
            result => Assert.Equal(NaN, result));
    }

    [Fact]
    public void Samples_that_are_missing_or_unequal_in_number_are_refused()
    {
        AllRefuse(
            "2 and 1",
            () => LineFit.Of([1, 2], [1]), () => _ = new SlopeCost([1, 2], [1]),
            () => LineDescent.Run([1, 2], [1], 0, 0, 0.1, 1), () => new Float32Line(1, 1).Evaluate([1, 2], [1]));
        AllRefuse(
            "empty",
            () => LineFit.Of([], []), () => _ = new SlopeCost([], []), () => LineDescent.Run([], [], 0, 0, 0.1, 1),
            () => new Float32Line(1, 1).Evaluate([], []), () => CrossValidation.Score([]),
            () => ScaledWeights.Columns(new Nothing()));
        LinearRegression model = LinearRegression.FromSeed(1, 1, 1);
        var descent = new GradientDescent(model.Parameters, 0.1);
        Refuses(() => model.Train(descent, M(1, 2), M(1, 1), 1), "[1 × 2]", "[1 × 1]");
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
        Refuses(() => LinearEquations.Predict(M(2, 3), M(2, 1), M(4, 5)), "2x3", "4x5");
        Refuses(() => LinearEquations.Predict(M(2, 3), M(3, 1), M(3, 5)), "2x5", "3x5");
        Refuses(() => LinearEquations.Backward(M(2, 3), M(3, 5), M(2, 4)), "2x4", "5x3");
        Refuses(() => _ = new LinearRegression(M(2, 3), M(1, 1)), "[2 × 1]", "[1 × 1]");
        Refuses(() => _ = new LinearRegression(M(2, 3), M(2, 2)), "[2 × 1]", "[2 × 2]");
        Refuses(() => ScalarLinear.Predict([1, 2], 0, [1]), "2 and 1");
        Refuses(() => ScalarLinear.Predict(new double[2, 3], [0, 0], new double[4, 1]), "columns of W", "3 and 4");
        FeatureScaling scaling = FeatureScaling.ZScore(new ColumnSamples(M(2, 2)));
        Refuses(() => ScaledWeights.Unscaled(M(1, 3), M(1, 1), scaling), "2 and 3");
    }

    [Fact]
    public void Inputs_that_do_not_determine_a_line_are_refused()
    {
        Refuses(() => LineFit.Of([5, 5, 5], [1, 2, 3]), "two different inputs", "all 3 are 5");
        Refuses(() => LineFit.Of([0.1, 0.1, 0.1], [1, 2, 3]), "all 3 are 0.1"); // whose mean may miss it
        Refuses(() => _ = new SlopeCost([0, 0], [1, 2]), "Σx²", "> 0", "got 0");
    }

    // Numbers that vary, but whose squares underflow to 0 or overflow: the slope would be infinite or NaN.
    [Theory]
    [InlineData(1e-200, 0)]
    [InlineData(1e200, double.PositiveInfinity)]
    public void Sums_of_0_or_infinity_are_refused_as_divisors(double unit, double sum)
    {
        Refuses(() => LineFit.Of([0, unit], [1, 2]), "Σ(x − x̄)²", $"got {sum}");
        Refuses(() => LineFit.Of([1, 2], [0, unit]), "Σ(y − ȳ)²", $"got {sum}");
        Refuses(() => _ = new SlopeCost([unit], [1]), "Σx²", $"got {sum}");
        Refuses(() => LineFit.Of([0, 1e-160], [1, 2]), "Σ(x − x̄)²", "got 0"); // a sum of one digit
        Assert.Equal(1e160, new SlopeCost([1e-160, 3e-160], [1, 3]).Minimum, 1e146);
        Assert.Equal([1e200, 0], PseudoInverse.Weights(2, 1, [1e-200, 0]));
    }

    [Fact]
    public void Counts_and_rates_outside_their_range_are_refused()
    {
        LinearRegression model = LinearRegression.FromSeed(1, 1, 1);
        var descent = new GradientDescent(model.Parameters, 0.1);
        var batches = new Datasets.Batches(Housing.StandIn().Samples, 8);
        AllRefuse(
            "-1",
            () => LineDescent.Run([1], [1], 0, 0, 0.1, -1), () => model.Train(descent, M(1, 1), M(1, 1), -1),
            () => model.TrainBatches(descent, batches, -1), () => ThermometerRun.Train(0.1, -1),
            () => _ = new BonusExercise(6, -1),
            () => new BonusExercise().TrainByHand(BonusExercise.Start(0), 0.006, -1));
        Refuses(() => LineDescent.Run([1], [1], 0, 0, -0.1, 1), "learning rate", "-0.1");
        Refuses(() => LinearRegression.FromSeed(1, 0, 1), "inputs", "0");
        Refuses(() => ThermometerRun.Train(0, 10), "η", "> 0", "0");
        Refuses(() => ThermometerRun.RecoverLearningRate(2000, 100, 0.05, 1), "between the losses", "2000");
        Refuses(() => ThermometerRun.RecoverLearningRate(double.NaN, 10, 0.05, 1), "between the losses", "NaN");
        Refuses(() => _ = new BonusExercise(0), "mostProjects", "0");
        Refuses(() => new BonusExercise().TrainByHand(new Parameter("θ", [1.0, 2]), 0.006, 1), "Weights", "4 and 2");
    }

    // S3-101: fewer than two folds, more than samples, or too few samples left for the weights.
    [Fact]
    public void Impossible_folds_are_refused()
    {
        SampleSet set = Housing.StandIn().Samples, few = set.At([.. Enumerable.Range(0, 20)]);
        Refuses(() => CrossValidation.LinearRegression(set, 1, new RandomStream(1)), "folds", "1");
        Refuses(() => CrossValidation.LinearRegression(set, 507, new RandomStream(1)), "506");
        Refuses(() => CrossValidation.LinearRegression(few, 2, new RandomStream(1)), "rank 14", "rank 10");
    }

    [Fact]
    public void An_optimizer_must_move_weights_and_bias_of_its_own_model()
    {
        LinearRegression model = LinearRegression.FromSeed(1, 2, 1), other = LinearRegression.FromSeed(1, 2, 1);
        foreach (Parameter[] moved in new Parameter[][] { [model.Weight], [model.Bias], [other.Weight, other.Bias] })
        {
            var descent = new GradientDescent(moved, 0.1);
            Refuses(() => model.Train(descent, M(2, 3), M(1, 3), 1), "W and b of this model", moved[0].Name);
        }
    }

    // One step too long: the weights are not finite, or what they predict.
    [Fact]
    public void A_single_step_too_long_stops_a_run()
    {
        Assert.Equal(1, Assert.Throws<DivergedException>(() => LineDescent.Run([1], [1], 9, 9, 1e308, 10)).Step);
        var model = new LinearRegression(Draw.Row(1), Draw.Row(0));
        DivergedException overflow = Assert.Throws<DivergedException>(() =>
            model.Train(new GradientDescent(model.Parameters, 1e280), Draw.Row(1e10), Draw.Row(0), 2));
        Assert.Equal((1, 1e20, 1.0), (overflow.Step, overflow.LastFiniteLoss, model.Weight.Values[0]));
    }

    [Fact]
    public void Impossible_draws_are_refused()
    {
        var random = new TorchRandom(1);
        Refuses(() => random.Uniform(1, -1), "low ≤ high", "[1, -1)");
        Refuses(() => random.Uniform(float.NaN, 1), "low ≤ high", "NaN");
        Refuses(() => random.Uniform(-3e38f, 3e38f), "finite distance");
        Refuses(() => random.Linear(1, -2), "outputs", "-2");
        Refuses(() => random.Normals(-1), "count", "-1");
        Refuses(() => random.Permutation(-1), "count", "-1");
    }
}
