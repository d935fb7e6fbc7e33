using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

/// <summary>Networks that fit curves and two samples.</summary>
public class FitProjectTests
{
    // S4-118 S4-119 S4-120 S4-121 S4-122: at x = 0 the hidden units give σ(b₁); the formula and the layers are one network.
    [Property(MaxTest = 20)]
    public void The_sigmoid_network_is_its_formula(Seed seed)
    {
        RandomStream random = seed.Stream();
        int hidden = 1 + random.Below(9);
        Sequential network = StepsNetwork.Build(hidden, random);
        foreach (double x in new[] { 0, random.Normal(0, 3) })
        {
            Matrix<double> y = new SigmoidCrossEntropy().Predict(network.Forward(Matrix<double>.Build.Dense(1, 1, x)));
            Assert.Equal(StepsNetwork.Formula(network, x), y[0, 0], 1e-14);
        }

        Matrix<double> atZero = network.Layers[1].Forward(network.Layers[0].Forward(Matrix<double>.Build.Dense(1, 1)));
        Assert.True(RelativeError.ByNorm(network.Parameters[1].Value.Map(ScalarActivations.Sigmoid), atZero) < 1e-14);
        Assert.Equal(3 * hidden + 1, Summary.CountOf((ILayer)network));
    }

    // S4-120 S4-121: accuracy rises with the width.
    [Fact]
    public void More_units_fit_more_steps()
    {
        double one = StepsNetwork.Train(1, 2).Accuracy, two = StepsNetwork.Train(2, 2).Accuracy, six = StepsNetwork.Train(6, 2).Accuracy;
        Assert.Equal(0.74, one, 1e-12); // no better than calling all points class 0
        Assert.True(one < two && two < six);
        Assert.True(six > 0.98);
        Assert.Equal(26, StepsNetwork.Y.Enumerate().Sum());
        Assert.Equal((-20, 20), (StepsNetwork.X[0, 0], StepsNetwork.X[0, 99]));
    }

    // S2-063 S2-065 S2-067 S2-068 S2-069: from every seed the loss falls and the prediction goes towards 1, but dead units keep some at ½.
    [Fact]
    public void SimpleNet_learns_from_every_seed_and_not_always_all()
    {
        SimpleNet.Run[] runs = [.. Enumerable.Range(1, 200).Select(seed => SimpleNet.Train((ulong)seed))];
        Assert.All(runs, run => Assert.True(run.Last < run.First));
        double[] last = [.. runs.Select(run => run.Last).Order()];
        Assert.InRange(last[100], 0.015, 0.045); // 0.028 over 2,000 seeds of the library
        Assert.InRange(last[190], 0.2, 0.27); // one sample of two off by ½ or more
        Assert.InRange(runs.Average(run => run.First), 0.55, 0.75);
        Assert.InRange(runs.Count(run => run.Prediction > 0.5), 175, 195);
        Assert.InRange(runs.Select(run => run.Prediction).Order().ElementAt(100), 0.84, 0.93);
        Assert.Equal([0.0, 0], SimpleNet.Samples[0].X);
        Assert.Equal([0.0], SimpleNet.Samples[0].Y);
        Assert.Equal([1.0, 1], SimpleNet.Samples[1].X);
        Assert.Equal([1.0], SimpleNet.Samples[1].Y);
        Assert.Equal(100, runs[0].History.Epochs.Count);
    }

    // S2-063 S2-067: one step from weights at hand. x = (1, 1), target 1: score 0.5·max(0, 0.2 + 0.4) = 0.3 from one unit, ∂L/∂ŷ = 2(0.3 − 1).
    [Fact]
    public void One_descent_step_of_a_ReLU_network_by_hand()
    {
        var network = new Sequential(
            new Dense(Matrix<double>.Build.DenseOfArray(new[,] { { 0.2, 0.4 } }), Matrix<double>.Build.Dense(1, 1)),
            new Relu(1),
            new Dense(Matrix<double>.Build.Dense(1, 1, 0.5), Matrix<double>.Build.Dense(1, 1)));
        double loss = new Trainer(network, new MeanSquaredError(), new GradientDescent(network.Parameters, 0.01))
            .Step(Matrix<double>.Build.Dense(2, 1, 1), Matrix<double>.Build.Dense(1, 1, 1));
        Assert.Equal(0.49, loss, 1e-15);
        Assert.Equal(0.5 + 0.01 * 1.4 * 0.6, network.Parameters[2].Value[0, 0], 1e-15);
        Assert.Equal(0.01 * 1.4, network.Parameters[3].Value[0, 0], 1e-15);
        Assert.Equal(0.2 + 0.01 * 1.4 * 0.5, network.Parameters[0].Value[0, 0], 1e-15);
        Assert.Equal(0.01 * 1.4 * 0.5, network.Parameters[1].Value[0, 0], 1e-15);
    }

    // (9.20) S4-117: near 1 inside, near 0 outside, ½ at its edges.
    [Property]
    public void Two_sigmoids_make_a_bump(Number a, Positive width)
    {
        double b = a.Value + width.Value, k = 60 / width.Value;
        Assert.Equal(1, Approximation.Bump(a.Value + width.Value / 2, a.Value, b, k), 1e-12);
        Assert.Equal(0.5, Approximation.Bump(a.Value, a.Value, b, k), 1e-12);
        Assert.Equal(0.5, Approximation.Bump(b, a.Value, b, k), 1e-12);
        Assert.Equal(0, Approximation.Bump(a.Value - width.Value, a.Value, b, k), 1e-12);
        Assert.Equal(0, Approximation.Bump(b + width.Value, a.Value, b, k), 1e-12);
        Refuses(() => Approximation.Bump(0, 0, 1, 0), "steepness", "> 0");
    }

    // (9.20) S4-116 S3-009: more bumps, less error; and trained units do it too.
    [Fact]
    public void Bumps_and_trained_units_approximate_a_curve()
    {
        double Error(int bumps) => Enumerable.Range(0, 200).Max(i => Math.Abs(Math.Sin(i / 20.0) - Approximation.OfBumps(Math.Sin, i / 20.0, 0, 10, bumps)));
        double[] errors = [Error(10), Error(40), Error(160)];
        Assert.True(errors[1] < errors[0] / 2 && errors[2] < errors[1] / 2 && errors[2] < 0.05, string.Join(", ", errors));
        Assert.True(Approximation.Sine(16, 3, 2000).Error < 0.001);
        Assert.True(Approximation.Sine(1, 1, 2000).Error > 0.3);
        Assert.Equal((0, 10, 200), (Approximation.X[0, 0], Approximation.X[0, 199], Approximation.X.ColumnCount));
        Refuses(() => Approximation.OfBumps(Math.Sin, 0, 0, 1, 0), "bumps");
    }

    // S4-116: bumps as high as a constant make the constant, from one end of the interval to the other.
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4.5)]
    [InlineData(6)]
    public void Bumps_of_one_height_make_a_level_line(double x)
        => Assert.Equal(7, Approximation.OfBumps(_ => 7, x, 2, 6, 8), 7e-3);
}
