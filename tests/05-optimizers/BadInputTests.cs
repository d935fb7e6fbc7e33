using MathNet.Numerics.LinearAlgebra;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

public class BadInputTests
{
    private static Parameter[] One => [new("weights", [1.0, 2])];

    [Theory]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Learning_rates_are_finite_and_not_negative(double η)
    {
        foreach (Action action in new Action[]
        {
            () => _ = new ScalarDescent(η), () => _ = new ScalarAveragedMomentum(η, 0.9), () => _ = new ScalarMomentum(η, 0.9),
            () => _ = new ScalarVelocity(η, 0.9), () => _ = new ScalarNesterov(η, 0.9),
            () => _ = new ScalarAdaGrad(η), () => _ = new ScalarRmsProp(η, 0.9, 1e-8, EpsilonPlace.InsideRoot),
            () => _ = new ScalarAdam(η), () => _ = new ScalarAdamW(η, 0), () => _ = new ScalarPrintedAdam(η),
            () => OptimizerEquations.Descent(M(), M(), η), () => OptimizerEquations.Adam(M(), M(), M(), M(), 1, η),
            () => Schedule.InverseSquareRoot(η, 1), () => Schedule.Step(η, 0.5, 1, 1),
            () => Schedule.Cosine(η, 0, 10, 1), () => Schedule.Cosine(1, η, 10, 1), () => Schedule.WarmUp(η, 1, 1),
            () => ScalarUnit.BatchEpoch([1], new double[1, 1], [1], η), () => ScalarUnit.OnlineEpoch([1], new double[1, 1], [1], η),
        })
        {
            Refuses(action, "learning rate ≥ 0", $"got {η}");
        }

        foreach (Func<IOptimizer> create in new Func<IOptimizer>[]
        {
            () => new GradientDescent(One, η), () => new Momentum(One, η), () => new AveragedMomentum(One, η),
            () => new VelocityMomentum(One, η), () => new AdaGrad(One, η), () => new RmsProp(One, η),
            () => new Adam(One, η), () => new AdamW(One, η),
        })
        {
            Refuses(() => create(), "learningRate", "learning rate ≥ 0", $"got {η}");
        }

        Refuses(() => new GradientDescent(One, 1).LearningRate = η, "learningRate", $"got {η}");
    }

