using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Regularization.Tests;

/// <summary>L1, L2 and elastic net: values, steps, and what they do to weights.</summary>
public class PenaltyTests
{
    private static Sequential Network(ulong seed) => MultilayerPerceptron.Of(
        [3, 4, 2], width => new Tanh(width), Initializers.Normal(new RandomStream(seed), 1),
        Initializers.Normal(new RandomStream(seed + 1), 1));

    private static Trainer New(Sequential network, IOptimizer optimizer) =>
        new(network, new MeanSquaredError(), optimizer);

    private static (Matrix<double> X, Matrix<double> Y) Data()
    {
        var random = new RandomStream(5);
        return (Matrix<double>.Build.Dense(3, 6, random.Normals(18)),
            Matrix<double>.Build.Dense(2, 6, random.Normals(12)));
    }

    // S1-117 S1-325: with weights ten times as large σ is certain, and has no slope left to learn from.
    [Fact]
    public void Large_weights_saturate_the_sigmoid()
    {
        double[] σ = [.. new double[] { 2, -2, 20, -20 }.Select(ScalarActivations.Sigmoid)];
        double[] expected = [0.880797, 0.119203, 0.9999999979, 2.06e-9];
        Assert.All(expected.Zip(σ), pair => Assert.Equal(1, pair.Second / pair.First, 1e-3));
        Assert.Equal(0.104994, ScalarActivations.SigmoidDerivative(2), 1e-6);
        Assert.Equal(2.06e-9, ScalarActivations.SigmoidDerivative(20), 1e-11);
    }

    // (10.4) (10.5) (10.6) S1-118 S1-119 S1-121 S1-131 S3-106 S3-107 S3-108: penalties by hand.
    [Fact]
    public void Penalties_have_the_values_computed_by_hand()
    {
        Assert.Equal((2, 1), (ScalarPenalties.L1([1, 1], 1), ScalarPenalties.L1([1, 0], 1)));
        Assert.Equal((2, 1), (ScalarPenalties.L2([1, 1], 1), ScalarPenalties.L2([1, 0], 1)));
        Assert.Equal((1, 0.5), (ScalarPenalties.L1([0.5, -0.5], 1), ScalarPenalties.L2([0.5, -0.5], 1)));
        double[] w = [1, -2, 3];
        Assert.Equal(0.006, ScalarPenalties.L1(w, 0.001), 1e-15);
        Assert.Equal(0.014, ScalarPenalties.L2(w, 0.001), 1e-15);
        Assert.Equal(0.020, ScalarPenalties.ElasticNet(w, 0.002, 0.5), 1e-15); // Keras's l1_l2(0.001, 0.001)
        Assert.Equal(
            (ScalarPenalties.L1(w, 0.3), ScalarPenalties.L2(w, 0.3)),
            (ScalarPenalties.ElasticNet(w, 0.3, 1), ScalarPenalties.ElasticNet(w, 0.3, 0)));
        Assert.Equal(0.020, new Penalty(0.001, 0.001).Value([new Parameter("w", w)]), 1e-15);
    }

    // (10.4) (10.5) (10.7) S1-129 S1-130 S2-127 S2-128: w = −2, λ = η = 0.1.
    [Fact]
    public void Steps_have_the_values_computed_by_hand()
    {
        Assert.Equal(-1.99, ScalarPenalties.L1Step(-2, 0, 0.1, 0.1), 1e-15);
        Assert.Equal(-1.96, ScalarPenalties.L2Step(-2, 0, 0.1, 0.1), 1e-15);
        Assert.Equal(-1.96, ScalarPenalties.DecayStep(-2, 0, 0.1, 0.1), 1e-15);
        Assert.Equal(-1.98, ScalarPenalties.L2Step(-2, 0, 0.1, 0.05), 1e-15); // (λ/2)w²
        Assert.Equal(-2.04, -2 - 0.1 * (0.1 * 4), 1e-15); // as printed in S2-128: away from 0
        Assert.Equal(0.998, ScalarPenalties.DecayStep(1, 0, 0.1, 0.01), 1e-15);
        Assert.Equal(0, ScalarPenalties.L1Derivative(0, 1));
    }

