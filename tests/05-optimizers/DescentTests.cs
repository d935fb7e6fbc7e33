using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Optimizers.Tests;

public class DescentTests
{
    // (5.1) S0-034 S4-014 S2-119: one step by hand.
    [Fact]
    public void A_step_is_the_learning_rate_times_the_gradient() => Assert.Equal(0.7, new ScalarDescent(0.1).Step(1, 3), 1e-15);

    // (5.3) S2-083 S3-043: any start, any rate, any number of steps.
    [Property]
    public void Descent_on_a_parabola_has_a_closed_form(Number start, Seed seed)
    {
        RandomStream random = seed.Stream();
        double η = random.Uniform(0, 1.2);
        int steps = random.Below(30);
        double[] path = Descent.Path(new ScalarDescent(η), w => 2 * w, start.Value, steps);
        Assert.True(Math.Abs(path[^1] - new ScalarDescent(η).OnParabola(start.Value, steps)) <= 1e-12 * path.Max(Math.Abs));
    }

    // (5.2) S0-038 S1-048 S1-082 S3-043: L(θ − ηg) < L(θ) < L(θ + ηg) on random convex quadratics for small η, and no unit direction is steeper than −g.
    [Property]
    public void The_way_down_is_against_the_gradient(Seed seed)
    {
        RandomStream random = seed.Stream();
        Quadratic L = Convex(random);
        double[] θ = random.Normals(3), g = L.Gradient(θ), other = random.Normals(3);
        double η = 0.1 * L.LargestLearningRate, here = L.Value(θ), slope = Descent.SlopeAgainstGradient(L, θ);
        Assert.True(L.Value([.. θ.Zip(g, (a, b) => a - η * b)]) < here);
        Assert.True(L.Value([.. θ.Zip(g, (a, b) => a + η * b)]) > here);
        double length = Math.Sqrt(other.Sum(v => v * v)), along = g.Zip(other, (a, b) => a * b).Sum() / length;
        Assert.True(slope / Math.Sqrt(-slope) <= along + 1e-12);
    }

    // (5.4) S0-036 S0-037 S1-048 S1-063 S4-004: just below 2/λ the loss never rises, just above it the point runs away.
    [Property]
    public void Descent_is_stable_below_two_over_the_largest_curvature(Seed seed)
    {
        RandomStream random = seed.Stream();
        Quadratic L = Convex(random);
        double[] start = random.Normals(3);
        double[] below = [.. Descent.Path(L, start, p => new GradientDescent(p, 0.99 * L.LargestLearningRate), 100).Select(L.Value)];
        double[] above = [.. Descent.Path(L, start, p => new GradientDescent(p, 1.1 * L.LargestLearningRate), 200).Select(L.Value)];
        Assert.True(below.Zip(below.Skip(1), (a, b) => b <= a * (1 + 1e-12)).All(fell => fell));
        Assert.True(above[^1] > 1e3 * above[100] || above[^1] > 1e10);
        Assert.Equal(double.PositiveInfinity, new Quadratic(-L.Hessian).LargestLearningRate);
    }

    // S0-036: the thermometer converges at 2.2·10⁻⁴ and diverges at 2.3·10⁻⁴.
    [Theory]
    [InlineData(2.2e-4, true)]
    [InlineData(2.3e-4, false)]
    public void The_thermometers_limit_lies_between(double η, bool falls)
    {
        LeastSquaresLine L = LeastSquaresLine.Thermometer;
        double[] errors = [.. Descent.Path(L, [0.7645385, 0.8300079], p => new GradientDescent(p, η), 2000).Select(L.Value)];
        Assert.Equal(falls, errors[^1] < errors[0]);
        Assert.Equal(falls, errors[^1] < 100);
    }

    // S1-063 S2-084 S3-048 S4-070: the regimes on x²: monotone to η = ½, swinging to 1, out beyond.
    [Theory]
    [InlineData(0.01, true, true)]
    [InlineData(0.49, true, true)]
    [InlineData(0.9, false, true)]
    [InlineData(1.1, false, false)]
    public void Learning_rates_have_regimes(double η, bool monotone, bool converges)
    {
        double[] path = Descent.Path(new ScalarDescent(η), w => 2 * w, 1, 1000);
        Assert.Equal(monotone, path[..20].All(x => x > 0));
        Assert.Equal(converges, Math.Abs(path[^1]) < 1e-6);
    }

    // S4-070: stops when the ground is flat, at once on flat ground, and gives up.
    [Fact]
    public void Descent_stops_where_the_gradient_is_small()
    {
        (double[] point, int steps, bool flat) = Descent.UntilFlat(Quadratic.Parabola, [1], 0.25, 1e-3, 100);
        Assert.Equal((11, true), (steps, flat)); // 2·½ᵗ ≤ 10⁻³ first at t = 11
        Assert.Equal(Math.Pow(0.5, 11), point[0]);
        Assert.Equal((0, true), (Descent.UntilFlat(Quadratic.Parabola, [0], 0.25, 1e-3, 100).Steps, flat));
        Assert.False(Descent.UntilFlat(Quadratic.Parabola, [1], 1, 1e-3, 100).Flat);
    }

