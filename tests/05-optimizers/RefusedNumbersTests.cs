using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Optimizers.Tests;

/// <summary>A number that is not finite is refused where it comes in, by every rule, and by name.</summary>
public class RefusedNumbersTests
{
    private static readonly Matrix<double> One = Matrix<double>.Build.Dense(1, 2, 1);
    private static readonly Matrix<double> Broken = Matrix<double>.Build.Dense(1, 2, double.NaN);
    private static readonly Matrix<double> Long = Matrix<double>.Build.Dense(1, 3, 1);

    private static IScalarOptimizer[] ScalarRules =>
    [
        new ScalarDescent(0.1), new ScalarAveragedMomentum(0.1, 0.9), new ScalarMomentum(0.1, 0.9), new ScalarVelocity(0.1, 0.9), new ScalarNesterov(0.1, 0.9),
        new ScalarAdaGrad(0.1), new ScalarRmsProp(0.1, 0.9, 1e-8, EpsilonPlace.BesideRoot),
        new ScalarAdam(0.1), new ScalarAdamW(0.1, 0.01), new ScalarPrintedAdam(0.1),
    ];

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void Scalar_rules_refuse_the_weight_and_the_gradient(double broken)
    {
        Assert.All(ScalarRules, rule => Refuses(() => rule.Step(broken, 1), "Expected w to be a finite number"));
        Assert.All(ScalarRules, rule => Refuses(() => rule.Step(1, broken), "Expected g to be a finite number"));
    }

    [Fact]
    public void Matrix_rules_refuse_a_gradient_that_is_not_finite_or_does_not_fit()
    {
        Func<Matrix<double>, object>[] rules =
        [
            G => OptimizerEquations.Descent(One, G, 0.1),
            G => OptimizerEquations.AveragedMomentum(One, One, G, 0.1, 0.9),
            G => OptimizerEquations.Momentum(One, One, G, 0.1, 0.9),
            G => OptimizerEquations.Velocity(One, One, G, 0.1, 0.9),
            G => OptimizerEquations.Nesterov(One, One, G, 0.1, 0.9),
            G => OptimizerEquations.AdaGrad(One, One, G, 0.1, 1e-8),
            G => OptimizerEquations.RmsProp(One, One, G, 0.1, 0.9, 1e-8, EpsilonPlace.BesideRoot),
            G => OptimizerEquations.Adam(One, One, One, G, 1, 0.1, β1: 0.9, β2: 0.999, ε: 1e-8),
        ];
        Assert.All(rules, rule => Refuses(() => rule(Broken), "G", "NaN"));
        Assert.All(rules, rule => Refuses(() => rule(Long), "G", "[1 × 2]", "[1 × 3]"));
    }

    [Fact]
    public void Matrix_rules_refuse_a_state_that_is_not_finite_or_does_not_fit()
    {
        (string Name, Func<Matrix<double>, object> Rule)[] rules =
        [
            ("V", V => OptimizerEquations.AveragedMomentum(One, V, One, 0.1, 0.9)),
            ("V", V => OptimizerEquations.Momentum(One, V, One, 0.1, 0.9)),
            ("V", V => OptimizerEquations.Velocity(One, V, One, 0.1, 0.9)),
            ("V", V => OptimizerEquations.Nesterov(One, V, One, 0.1, 0.9)),
            ("M", M => OptimizerEquations.Adam(One, M, One, One, 1, 0.1)),
            .. Squares,
        ];
        Assert.All(rules, r => Refuses(() => r.Rule(Broken), $"Expected {r.Name} to hold finite numbers", "NaN"));
        Assert.All(rules, r => Refuses(() => r.Rule(Long), $"Expected {r.Name} to have the shape [1 × 2] of W", "[1 × 3]"));
    }

    // A root of what is below 0 would be NaN.
    [Fact]
    public void Matrix_rules_refuse_squares_below_zero()
    {
        Matrix<double> negative = One.Clone();
        negative[0, 1] = -3;
        Assert.All(Squares, r => Refuses(() => r.Rule(negative), $"Expected {r.Name} to hold squares", "element [0, 1] is -3"));
    }