    // S1-137: momentum may be 1, where the notes' sum diverges; a running mean may not.
    [Theory]
    [InlineData(-0.1)]
    [InlineData(1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Decays_lie_in_the_half_open_unit_interval(double β)
    {
        foreach (Action action in new Action[]
        {
            () => MovingAverage.Of([1], β), () => MovingAverage.Unrolled([1], β), () => MovingAverage.Corrected([1], β),
            () => _ = new ScalarAveragedMomentum(0.1, β),
            () => _ = new ScalarRmsProp(0.1, β, 0, EpsilonPlace.InsideRoot), () => _ = new ScalarAdam(0.1, β), () => _ = new ScalarAdam(0.1, 0.9, β),
            () => _ = new ScalarAdamW(0.1, 0, β), () => _ = new ScalarPrintedAdam(0.1, β),
            () => _ = new AveragedMomentum(One, 0.1, β), () => _ = new RmsProp(One, 0.1, β), () => _ = new Adam(One, 0.1, β),
            () => _ = new Adam(One, 0.1, 0.9, β), () => _ = new AdamW(One, 0.1, 0, β),
            () => _ = new AdamW(One, 0.1, 0, 0.9, β),
            () => OptimizerEquations.AveragedMomentum(M(), M(), M(), 0.1, β),
            () => OptimizerEquations.RmsProp(M(), M(), M(), 0.1, β, 1e-8, EpsilonPlace.InsideRoot),
            () => OptimizerEquations.Adam(M(), M(), M(), M(), 1, 0.1, β1: β), () => OptimizerEquations.Adam(M(), M(), M(), M(), 1, 0.1, β2: β),
        })
        {
            Refuses(action, "decay in [0, 1)", $"got {β}");
        }
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Momentum_lies_in_the_unit_interval(double μ)
    {
        foreach (Action action in new Action[]
        {
            () => _ = new ScalarMomentum(0.1, μ), () => _ = new ScalarVelocity(0.1, μ), () => _ = new ScalarNesterov(0.1, μ),
            () => ScalarVelocity.OfSteps([1], μ), () => _ = new Momentum(One, 0.1, μ), () => _ = new VelocityMomentum(One, 0.1, μ),
            () => OptimizerEquations.Momentum(M(), M(), M(), 0.1, μ), () => OptimizerEquations.Velocity(M(), M(), M(), 0.1, μ),
            () => OptimizerEquations.Nesterov(M(), M(), M(), 0.1, μ),
        })
        {
            Refuses(action, "momentum in [0, 1]", $"got {μ}");
        }

        _ = (new ScalarMomentum(0.1, 1), new Momentum(One, 0.1, 1), new VelocityMomentum(One, 0.1, 1));
    }

    [Theory]
    [InlineData(-1e-8)]
    [InlineData(double.NaN)]
    public void Epsilon_and_weight_decay_are_not_negative(double bad)
    {
        foreach (Action action in new Action[]
        {
            () => _ = new ScalarAdaGrad(0.1, bad), () => _ = new ScalarRmsProp(0.1, 0.9, bad, EpsilonPlace.InsideRoot),
            () => _ = new ScalarAdam(0.1, ε: bad), () => _ = new ScalarAdamW(0.1, bad), () => _ = new ScalarAdamW(0.1, 0, ε: bad),
            () => _ = new ScalarPrintedAdam(0.1, ε: bad),
            () => _ = new AdaGrad(One, 0.1, bad), () => _ = new RmsProp(One, 0.1, 0.9, bad), () => _ = new Adam(One, epsilon: bad),
            () => _ = new AdamW(One, epsilon: bad), () => _ = new AdamW(One, weightDecay: bad),
            () => OptimizerEquations.AdaGrad(M(), M(), M(), 0.1, bad),
            () => OptimizerEquations.Adam(M(), M(), M(), M(), 1, 0.1, bad), () => OptimizerEquations.Adam(M(), M(), M(), M(), 1, 0.1, ε: bad),
            () => RandomRestart.Perturb(new(1), [0], bad),
        })
        {
            Refuses(action, "finite number", $"got {bad}");
        }

        Refuses(() => _ = new Adam(One, epsilon: 0), "epsilon", "> 0", "got 0");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Clipping_limits_are_positive(double limit)
    {
        Refuses(() => Clipping.ByValue([1.0], limit), "limit", "> 0", $"got {limit}");
        Refuses(() => Clipping.ByNorm([1.0], limit), "limit", "> 0", $"got {limit}");
        Refuses(() => Clipping.ByValue(One, limit), "limit", "> 0", $"got {limit}");
        Refuses(() => Clipping.ByNorm(One, limit), "limit", "> 0", $"got {limit}");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_gradient_that_is_not_finite_moves_nothing(double bad)
    {
        Parameter first = new("first", [1.0]), second = new("second", [1.0, 2, 3, 4, 5, 6, 7, 8, 9]);
        foreach (int place in new[] { 0, 8 })
        {
            first.Gradients[0] = 1;
            second.ZeroGradient();
            second.Gradients[place] = bad;
            Optimizer adam = new Adam([first, second]);
            Refuses(adam.Step, "gradient of second", $"element {place} is {bad}");
            Assert.Equal(1, first.Values[0]);
            Assert.Equal(0, adam.Steps);
            Refuses(() => Clipping.ByNorm([first, second], 0.5), "gradient of second", $"element {place} is {bad}");
            Refuses(() => Clipping.ByValue([first, second], 0.5), "gradient of second", $"element {place} is {bad}");
            Assert.Equal(1, first.Gradients[0]);
        }

        Refuses(() => new ScalarAdam(0.1).Step(1, bad), "g", $"{bad}");
        Refuses(() => new ScalarDescent(0.1).Step(bad, 1), "w", $"{bad}");
        Refuses(() => Clipping.ByValue([1, bad], 1), "g", $"element 1 is {bad}");
        Refuses(() => OptimizerEquations.Descent(M(), M(bad), 0.1), "G", $"{bad}");
        Refuses(() => _ = new Parameter("W", [bad]), "W", $"{bad}");
        Refuses(() => MovingAverage.Of([1, bad], 0.5), "x", $"{bad}");
    }

    [Fact]
    public void Gradients_have_the_shape_of_their_parameter()
    {
        Refuses(() => One[0].Accumulate(M()), "[2 × 1]", "weights", "[2 × 2]");
        Refuses(() => OptimizerEquations.Descent(M(), Matrix<double>.Build.Dense(2, 3), 0.1), "[2 × 2]", "[2 × 3]");
    }

    [Fact]
    public void Optimizers_want_parameters_each_once()
    {
        Refuses(() => _ = new Adam([]), "parameters", "empty");
        Parameter w = One[0];
        Refuses(() => _ = new Adam([w, w]), "each parameter once", "weights, weights");
    }

    [Fact]
    public void Counts_are_positive_and_sizes_agree()
    {
        Refuses(() => Batches.UpdatesPerEpoch(10, 0), "batchSize", "at least 1", "got 0");
        Refuses(() => Batches.UpdatesPerEpoch(0, 1), "records", "at least 1", "got 0");
        Refuses(() => Batches.Cut([1], 0), "batchSize", "got 0");
        Refuses(() => Batches.Train(LeastSquaresLine.Exercise, [0, 0], 0.1, 1, -1), "epochs", "at least 0", "got -1");
        Refuses(() => Schedule.InverseSquareRoot(1, 0), "t", "at least 1", "got 0");
        Refuses(() => Schedule.Step(1, 1.5, 1, 1), "γ", "[0, 1]", "1.5");
        Refuses(() => Schedule.Exponential(1, 0.5, -1), "t", "at least 0", "got -1");
        Refuses(() => OptimizerEquations.Adam(M(), M(), M(), M(), 0, 0.1), "t", "at least 1", "got 0");
        Refuses(() => RandomRestart.From(new Hills(), new(1), [0], 1, 0, 0.1, 1), "restarts", "got 0");
        Refuses(() => RandomRestart.Best([]), "runs", "empty");
        Refuses(() => Descent.UntilFlat(new Hills(), [0], 0.1, 0, 1), "tolerance", "got 0");
        Refuses(() => Descent.UntilFlat(new Hills(), [0], 0.1, 1e-3, -1), "mostSteps", "at least 0", "got -1");
        Refuses(() => _ = new LeastSquaresLine([1], [1, 2]), "x and y", "1 and 2");
        Refuses(() => LeastSquaresLine.Exercise.Gradient([1, 2], []), "batch", "empty");
        Refuses(() => LeastSquaresLine.Exercise.Value([1]), "2 and 1");
        Refuses(() => new Rosenbrock().Value([1]), "2 and 1");
        Refuses(() => new DoubleWell().Gradient([1, 2]), "1 and 2");
        Refuses(() => new Hills().Gradient([double.NaN]), "x", "NaN");
        Refuses(() => Quadratic.Ravine.Value([1]), "2 and 1");
        Refuses(() => _ = new Quadratic(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } })), "H", "symmetric");
        Refuses(() => StationaryPoint.Classify(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2 }, { 3, 4 } })), "H", "symmetric");
        Refuses(() => ScalarUnit.Error(new double[2, 1], new double[3, 4], new double[1, 4]), "rows of w and rows of x", "2 and 3");
        Refuses(() => ScalarUnit.Gradient(new double[3, 1], new double[3, 4], new double[1, 5]), "columns of x and columns of y", "4 and 5");
    }

    private static Matrix<double> M(double value = 0.5) => Matrix<double>.Build.Dense(2, 2, value);
}
