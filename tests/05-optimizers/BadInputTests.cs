using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

public class BadInputTests
{
    private static Parameter[] One => [new("weights", [1.0, 2])];

    // Every constant of every rule. S1-137: momentum may be 1, as the notes print it.
    [Fact]
    public void Constants_stay_in_their_ranges()
    {
        Outside([-0.1, double.NaN, double.PositiveInfinity], "learning rate ≥ 0",
            η => new ScalarDescent(η), η => new ScalarAveragedMomentum(η, 0.9), η => new ScalarMomentum(η, 0.9),
            η => new ScalarVelocity(η, 0.9), η => new ScalarNesterov(η, 0.9), η => new ScalarAdaGrad(η),
            η => new ScalarRmsProp(η, 0.9, 1e-8, EpsilonPlace.InsideRoot), η => new ScalarAdam(η),
            η => new ScalarAdamW(η, 0), η => new GradientDescent(One, η), η => new Momentum(One, η),
            η => new AdaGrad(One, η), η => new RmsProp(One, η), η => new Adam(One, η), η => new AdamW(One, η),
            η => new GradientDescent(One, 1).LearningRate = η, η => Schedule.InverseSquareRoot(η, 1),
            η => Schedule.Step(η, 0.5, 1, 1), η => Schedule.Cosine(η, 0, 1, 1), η => Schedule.Cosine(1, η, 1, 1),
            η => Schedule.WarmUp(η, 1, 1),
            η => Descent.Path(new Rosenbrock(), [0, 0], p => new Adam(p), 1, _ => η));
        Outside([-0.1, 1, 1.1, double.NaN], "decay in [0, 1)",
            β => MovingAverage.Of([1], β), β => MovingAverage.Unrolled([1], β), β => MovingAverage.Corrected([1], β),
            β => new ScalarAveragedMomentum(0.1, β), β => new ScalarRmsProp(0.1, β, 0, EpsilonPlace.InsideRoot),
            β => new ScalarAdam(0.1, β), β => new ScalarAdam(0.1, 0.9, β), β => new ScalarAdamW(0.1, 0, β),
            β => new RmsProp(One, 0.1, β), β => new Adam(One, 0.1, β), β => new Adam(One, 0.1, 0.9, β),
            β => new AdamW(One, 0.1, 0, β), β => new AdamW(One, 0.1, 0, 0.9, β));
        Outside([-0.1, 1.1, double.NaN], "momentum in [0, 1]",
            μ => new ScalarMomentum(0.1, μ), μ => new ScalarVelocity(0.1, μ), μ => new ScalarNesterov(0.1, μ),
            μ => new Momentum(One, 0.1, μ));
        _ = (new ScalarMomentum(0.1, 1), new Momentum(One, 0.1, 1), new ScalarVelocity(0.1, 1));
        Outside([-1e-8, double.NaN], "finite number",
            ε => new ScalarAdaGrad(0.1, ε), ε => new ScalarRmsProp(0.1, 0.9, ε, EpsilonPlace.InsideRoot),
            ε => new ScalarAdam(0.1, ε: ε), γ => Schedule.Exponential(1, γ, 1),
            λ => new ScalarAdamW(0.1, λ), λ => new AdamW(One, weightDecay: λ),
            σ => RandomRestart.From(new Rastrigin(), new(1), [0], σ, 1, 0.1, 1));
        Outside([0, -1, double.NaN], "> 0",
            ε => new AdaGrad(One, 0.1, ε), ε => new RmsProp(One, 0.1, 0.9, ε), ε => new Adam(One, epsilon: ε),
            c => Clipping.ByNorm(One, c));
        AllRefuse(["limit", "> 0", "got 0"], () => Clipping.ByValue(One, 0));
    }

