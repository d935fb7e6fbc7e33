using Reference.Activations;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.LanguageModels.Tests;

/// <summary>Rewards and policies on answers that can be enumerated.</summary>
public class AlignmentTests
{
    private sealed record Case(double[] Z, double[] R, double[] π0, double β)
    {
        public static Case Draw(Seed seed)
        {
            RandomStream random = seed.Stream();
            int K = 2 + random.Below(5);
            return new(random.Normals(K), random.Normals(K), ScalarActivations.Softmax(random.Normals(K)),
                0.2 + random.Uniform());
        }
    }

    // (21.15) (21.16) S1-298: the gradient, and σ of the difference as the probability of the order.
    [Property]
    public void The_gradient_of_a_pair_is_the_numerical_one(Seed seed)
    {
        double[] r = seed.Stream().Normals(2);
        double g = ScalarAlignment.PairGradient(r[0], r[1]);
        GradientCheck.Smooth(v => ScalarAlignment.PairLoss(v[0], v[1]), r, [g, -g]).ThrowIfFailed();
        Assert.Equal(
            1, Math.Exp(-ScalarAlignment.PairLoss(r[0], r[1])) + Math.Exp(-ScalarAlignment.PairLoss(r[1], r[0])),
                1e-12);
    }

    // (21.18) (21.19) (21.20) S1-299: numerical, exact and score-function gradients agree, with any baseline.
    [Property]
    public void The_score_function_has_the_exact_gradient_as_its_mean(Seed seed)
    {
        Case c = Case.Draw(seed);
        double[] exact = ScalarAlignment.Gradient(c.Z, c.R, c.π0, c.β), π = ScalarActivations.Softmax(c.Z);
        GradientCheck.Smooth(z => ScalarAlignment.Objective(z, c.R, c.π0, c.β), c.Z, exact).ThrowIfFailed();
        foreach (double b in (double[])[0, 3.7])
        {
            double[] mean = [.. exact.Select((_, k) => Enumerable.Range(0, π.Length)
                .Sum(y => π[y] * ScalarAlignment.ScoreFunction(c.Z, c.R, c.π0, c.β, y, b)[k]))];
            Assert.Equal(exact, mean, (a, m) => Math.Abs(a - m) < 1e-12);
        }
    }

    // (21.21) (21.17) (21.18) S1-299: the gradient vanishes there, J is β ln Σ π₀ exp(r/β), and ascent arrives.
    [Property]
    public void The_optimum_is_reached(Seed seed)
    {
        Case c = Case.Draw(seed);
        double[] best = ScalarAlignment.Optimum(c.R, c.π0, c.β), z = [.. best.Select(v => Math.Log(v))];
        Assert.All(ScalarAlignment.Gradient(z, c.R, c.π0, c.β), g => Assert.Equal(0, g, 1e-12));
        double J = c.β * Math.Log(c.R.Zip(c.π0, (r, q) => q * Math.Exp(r / c.β)).Sum());
        Assert.Equal(J, ScalarAlignment.Objective(z, c.R, c.π0, c.β), 1e-10);
        double[] now = [.. c.π0.Select(v => Math.Log(v))];
        Assert.Equal(0, ScalarAlignment.Kl(c.π0, c.π0), 1e-12);
        // A good answer that is rare in π₀ is found slowly: its slope has its probability as a factor.
        bool Arrived() => ScalarAlignment.Objective(now, c.R, c.π0, c.β) >= J - 1e-3;
        for (int step = 0; step < 4000 || (step < 200_000 && !Arrived()); step++)
        {
            now = [.. now.Zip(ScalarAlignment.Gradient(now, c.R, c.π0, c.β), (v, g) => v + 1.5 * g)];
        }

        Assert.InRange(ScalarAlignment.Objective(now, c.R, c.π0, c.β), J - 1e-3, J + 1e-9);
    }

    // (21.1) (21.4) (21.7) (21.16) (21.19): the digits hold where exponentials overflow or vanish.
    [Fact]
    public void Extreme_scores_keep_their_digits()
    {
        Assert.Equal(1000, ScalarLanguageModel.Loss([[0, 1000]], [0], [1]));
        Assert.Equal(-1000, ScalarLanguageModel.LogProbability([0], _ => [0, 1000]));
        Assert.Equal([0.5, 0, 0.5], ScalarDecoding.Temperature([3, 2, 3], 1e-309));
        Assert.Equal(-Math.Exp(-50), ScalarAlignment.PairGradient(50, 0), Math.Exp(-50) * 1e-12);
        Assert.All(ScalarAlignment.Gradient([0, -2000], [1, 2], [0.5, 0.5], 0.3), g => Assert.Equal(0, g));
    }
}