    // Every landscape's gradient and Hessian, S1-080 S3-040.
    [Property]
    public void Gradients_of_landscapes_are_their_derivatives(Seed seed)
    {
        RandomStream random = seed.Stream();
        var line = new LeastSquaresLine(random.Normals(5), random.Normals(5));
        foreach (IObjective L in new IObjective[] { Convex(random), Quadratic.NotesSaddle, new Rosenbrock(), new DoubleWell(), new Hills(), line })
        {
            double[] x = random.Uniforms(L.Dimension, -1.5, 1.5);
            GradientCheck.Smooth(L.Value, x, L.Gradient(x)).ThrowIfFailed();
        }

        double[] θ = random.Normals(2);
        Assert.True(RelativeError.ByNorm(NumericalDerivative.Hessian(line.Value, θ), line.Hessian.ToArray()) < 1e-6);
        Assert.Equal(NumericalDerivative.Second(x => new DoubleWell().Value([x]), θ[0]), DoubleWell.Curvature(θ[0]), 1e-6 * (1 + 12 * θ[0] * θ[0]));
    }

    // (5.5) S1-135 S3-040: x² + y², −x² − y², x² − y² and the notes' cost; a flat direction stays undecided.
    [Theory]
    [InlineData(2, 0, 2, StationaryPoint.Kind.Minimum)]
    [InlineData(-2, 0, -2, StationaryPoint.Kind.Maximum)]
    [InlineData(2, 0, -2, StationaryPoint.Kind.Saddle)]
    [InlineData(6, 5, 4, StationaryPoint.Kind.Saddle)]
    [InlineData(2, 0, 0, StationaryPoint.Kind.Undecided)]
    [InlineData(-2, 0, 0, StationaryPoint.Kind.Undecided)]
    [InlineData(0, 0, 0, StationaryPoint.Kind.Undecided)]
    public void Curvatures_say_what_a_flat_point_is(double xx, double xy, double yy, StationaryPoint.Kind kind)
    {
        Matrix<double> H = Matrix<double>.Build.DenseOfArray(new[,] { { xx, xy }, { xy, yy } });
        Assert.Equal(kind, StationaryPoint.Classify(H));
        Assert.All(new Quadratic(H).Gradient([0, 0]), g => Assert.Equal(0, g));
    }

    // S1-085 S3-044: two starts, two minima, both flat and curved upwards; the right one is the worse.
    [Fact]
    public void The_start_decides_which_minimum_is_found()
    {
        var well = new DoubleWell();
        double left = End(-0.15), right = End(1.85);
        Assert.Equal(-1.279, left, 1e-3);
        Assert.Equal(1.162, right, 1e-3);
        Assert.True(well.Value([left]) < well.Value([right]) && DoubleWell.Curvature(left) > 0 && DoubleWell.Curvature(right) > 0);

        double End(double start) => Descent.Path(well, [start], p => new GradientDescent(p, 0.02), 2000)[^1][0];
    }

    // (5.13) S1-138: monotone, halved at t = 4, and a path may follow a schedule.
    [Fact]
    public void The_square_root_schedule_falls_and_is_half_at_four()
    {
        double[] η = [.. Enumerable.Range(1, 50).Select(t => Schedule.InverseSquareRoot(0.8, t))];
        Assert.Equal(0.8, η[0]);
        Assert.Equal(0.4, η[3], 1e-15);
        Assert.True(η.Zip(η.Skip(1), (a, b) => b < a).All(fell => fell));
        double[][] path = Descent.Path(Quadratic.Parabola, [1], p => new GradientDescent(p, 0), 2, t => Schedule.InverseSquareRoot(0.1, t));
        Assert.Equal(0.8 * (1 - 0.2 / Math.Sqrt(2)), path[2][0], 1e-15);
    }

    // (5.15): after its period the cosine stays at the end.
    [Fact]
    public void The_cosine_schedule_ends_at_its_least() => Assert.Equal(0.1, Schedule.Cosine(1, 0.1, 10, 37), 1e-15);

    // (5.33) S1-136: best of k never rises with k, the best is among them, and starts scatter by σ around w₀.
    [Property(MaxTest = 10)]
    public void More_restarts_are_never_worse(Seed seed)
    {
        var hills = new Hills();
        IReadOnlyList<RandomRestart.Run> runs = RandomRestart.From(hills, seed.Stream(), [3], 6, 8, 0.05, 200);
        double[] best = RandomRestart.BestSoFar(runs);
        Assert.True(best.Zip(best.Skip(1), (a, b) => b <= a).All(b => b));
        Assert.Equal(best[^1], RandomRestart.Best(runs).Loss);
        Assert.All(runs, run => Assert.Equal(hills.Value(run.End), run.Loss));
        Assert.Equal([3.0], RandomRestart.Perturb(seed.Stream(), [3], 0));
        double[] starts = [.. Enumerable.Range(0, 2000).Select(i => RandomRestart.Perturb(new RandomStream((ulong)i), [3], 6)[0])];
        Assert.Equal(3, starts.Average(), 0.6); // σ/√2000 = 0.13
        Assert.Equal(6, Math.Sqrt(starts.Average(s => (s - 3) * (s - 3))), 0.5);
    }

    private static Quadratic Convex(RandomStream random)
    {
        Matrix<double> A = Matrix<double>.Build.DenseOfColumnMajor(3, 3, random.Normals(9)), H = A * A.Transpose();
        return new((H + H.Transpose()) / 2 + 0.1 * Matrix<double>.Build.DenseIdentity(3));
    }
}
