using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;
using Matrix = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Reference.Optimizers.Tests;

/// <summary>Every rule in its forms: scalar, over a parameter's memory, and Adam in matrices.</summary>
public class AgreementTests
{
    private sealed record Rule(Func<ScalarOptimizer> Scalar, Func<IReadOnlyList<Parameter>, IOptimizer> Fused);

    public static TheoryData<string> Names =>
        ["descent", "averaged", "accumulated", "velocity", "nesterov", "adagrad", "rmsprop inside", "rmsprop beside",
            "adam", "adamw"];

    private static Rule Named(string name) => name switch
    {
        "descent" => new(() => new ScalarDescent(0.1), p => new GradientDescent(p, 0.1)),
        "averaged" => new(() => new ScalarAveragedMomentum(0.1, 0.8), p => new Momentum(p, 0.1 * 0.2, 0.8)),
        "accumulated" => new(() => new ScalarMomentum(0.1, 0.8), p => new Momentum(p, 0.1, 0.8)),
        "velocity" => new(() => new ScalarVelocity(0.1, 0.8), p => new Momentum(p, 0.1, 0.8)),
        "nesterov" => new(() => new ScalarNesterov(0.1, 0.8), p => new Momentum(p, 0.1, 0.8, nesterov: true)),
        "adagrad" => new(() => new ScalarAdaGrad(0.1, 1e-3), p => new AdaGrad(p, 0.1, 1e-3)),
        "rmsprop inside" => RmsProp(EpsilonPlace.InsideRoot),
        "rmsprop beside" => RmsProp(EpsilonPlace.BesideRoot),
        "adam" => new(() => new ScalarAdam(0.1, 0.7, 0.9, 1e-3), p => new Adam(p, 0.1, 0.7, 0.9, 1e-3)),
        _ => new(() => new ScalarAdamW(0.1, 0.3, 0.7, 0.9, 1e-3), p => new AdamW(p, 0.1, 0.3, 0.7, 0.9, 1e-3)),
    };

    private static Rule RmsProp(EpsilonPlace place) =>
        new(() => new ScalarRmsProp(0.1, 0.8, 1e-2, place), p => new RmsProp(p, 0.1, 0.8, 1e-2, place));

    // (5.1) (5.20) (5.21) (5.22) (5.24) (5.25) (5.26) (5.27) (5.28) (5.29) (5.30)
    // S0-034 S0-035 S1-137 S1-283 S2-119 S2-120 S2-121 S2-122 S2-123 S3-061 S4-156: they differ by rounding.
    // With η(1 − β) for η the trained momentum is the averaged one; with the same η it is the velocity.
    [Property(MaxTest = 30)]
    public void The_forms_of_every_rule_agree(RandomMatrix start, Seed seed)
    {
        foreach (string name in Names)
        {
            Rule rule = Named(name);
            RandomStream random = seed.Stream();
            Matrix W = start.Matrix, M = 0 * W, S = 0 * W;
            var parameter = new Parameter("W", W);
            IOptimizer fused = rule.Fused([parameter]);
            double[] scalars = W.ToColumnMajorArray();
            ScalarOptimizer[] rules = [.. scalars.Select(_ => rule.Scalar())];
            for (int t = 1; t <= 6; t++)
            {
                Matrix G = W.Map(_ => random.Normal(), Zeros.Include);
                (W, M, S) = OptimizerEquations.Adam(W, M, S, G, t, 0.1, name == "adamw" ? 0.3 : 0, 0.7, 0.9, 1e-3);
                scalars = [.. scalars.Select((w, i) => rules[i].Step(w, G.ToColumnMajorArray()[i]))];
                fused.ZeroGradients();
                parameter.Accumulate(G);
                fused.Step();
            }

            bool inMatrices = name is "adam" or "adamw";
            Assert.True(!inMatrices || RelativeError.ByNorm([1, .. W.ToColumnMajorArray()], [1, .. scalars]) < 1e-13,
                name);
            // Steps may cancel W.
            Assert.True(RelativeError.ByNorm([1, .. scalars], [1, .. parameter.Values]) < 1e-13, name);
        }
    }

    // Steady-state steps allocate nothing.
    [Theory]
    [MemberData(nameof(Names))]
    public void A_step_allocates_nothing(string name)
    {
        var parameter = new Parameter("W", new double[1000]);
        IOptimizer optimizer = Named(name).Fused([parameter]);
        long before = 0;
        for (int t = 0; t < 4; t++)
        {
            before = GC.GetAllocatedBytesForCurrentThread();
            optimizer.ZeroGradients();
            optimizer.Step();
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    // S0-113: gradients add up until they are set to 0.
    [Fact]
    public void Gradients_accumulate_until_they_are_zeroed()
    {
        var w = new Parameter("w", [1, 2]);
        var descent = new GradientDescent([w], 0.5);
        w.Accumulate(Matrices.Column(1, -2));
        w.Accumulate(Matrices.Column(1, -2));
        descent.Step();
        Assert.Equal([0, 4], w.Values.ToArray());
        descent.ZeroGradients();
        descent.Step();
        Assert.Equal([0, 4], w.Values.ToArray());
        Assert.Equal((2, "w"), (descent.Steps, w.Name));
    }
}