    // (10.8) S1-121: exact zeros, and continuous at the threshold.
    [Fact]
    public void The_soft_threshold_has_the_values_computed_by_hand()
    {
        Assert.Equal((0.5, -0.5), (ScalarPenalties.SoftThreshold(1.5, 1), ScalarPenalties.SoftThreshold(-1.5, 1)));
        Assert.All(new[] { -1, -0.3, 0, 0.3, 1 }, a => Assert.Equal(0, ScalarPenalties.SoftThreshold(a, 1)));
        Assert.Equal(0.6, ScalarPenalties.ProximalStep(1, 2, 0.1, 2), 1e-15);
        Assert.Equal(double.NaN, ScalarPenalties.SoftThreshold(double.NaN, 1));
        Assert.Equal(double.NaN, ScalarPenalties.L1Derivative(double.NaN, 1));
    }

    // (10.3) (10.4) (10.5) (10.6) S1-128 S3-104 S3-105: the gradient of L + R is the numerical one; no bias pays.
    [Theory]
    [InlineData(0.3, 0)]
    [InlineData(0, 0.2)]
    [InlineData(0.1, 0.2)]
    public void The_gradient_of_loss_and_penalty_is_the_numerical_one(double l1, double l2)
    {
        (Matrix<double> X, Matrix<double> Y) = Data();
        Sequential network = Network(1);
        var penalty = new Penalty(l1, l2);
        IReadOnlyList<Parameter> weights = Penalty.WeightsOf(network);
        Assert.Equal(["W [4 × 3]", "W [2 × 4]"], weights.Select(w => w.Name));
        double[] Θ() => [.. network.Parameters.SelectMany(p => p.Values.ToArray())];
        double[] start = Θ();
        New(network, new PenalizedOptimizer(new GradientDescent(network.Parameters, 1), penalty, weights)).Step(X, Y);
        double[] gradient = [.. start.Zip(Θ(), (before, after) => before - after)];
        double Objective(double[] θ)
        {
            int at = 0;
            foreach (Parameter p in network.Parameters)
            {
                θ.AsSpan(at, p.Values.Length).CopyTo(p.Values);
                at += p.Values.Length;
            }

            return new MeanSquaredError().Forward(network.Forward(X), Y) + penalty.Value(weights);
        }

        Assert.True(RelativeError.ByNorm(NumericalDerivative.Gradient(Objective, start), gradient) < 1e-8);
    }

    // (10.7) S1-130: L2 under descent is a decay; under Adam it is not, and AdamW does not depend on the gradient.
    [Fact]
    public void Under_Adam_a_penalty_is_not_a_decay()
    {
        (Matrix<double> X, Matrix<double> Y) = Data();
        double[] After(Func<Sequential, IOptimizer> of, int steps)
        {
            Sequential network = Network(1);
            Trainer trainer = New(network, of(network));
            for (int t = 0; t < steps; t++)
            {
                trainer.Step(X, Y);
            }

            return [.. Penalty.WeightsOf(network).SelectMany(w => w.Values.ToArray())];
        }

        PenalizedOptimizer With(IOptimizer inner, Sequential network, double λ) =>
            new(inner, new Penalty(l2: λ), Penalty.WeightsOf(network));
        double[] start = After(n => new GradientDescent(n.Parameters, 0), 1);
        double[] plain = After(n => new GradientDescent(n.Parameters, 0.1), 1);
        double[] penalized = After(n => With(new GradientDescent(n.Parameters, 0.1), n, 0.3), 1);
        Assert.All(start.Index(), w =>
            Assert.Equal(plain[w.Index] - 2 * 0.1 * 0.3 * w.Item, penalized[w.Index], 1e-12));

        double[] adam = After(n => new Adam(n.Parameters, 0.01), 30);
        double[] weak = After(n => With(new Adam(n.Parameters, 0.01), n, 10), 30);
        double[] strong = After(n => With(new Adam(n.Parameters, 0.01), n, 1000), 30);
        double[] decayed = After(n => new AdamW(n.Parameters, 0.01, 2 * 10), 30);
        Assert.True(Norm(strong) > 0.9 * Norm(weak)); // a penalty a hundred times as strong
        Assert.True(Norm(decayed) < 0.1 * Norm(weak) && Norm(weak) < Norm(adam));
    }

    private static double Norm(double[] w) => Math.Sqrt(w.Sum(v => v * v));