    private static (string Name, Func<Matrix<double>, object> Rule)[] Squares =>
    [
        ("S", S => OptimizerEquations.AdaGrad(One, S, One, 0.1, 1e-8)),
        ("V", V => OptimizerEquations.RmsProp(One, V, One, 0.1, 0.9, 1e-8, EpsilonPlace.BesideRoot)),
        ("S", S => OptimizerEquations.Adam(One, One, S, One, 1, 0.1)),
    ];

    [Fact]
    public void Landscapes_refuse_a_place_that_is_not_finite_or_of_another_dimension()
    {
        foreach (IObjective landscape in new IObjective[] { new Rosenbrock(), new DoubleWell(), new Hills(), Quadratic.Ravine, LeastSquaresLine.Thermometer })
        {
            double[] broken = [.. Enumerable.Repeat(1.0, landscape.Dimension - 1), double.NaN], tooLong = new double[landscape.Dimension + 1];
            Assert.All(new Action<double[]>[] { x => landscape.Value(x), x => landscape.Gradient(x) }, f =>
            {
                Refuses(() => f(broken), "NaN");
                Refuses(() => f(tooLong), $"{landscape.Dimension} and {landscape.Dimension + 1}");
            });
        }
    }

    [Fact]
    public void What_is_made_of_numbers_refuses_those_that_are_not_finite()
    {
        Refuses(() => new LeastSquaresLine([], []), "x", "at least one");
        Refuses(() => new LeastSquaresLine([1, double.NaN], [1, 2]), "x", "element 1 is NaN");
        Refuses(() => new LeastSquaresLine([1, 2], [1, double.NaN]), "y", "element 1 is NaN");
        Refuses(() => new Quadratic(Broken), "H", "NaN");
        Refuses(() => new Quadratic(Matrix<double>.Build.Dense(1, 1, 2), double.NaN), "c", "NaN");
        Refuses(() => new Quadratic(One), "rows of H", "columns of H", "1 and 2");
        Refuses(() => StationaryPoint.Eigenvalues(Matrix<double>.Build.Dense(1, 1, double.NaN)), "H", "NaN");
        Refuses(() => RandomRestart.Perturb(new RandomStream(1), [double.NaN], 1), "w0", "NaN");
        Refuses(() => RandomRestart.BestSoFar([]), "runs", "at least one");
        Refuses(() => MovingAverage.Of([], 0.9), "x", "at least one");
        Refuses(() => MovingAverage.Of([1], 0.9, double.NaN), "v0", "NaN");
        Refuses(() => ScalarVelocity.OfSteps([], 0.9), "steps", "at least one");
        Refuses(() => ScalarVelocity.OfSteps([1, double.NaN], 0.9), "steps", "element 1 is NaN");
        Refuses(() => new ScalarDescent(0.1).OnParabola(double.NaN, 1), "x0", "NaN");
        Refuses(() => new ScalarDescent(0.1).OnParabola(1, -1), "t", "-1");
        Refuses(() => Clipping.ByNorm([1, double.NaN], 1), "g", "element 1 is NaN");
        Refuses(() => Clipping.ByValue(Array.Empty<Parameter>(), 0), "limit", "0");
    }

    [Fact]
    public void The_unit_refuses_data_that_is_not_finite_or_does_not_fit()
    {
        double[,] x = { { 1, 2 } };
        foreach (Func<double[], double[,], double[], double[]> epoch in new[] { Epoch(ScalarUnit.BatchEpoch), Epoch(ScalarUnit.OnlineEpoch) })
        {
            Refuses(() => epoch([double.NaN], x, [1, 2]), "w", "NaN");
            Refuses(() => epoch([1], new[,] { { 1, double.NaN } }, [1, 2]), "x", "NaN");
            Refuses(() => epoch([1], x, [1, double.NaN]), "y", "NaN");
            Refuses(() => epoch([1, 2], x, [1, 2]), "rows of w", "2 and 1");
            Refuses(() => epoch([1], x, [1, 2, 3]), "columns of x", "2 and 3");
            Refuses(() => epoch([1], new double[1, 0], []), "x", "at least one");
        }

        Refuses(() => ScalarUnit.Error(new double[1, 2], x, new double[1, 2]), "columns of w", "rows of y", "2 and 1");

        static Func<double[], double[,], double[], double[]> Epoch(Func<double[], double[,], double[], double, double[]> epoch)
            => (w, x, y) => epoch(w, x, y, 0.1);
    }
}
