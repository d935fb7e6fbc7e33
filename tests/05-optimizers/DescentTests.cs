using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class DescentTests
{
    // (5.3) S1-063 S2-083 S2-084 S3-043 S3-048 S4-014 S4-070: twenty steps on x² from 1, in closed form and step by
    // step.
    [Theory]
    [InlineData(0.01, 0.6676079718)]
    [InlineData(0.1, 0.0115292150)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 0.0115292150)]
    [InlineData(1, 1)]
    [InlineData(1.1, 38.3375999)]
    public void Descent_on_a_parabola_is_monotone_oscillates_or_diverges(double η, double value)
    {
        double[] path = Descent.Path(new ScalarDescent(η), w => 2 * w, 1, 20);
        Assert.Equal(value, path[^1], 5e-8);
        Assert.Equal(value, new ScalarDescent(η).OnParabola(1, 20), 5e-8);
        Assert.Equal(η < 0.5, path.All(x => x > 0)); // monotone, and oscillating from ½ on
    }

    // (5.2) S0-038 S1-048 S1-082 S3-043: L(θ − ηg) < L(θ) < L(θ + ηg), and no direction falls faster.
    [Property]
    public void The_loss_falls_fastest_against_the_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        Quadratic L = Convex(random);
        double[] θ = random.Normals(3), g = L.Gradient(θ), other = random.Normals(3);
        double η = 0.1 * L.LargestLearningRate, here = L.Value(θ), steepest = Descent.DerivativeAlongDescent(L, θ);
        Assert.True(L.Value([.. θ.Zip(g, (a, b) => a - η * b)]) < here);
        Assert.True(L.Value([.. θ.Zip(g, (a, b) => a + η * b)]) > here);
        double along = g.Zip(other, (a, b) => a * b).Sum() / Math.Sqrt(other.Sum(v => v * v));
        Assert.True(steepest / Math.Sqrt(-steepest) <= along + 1e-12);
    }

    // (5.4) S0-036 S0-037 S1-048 S1-063 S4-004: just below 2/λ the loss never rises, just above it the point diverges.
    [Property]
    public void Descent_is_stable_below_two_over_the_largest_eigenvalue(Seed seed)
    {
        RandomStream random = seed.Stream();
        Quadratic L = Convex(random);
        double[] start = random.Normals(3);
        double[] below = [.. Descent.Path(L, start, p => new GradientDescent(p, 0.99 * L.LargestLearningRate), 100)
            .Select(L.Value)];
        double[] above = [.. Descent.Path(L, start, p => new GradientDescent(p, 1.1 * L.LargestLearningRate), 200)
            .Select(L.Value)];
        Assert.True(below.Zip(below.Skip(1), (a, b) => b <= a * (1 + 1e-12)).All(fell => fell));
        Assert.True(above[^1] > 1e3 * above[100] || above[^1] > 1e10);
        Assert.Equal(double.PositiveInfinity, new Quadratic(-L.Hessian).LargestLearningRate);
    }

    // S0-036 S0-037: the thermometer's eigenvalues and limit, between a rate that converges and one that diverges.
    [Theory]
    [InlineData(2.2e-4, true)]
    [InlineData(2.3e-4, false)]
    public void The_limit_of_the_thermometer_lies_between_the_rates(double η, bool falls)
    {
        LeastSquaresLine L = LeastSquaresLine.Thermometer;
        var quadratic = new Quadratic(L.Hessian);
        Assert.Equal((0.0411697, 8781.9588),
            (Math.Round(quadratic.Eigenvalues[0], 7), Math.Round(quadratic.Eigenvalues[1], 4)));
        Assert.Equal(2.27740e-4, quadratic.LargestLearningRate, 5e-10);
        Assert.Equal(1044.35, L.Value(LeastSquaresLine.ThermometerStart), 5e-3);
        double[] errors = [.. Descent.Path(L, LeastSquaresLine.ThermometerStart, p => new GradientDescent(p, η), 2000)
            .Select(L.Value)];
        Assert.Equal(falls, errors[^1] < 100);
    }

    // S4-070: stops where the norm ‖∇L‖ ≤ tolerance, or when the steps run out.
    [Fact]
    public void Descent_stops_where_the_gradient_is_small()
    {
        (double[] point, int steps, bool converged) = Descent.UntilConverged(Quadratic.Parabola, [1], 0.25, 1e-3, 100);
        Assert.Equal((Math.Pow(0.5, 11), 11, true), (point[0], steps, converged)); // 2·½ᵗ ≤ 10⁻³ first at t = 11
        Assert.False(Descent.UntilConverged(Quadratic.Parabola, [1], 1, 1e-3, 100).Converged);
        var bowl = new Quadratic(Matrix<double>.Build.DenseIdentity(2)); // at (3, −4) ‖∇L‖ = 5
        Assert.True(Descent.UntilConverged(bowl, [3, -4], 0.1, 5, 0).Converged);
        Assert.False(Descent.UntilConverged(bowl, [3, -4], 0.1, 4.9, 0).Converged);

        var θ = new Parameter("θ", [1]); // with a loss of its own, ½θ²
        DescentRun run = Descent.UntilConverged(new GradientDescent([θ], 0.5), () =>
        {
            θ.Gradients[0] += θ.Values[0];
            return θ.Values[0] * θ.Values[0] / 2;
        }, 0.2, 100);
        Assert.Equal([0.5, 0.125, 0.03125, 0.0078125], run.Losses);
        Assert.Equal((0.125, true), (run.GradientNorm, run.Converged));
    }

    // S1-080 S2-057 S3-040: every gradient and Hessian, and the constant of a quadratic.
    [Property]
    public void Gradients_of_objectives_are_their_derivatives(Seed seed)
    {
        RandomStream random = seed.Stream();
        var line = new LeastSquaresLine(random.Normals(5), random.Normals(5));
        foreach (IObjective L in new IObjective[] { Convex(random), Quadratic.Saddle, new Rosenbrock(),
            new DoubleWell(), new Rastrigin(), line })
        {
            double[] x = random.Uniforms(L.Dimension, -1.5, 1.5);
            GradientCheck.Smooth(L.Value, x, L.Gradient(x)).ThrowIfFailed();
        }

        double[] θ = random.Normals(2);
        Assert.True(RelativeError.ByNorm(NumericalDerivative.Hessian(line.Value, θ), line.Hessian.ToArray()) < 1e-6);
        double second = NumericalDerivative.Second(x => new DoubleWell().Value([x]), θ[0]);
        Assert.Equal(second, DoubleWell.SecondDerivative(θ[0]), 1e-6 * (1 + 12 * θ[0] * θ[0]));
        Assert.Equal((23, 33), (Quadratic.Saddle.Value([0, 0]), Quadratic.Saddle.Value([1, 1])));
        Assert.Equal(4, new Rosenbrock().Value([-1, 1]));
    }

    // (5.5) S1-135 S3-040: an eigenvalue counts as 0 where the rounding of the largest hides it, in any unit.
    [Theory]
    [InlineData(StationaryPoint.Kind.Minimum, 1.0, 1e-11)]
    [InlineData(StationaryPoint.Kind.Maximum, -1.0, -1e-11)]
    [InlineData(StationaryPoint.Kind.Saddle, 1.0, -1e-11)]
    [InlineData(StationaryPoint.Kind.Undecided, 1.0, 1e-13)]
    [InlineData(StationaryPoint.Kind.Undecided, 1.0, -1e-13)]
    [InlineData(StationaryPoint.Kind.Undecided, -1.0, 1e-13)]
    [InlineData(StationaryPoint.Kind.Undecided, 0.0, 0.0)]
    public void The_eigenvalues_decide_the_kind_of_a_stationary_point(StationaryPoint.Kind kind, params double[] λ)
    {
        Assert.All(new[] { 1e-9, 1, 1e9 }, unit =>
            Assert.Equal(kind, StationaryPoint.Classify(unit * Matrix<double>.Build.Diagonal(λ))));
        Assert.Equal(StationaryPoint.Kind.Saddle, StationaryPoint.Classify(Quadratic.Saddle.Hessian));
    }

    // S1-085 S3-041 S3-044: two starts, two minima, both with a positive second derivative; the right one is higher.
    [Fact]
    public void The_start_decides_which_minimum_is_found()
    {
        var well = new DoubleWell();
        double[] ends = [.. new[] { -0.15, 1.85 }.Select(start =>
            Descent.Path(well, [start], p => new GradientDescent(p, 0.02), 2000)[^1][0])];
        Assert.Equal((-1.279, 1.162), (Math.Round(ends[0], 3), Math.Round(ends[1], 3)));
        Assert.True(well.Value([ends[0]]) < well.Value([ends[1]]));
        Assert.All(ends, x => Assert.True(DoubleWell.SecondDerivative(x) > 0));
    }

    // (5.13) (5.15) S1-138: η₀/√t to the digits, a path that follows it, and a cosine after its period.
    [Fact]
    public void Schedules_have_their_values()
    {
        Assert.All(
            new[] { (1, 1), (2, 0.70711), (4, 0.5), (9, 0.33333), (16, 0.25), (100, 0.1) },
            p => Assert.Equal(p.Item2, Schedule.InverseSquareRoot(1, p.Item1), 1e-5));
        double[][] path = Descent.Path(
            Quadratic.Parabola, [1], p => new GradientDescent(p, 0), 2, t => Schedule.InverseSquareRoot(0.1, t));
        Assert.Equal(0.8 * (1 - 0.2 / Math.Sqrt(2)), path[2][0], 1e-15);
        Assert.Equal((0.3, 0.1, 0.1), // 0.1 + (0.3 − 0.1) is not 0.3; and near the end the 1 of 1 + cos would cancel
            (Schedule.Cosine(0.3, 0.1, 10, 0), Schedule.Cosine(0.3, 0.1, 10, 10), Schedule.Cosine(0.3, 0.1, 10, 37)));
        Assert.Equal(2.467401100270310, 1e12 * Schedule.Cosine(1, 0, 1_000_000, 999_999), 1e-14);
    }

    // (5.13) S1-145: on noisy records η₀/√t ends with a lower loss than η₀, and falls faster at first than a small η.
    [Fact]
    public void A_falling_rate_converges_under_noise()
    {
        var stream = new RandomStream(7);
        LeastSquaresLine exercise = LeastSquaresLine.Exercise;
        var noisy = new LeastSquaresLine([.. exercise.X], [.. exercise.Y.Select(y => y + stream.Normal())]);
        double[] fixedRate = Losses(_ => 0.1), falling = Losses(t => Schedule.InverseSquareRoot(0.1, t)),
            small = Losses(_ => 0.005);
        double least = noisy.Value(Descent.UntilConverged(noisy, [0, 0], 0.1, 1e-10, 10_000).Point);
        Assert.True(falling[800..].Average() - least < (fixedRate[800..].Average() - least) / 2
            && falling[100] < small[100]);

        double[] Losses(Func<int, double> rate)
        {
            double[] θ = [-3, 3];
            return [.. Enumerable.Range(1, 1000).Select(t =>
            {
                θ = [.. θ.Zip(noisy.Gradient(θ, [stream.Below(60)]), new ScalarDescent(rate(t)).Step)];
                return noisy.Value(θ);
            })];
        }
    }

    // (5.33) S1-136: the best run is the lowest, its loss that of its end, and starts scatter by σ around w₀.
    [Property(MaxTest = 10)]
    public void The_best_restart_is_the_lowest(Seed seed)
    {
        var f = new Rastrigin();
        IReadOnlyList<RandomRestart.Run> runs = RandomRestart.From(f, seed.Stream(), [3], 6, 8, 0.05, 200);
        Assert.Equal(runs.Min(r => r.Loss), RandomRestart.Best(runs).Loss);
        Assert.All(runs, run => Assert.Equal(f.Value(run.End), run.Loss));
        Assert.All(runs, run => Assert.True(f.Value(run.End) <= f.Value(run.Start)));
        double[] starts = [.. Enumerable.Range(0, 2000)
            .Select(i => RandomRestart.Perturb(new RandomStream((ulong)i), [3], 6)[0])];
        Assert.Equal(3, starts.Average(), 0.6); // σ/√2000 = 0.13
        Assert.Equal(6, Math.Sqrt(starts.Average(s => (s - 3) * (s - 3))), 0.5);
    }

    private static Quadratic Convex(RandomStream random)
    {
        Matrix<double> A = Matrix<double>.Build.DenseOfColumnMajor(3, 3, random.Normals(9)), H = A * A.Transpose();
        return new((H + H.Transpose()) / 2 + 0.1 * Matrix<double>.Build.DenseIdentity(3));
    }
}