    // In any band of any parameter: no weight has changed.
    [Theory]
    [InlineData(0, double.NaN)]
    [InlineData(100_000, double.PositiveInfinity)]
    [InlineData(299_999, double.NegativeInfinity)]
    public void A_gradient_that_is_not_finite_moves_nothing(int place, double bad)
    {
        Parameter first = new("first", [1.0]), second = new("second", new double[300_000]);
        (first.Gradients[0], second.Gradients[place]) = (1, bad);
        Optimizer adam = new Adam([first, second]);
        AllRefuse(["gradient of second", $"element {place} is {bad}"],
            adam.Step, () => Clipping.ByNorm([first, second], 0.5), () => Clipping.ByValue([first, second], 0.5));
        Assert.Equal((0, 1, 0, 1), (adam.Steps, first.Values[0], second.Values[0], first.Gradients[0]));
    }

    // (5.32): a norm beyond all doubles cannot be divided by.
    [Fact]
    public void A_norm_that_overflows_is_refused()
    {
        Parameter one = new("one", [0.0, 0]), other = new("other", [0.0]);
        one.Gradients.Fill(1.7e308);
        other.Gradients.Fill(1.7e308);
        AllRefuse(["‖g‖", "finite"], () => Clipping.ByNorm([one], 1), () => Clipping.ByNorm([other, one], 1));
        Assert.All([.. one.Gradients, .. other.Gradients], g => Assert.Equal(1.7e308, g));
    }

    [Fact]
    public void Parameters_are_checked()
    {
        Refuses(() => _ = new Parameter("W", [double.NaN]), "W", "NaN");
        Refuses(() => One[0].Accumulate(Matrices.Ones(2, 2)), "[2 × 1]", "weights", "[2 × 2]");
        Refuses(() => _ = new Adam([]), "parameters", "empty");
        Parameter w = One[0];
        Refuses(() => _ = new Adam([w, w]), "each parameter once", "weights, weights");
        Assert.ThrowsAny<ArgumentException>(() =>
            OptimizerEquations.Adam(M(2), M(2), M(2), M(3), 1, 0.1));

        static Matrix<double> M(int columns) => Matrices.Ones(2, columns);
    }

    [Fact]
    public void Counts_are_positive()
    {
        Refuses(() => Batches.UpdatesPerEpoch(10, 0), "batchSize", "at least 1", "got 0");
        Refuses(() => Batches.UpdatesPerEpoch(0, 1), "records", "at least 1", "got 0");
        Refuses(() => Batches.Split([1], 0), "batchSize", "got 0");
        Refuses(() => Batches.Train(LeastSquaresLine.Exercise, [0, 0], 0.1, 1, -1), "epochs", "at least 0", "got -1");
        AllRefuse(["t to be at least 0; got -1"], () => Schedule.Exponential(1, 0.5, -1),
            () => Schedule.Cosine(1, 0, 10, -1), () => Schedule.WarmUp(1, 5, -1));
        Refuses(() => Schedule.InverseSquareRoot(1, 0), "t to be at least 1; got 0");
        Refuses(() => Schedule.Step(1, 0.5, 0, 3), "every to be at least 1; got 0");
        Refuses(() => Schedule.Cosine(1, 0, 0, 3), "period to be at least 1; got 0");
        Refuses(() => Schedule.WarmUp(1, 0, 3), "warmUp to be at least 1; got 0");
        Refuses(() => RandomRestart.From(new Rastrigin(), new(1), [0], 1, 0, 0.1, 1), "restarts", "got 0");
        Refuses(() => RandomRestart.Best([]), "runs", "empty");
        RandomRestart.Run Ended(double loss) => new([0], [0], loss);
        Assert.Equal(0.5, RandomRestart.Best([Ended(double.NaN), Ended(1), Ended(double.NaN), Ended(0.5)]).Loss);
        Refuses(() => Descent.UntilConverged(new Rastrigin(), [0], 0.1, 0, 1), "tolerance", "got 0");
        Refuses(() => Descent.UntilConverged(new Rastrigin(), [0], 0.1, 1e-3, -1), "mostSteps", "got -1");
        Refuses(() => Descent.Path(new ScalarDescent(0.1), w => w, 0, -1), "steps", "got -1");
        Refuses(() => Descent.Path(new Rosenbrock(), [0, 0], p => new Adam(p), -1), "steps", "got -1");
    }