    // (10.8) S1-121 S1-133: proximal L1 gives exact zeros and finds the features; L2 gives none.
    [Fact]
    public void L1_is_sparse_and_L2_is_not()
    {
        SparseLine line = SparseLine.Draw(new RandomStream(1), 20, 60);
        Vector<double> l1 = line.L1(0.2), l2 = line.L2(0.2);
        Assert.Equal([0, 1, 2], l1.Index().Where(w => w.Item != 0).Select(w => w.Index));
        Assert.DoesNotContain(0, l2);
        int last = 20;
        foreach (double λ in new[] { 0.01, 0.1, 0.3, 1, 4 }) // S1-133: a larger λ leaves fewer and smaller weights
        {
            Vector<double> w = line.L1(λ);
            Assert.True(w.Count(v => v != 0) <= last);
            Assert.True(line.L2(λ).L2Norm() < line.L2(λ / 2).L2Norm());
            last = w.Count(v => v != 0);
        }

        Assert.Equal(0, last);
        // the optimality of L1: the gradient of the loss is at most λ where w is 0, and −λ sign(w) elsewhere
        Vector<double> g = (line.X * (line.X.Transpose() * l1 - line.Y)) / line.Y.Count;
        Assert.All(l1.Zip(g), pair => Assert.True(pair.First == 0
            ? Math.Abs(pair.Second) <= 0.2 + 1e-9
            : Math.Abs(pair.Second + 0.2 * Math.Sign(pair.First)) < 1e-6));
    }

    // (10.8): the network's own optimizer gives exact zeros too, and counts and moments are the inner one's.
    [Fact]
    public void A_proximal_optimizer_makes_weights_exactly_0()
    {
        (Matrix<double> X, Matrix<double> Y) = Data();
        int Zeros(bool proximal)
        {
            Sequential network = Network(2);
            var optimizer = new PenalizedOptimizer(
                new Momentum(network.Parameters, 0.02), new Penalty(l1: 0.5), Penalty.WeightsOf(network), proximal);
            Trainer trainer = New(network, optimizer);
            for (int t = 0; t < 300; t++)
            {
                trainer.Step(X, Y);
            }

            Assert.Equal((300, network.Parameters.Count), (optimizer.Steps, optimizer.Memory.Count));
            return Penalty.WeightsOf(network).Sum(w => w.Values.ToArray().Count(v => v == 0));
        }

        Assert.InRange(Zeros(true), 5, 20); // of 20
        Assert.Equal(0, Zeros(false));
    }

    // (10.9) S3-220: half the weight each, exactly, and the predictions of the single feature under half the penalty.
    [Property(MaxTest = 20)]
    public void A_duplicated_feature_shares_its_weight(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> x = Matrix<double>.Build.Dense(1, 9, random.Normals(9));
        Vector<double> y = Vector<double>.Build.DenseOfArray(random.Normals(9));
        Vector<double> both = PolynomialFit.Ridge(x.Stack(x), y, 0.8), one = PolynomialFit.Ridge(x, y, 0.4);
        Assert.Equal(both[0], both[1], 1e-12);
        Assert.Equal(one[0], both.Sum(), 1e-12);
    }

    // (10.9): the gradient of the penalized error vanishes.
    [Property(MaxTest = 20)]
    public void A_ridge_solution_has_gradient_0(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Matrix<double>.Build.Dense(4, 9, random.Normals(36));
        Vector<double> y = Vector<double>.Build.DenseOfArray(random.Normals(9));
        double λ = random.Uniform(0.1, 2);
        Vector<double> w = PolynomialFit.Ridge(X, y, λ);
        Assert.True((X * (X.Transpose() * w - y) + λ * w).L2Norm() < 1e-10 * (1 + y.L2Norm()));
    }

    [Fact]
    public void Bad_penalties_are_refused()
    {
        Refuses(() => _ = new Penalty(-1), "l1", "≥ 0", "-1");
        Refuses(() => _ = new Penalty(0, double.NaN), "l2", "NaN");
        Sequential network = Network(1);
        Refuses(
            () => _ = new PenalizedOptimizer(
                new GradientDescent(network.Parameters, 1), new Penalty(), Penalty.WeightsOf(Network(2))),
            "weights", "not one of them");
        Assert.Throws<ArgumentNullException>(() => new PenalizedOptimizer(null!, new Penalty(), []));
        Refuses(() => PolynomialFit.Of([], [], 1), "x", "empty");
        Refuses(() => PolynomialFit.Of([1], [1, 2], 1), "1", "2");
        Refuses(() => PolynomialFit.Of([1], [1], -1), "degree");
    }
}
