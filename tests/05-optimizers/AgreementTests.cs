using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

/// <summary>Every rule in its three forms: scalar, in matrices, and over a parameter's memory.</summary>
public class AgreementTests
{
    private const int Steps = 6;

    private sealed record Rule(
        Func<IScalarOptimizer> Scalar,
        Func<IReadOnlyList<Parameter>, IOptimizer> Fused,
        Func<Matrix<double>, Matrix<double>[], Matrix<double>, int, (Matrix<double> W, Matrix<double>[] State)> Equation);

    private static Rule Named(string name) => name switch
    {
        "descent" => new(() => new ScalarDescent(0.1), p => new GradientDescent(p, 0.1), (W, s, G, _) => (OptimizerEquations.Descent(W, G, 0.1), s)),
        "averaged" => new(() => new ScalarAveragedMomentum(0.1, 0.8), p => new AveragedMomentum(p, 0.1, 0.8),
            (W, s, G, _) => One(OptimizerEquations.AveragedMomentum(W, s[0], G, 0.1, 0.8))),
        "accumulated" => new(() => new ScalarMomentum(0.1, 0.8), p => new Momentum(p, 0.1, 0.8),
            (W, s, G, _) => One(OptimizerEquations.Momentum(W, s[0], G, 0.1, 0.8))),
        "velocity" => new(() => new ScalarVelocity(0.1, 0.8), p => new VelocityMomentum(p, 0.1, 0.8),
            (W, s, G, _) => One(OptimizerEquations.Velocity(W, s[0], G, 0.1, 0.8))),
        "nesterov" => new(() => new ScalarNesterov(0.1, 0.8), p => new Momentum(p, 0.1, 0.8, nesterov: true),
            (W, s, G, _) => One(OptimizerEquations.Nesterov(W, s[0], G, 0.1, 0.8))),
        "adagrad" => new(() => new ScalarAdaGrad(0.1, 1e-3), p => new AdaGrad(p, 0.1, 1e-3),
            (W, s, G, _) => One(OptimizerEquations.AdaGrad(W, s[0], G, 0.1, 1e-3))),
        "rmsprop inside" => RmsProp(EpsilonPlace.InsideRoot),
        "rmsprop beside" => RmsProp(EpsilonPlace.BesideRoot),
        "adam" => new(() => new ScalarAdam(0.1, 0.7, 0.9, 1e-3), p => new Adam(p, 0.1, 0.7, 0.9, 1e-3),
            (W, s, G, t) => Two(OptimizerEquations.Adam(W, s[0], s[1], G, t, 0.1, 0, 0.7, 0.9, 1e-3))),
        _ => new(() => new ScalarAdamW(0.1, 0.3, 0.7, 0.9, 1e-3), p => new AdamW(p, 0.1, 0.3, 0.7, 0.9, 1e-3),
            (W, s, G, t) => Two(OptimizerEquations.Adam(W, s[0], s[1], G, t, 0.1, 0.3, 0.7, 0.9, 1e-3))),
    };

    private static Rule RmsProp(EpsilonPlace place) => new(
        () => new ScalarRmsProp(0.1, 0.8, 1e-2, place), p => new RmsProp(p, 0.1, 0.8, 1e-2, place),
        (W, s, G, _) => One(OptimizerEquations.RmsProp(W, s[0], G, 0.1, 0.8, 1e-2, place)));

    private static (Matrix<double>, Matrix<double>[]) One((Matrix<double> W, Matrix<double> S) next) => (next.W, [next.S]);

    private static (Matrix<double>, Matrix<double>[]) Two((Matrix<double> W, Matrix<double> M, Matrix<double> S) next) => (next.W, [next.M, next.S]);

    private static readonly string[] Names =
        ["descent", "averaged", "accumulated", "velocity", "nesterov", "adagrad", "rmsprop inside", "rmsprop beside", "adam", "adamw"];

    // (5.1) (5.20) (5.21) (5.22) (5.24) (5.25) (5.26) (5.27) (5.28) (5.29) (5.30) S0-034 S2-119 S2-120 S2-121 S2-122 S2-123 S1-137 S4-156 S1-283 S3-061 S0-035
    [Property(MaxTest = 30)]
    public void The_three_forms_of_every_rule_agree(RandomMatrix start, Seed seed)
    {
        foreach (string name in Names)
        {
            Rule rule = Named(name);
            RandomStream random = seed.Stream();
            Matrix<double> W = start.Matrix, zero = W.Map(_ => 0.0, Zeros.Include);
            Matrix<double>[] state = [zero, zero];
            var parameter = new Parameter("W", W);
            IOptimizer fused = rule.Fused([parameter]);
            double[] scalars = W.ToColumnMajorArray();
            IScalarOptimizer[] rules = [.. scalars.Select(_ => rule.Scalar())];
            for (int t = 1; t <= Steps; t++)
            {
                Matrix<double> G = W.Map(_ => random.Normal(), Zeros.Include);
                (W, state) = rule.Equation(W, state, G, t);
                scalars = [.. scalars.Select((w, i) => rules[i].Step(w, G.ToColumnMajorArray()[i]))];
                fused.ZeroGradients();
                parameter.Accumulate(G);
                fused.Step();
            }

            // Only the order of a few operations differs.
            Assert.True(RelativeError.ByNorm(W.ToColumnMajorArray(), scalars) < 1e-12, name);
            Assert.True(RelativeError.ByNorm(scalars, parameter.Values.ToArray()) < 1e-12, name);
        }
    }

    // Full registers and the rest of a parameter give the same bits, and so do neighbours.
    [Fact]
    public void Where_a_weight_lies_in_memory_does_not_matter()
    {
        foreach (string name in Names)
        {
            var alone = new Parameter("one", [0.3]);
            var many = new Parameter("many", [.. Enumerable.Repeat(0.3, 19)]);
            IOptimizer one = Named(name).Fused([alone]), all = Named(name).Fused([many]);
            for (int t = 0; t < 5; t++)
            {
                alone.Gradients[0] = Math.Sin(t + 1);
                many.Gradients.Fill(Math.Sin(t + 1));
                one.Step();
                all.Step();
            }

            Assert.All(many.Values.ToArray(), w => Assert.Equal(alone.Values[0], w));
        }
    }

    // One fused pass over memory: steady-state steps allocate nothing.
    [Fact]
    public void A_step_allocates_nothing()
    {
        foreach (string name in Names)
        {
            var parameter = new Parameter("W", new double[1000]);
            parameter.Gradients.Fill(0.1);
            IOptimizer optimizer = Named(name).Fused([parameter]);
            for (int t = 0; t < 3; t++)
            {
                optimizer.ZeroGradients();
                optimizer.Step();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            optimizer.ZeroGradients();
            optimizer.Step();
            Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        }
    }

    // S0-113: gradients add up until they are set to 0, and a step is by what lies there.
    [Fact]
    public void Gradients_accumulate_until_they_are_zeroed()
    {
        var w = new Parameter("w", [1, 2]);
        var descent = new GradientDescent([w], 0.5);
        Matrix<double> g = Matrix<double>.Build.DenseOfColumnArrays([1.0, -2.0]);
        w.Accumulate(g);
        w.Accumulate(g);
        descent.Step();
        Assert.Equal([0, 4], w.Values.ToArray());
        descent.ZeroGradients();
        descent.Step();
        Assert.Equal([0, 4], w.Values.ToArray());
        Assert.Equal(2, descent.Steps);
        Assert.Equal("w", w.Name);
    }
}