    // The start of a descent has the dimension of its function, and is finite; so is every gradient on the way.
    [Fact]
    public void Descents_check_their_start()
    {
        Refuses(() => Descent.Path(new Rosenbrock(), [1], p => new Adam(p), 1), "2 and 1");
        Refuses(() => Descent.UntilConverged(Quadratic.Ravine, [1, 2, 3], 0.1, 1, 1), "2 and 3");
        Refuses(() => Batches.Train(LeastSquaresLine.Exercise, [1], 0.1, 1, 1), "2 and 1");
        Refuses(() => RandomRestart.From(new Rastrigin(), new(1), [1, 2], 1, 1, 0.1, 1), "1 and 2");
        Refuses(() => Descent.Path(new Rosenbrock(), [1, double.NaN], p => new Adam(p), 1), "θ", "NaN");
        Refuses(() => RandomRestart.From(new Rastrigin(), new(1), [double.NaN], 1, 1, 0.1, 1), "θ", "NaN");
        Assert.Throws<DivergedException>(() => Descent.UntilConverged(Quadratic.Parabola, [1], 1e9, 1e-3, 1000));
        Refuses(() => Batches.Train(LeastSquaresLine.Exercise, [1, 1], 1e200, 1, 9), "gradient of (w, b)");
    }

    [Fact]
    public void Objectives_check_their_data()
    {
        Matrix<double> skew = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } });
        Refuses(() => _ = new LeastSquaresLine([], []), "x", "at least one");
        Refuses(() => _ = new LeastSquaresLine([1], [1, 2]), "x and y", "1 and 2");
        Refuses(() => _ = new LeastSquaresLine([1, double.NaN], [1, 2]), "x", "element 1 is NaN");
        Refuses(() => _ = new LeastSquaresLine([1, 2], [1, double.NaN]), "y", "element 1 is NaN");
        Refuses(() => _ = new Quadratic(skew), "H", "symmetric");
        Refuses(() => StationaryPoint.Classify(skew), "H", "symmetric");
        Refuses(() => _ = new Quadratic(Matrices.Ones(1, 2)), "rows of H", "columns of H", "1 and 2");
        Refuses(() => _ = new Quadratic(Matrices.Ones(1, 1), double.NaN), "c", "NaN");
        Refuses(() => StationaryPoint.Eigenvalues(Matrices.Column(double.NaN)), "H", "NaN");
    }

    // The formulas themselves are those of IEEE arithmetic.
    [Fact]
    public void Scalar_rules_let_numbers_that_are_not_finite_through()
    {
        Assert.True(double.IsNaN(new ScalarAdam(0.1).Step(1, double.NaN))
            && double.IsNaN(new ScalarDescent(0.1).Step(double.NaN, 1)));
        Assert.Equal(double.NegativeInfinity, new ScalarMomentum(0.1, 0.9).Step(1, double.PositiveInfinity));
        Assert.True(double.IsNaN(new ScalarAdaGrad(0.1, 0).Step(1, 0))); // 0/0 without an ε
        Assert.True(double.IsNaN(MovingAverage.Of([1, double.NaN], 0.5)[1]));
    }

    [Fact]
    public void Layers_of_sigmoid_units_check_their_shapes()
    {
        static void Online(double[,] w, double[,] x, double[,] y) => ScalarSigmoidLayer.OnlineEpoch(w, x, y, 0.1);
        Refuses(() => Online(new double[2, 1], new double[3, 4], new double[1, 4]), "rows of w", "of x", "2 and 3");
        Refuses(() => Online(new double[3, 1], new double[3, 4], new double[1, 5]), "columns of x", "4 and 5");
        Refuses(() => Online(new double[1, 2], new double[1, 2], new double[1, 2]), "of w", "rows of y", "2 and 1");
        Refuses(() => ScalarSigmoidLayer.Error(new double[2, 1], new double[3, 4], new double[1, 4]), "rows of w");
    }

    private static void Outside(double[] values, string range, params Func<double, object>[] constructors)
    {
        foreach (double value in values)
        {
            Assert.All(constructors, construct => Refuses(() => construct(value), range, $"got {value}"));
        }
    }

    private static void AllRefuse(string[] parts, params Action[] actions) =>
        Assert.All(actions, action => Refuses(action, parts));
}
