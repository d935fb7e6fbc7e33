using Reference.Verification;
using static Reference.Differentiation.DifferentiationExperiments;

namespace Reference.Differentiation.Tests;

public class DerivativeTests
{
    // (4.8) (4.9) S1-081 S2-053 S2-054 S2-055: secants approach n·xⁿ⁻¹.
    [Property]
    public void The_power_rule_is_the_limit_of_secants(Positive x, Seed seed)
    {
        int n = 1 + seed.Stream().Below(5);
        Func<double, double> f = t => Math.Pow(t, n);
        double derivative = ScalarDerivatives.PowerDerivative(x.Value, n);
        GradientCheck.Smooth(f, x.Value, derivative).ThrowIfFailed();
        double far = Math.Abs(ScalarDerivatives.SecantSlope(f, x.Value, 0.1 * x.Value) - derivative),
            near = Math.Abs(ScalarDerivatives.SecantSlope(f, x.Value, 0.001 * x.Value) - derivative);
        Assert.True(near <= 0.02 * far + 1e-9 * derivative);
    }

    // (4.10) S1-081 S1-362: the tangent of x² at a lies d² below the curve at a + d; at 2 it is 4x − 4.
    [Property]
    public void The_tangent_touches_the_curve(Number a, Number d)
    {
        Func<double, double> Of(double at) =>
            ScalarDerivatives.Tangent(x => x * x, x => ScalarDerivatives.PowerDerivative(x, 2), at);
        double x = a.Value + d.Value;
        Assert.Equal(d.Value * d.Value, x * x - Of(a.Value)(x), 1e-10);
        Assert.Equal((-4.0, 0.0), (Of(2)(0), Of(2)(1)));
    }

    // (4.11) (4.12) S1-083 S2-056 S2-057 S4-057: gradients of two variables, and the Hessian of the cost.
    [Property]
    public void Gradients_of_two_variables_are_right(Number x, Number y)
    {
        Check(TwoVariables.Bowl, TwoVariables.BowlGradient);
        Check(TwoVariables.Product, TwoVariables.ProductGradient);
        Check(TwoVariables.Cost, TwoVariables.CostGradient);
        GradientCheck.Jacobian(p => Pair(TwoVariables.CostGradient(p[0], p[1])), [x.Value, y.Value],
            TwoVariables.CostHessian).ThrowIfFailed();

        void Check(Func<double, double, double> f, Func<double, double, (double, double)> gradient) =>
            GradientCheck.Smooth(p => f(p[0], p[1]), [x.Value, y.Value], Pair(gradient(x.Value, y.Value)))
                .ThrowIfFailed();

        static double[] Pair((double, double) pair) => [pair.Item1, pair.Item2];
    }

    // (4.12) S2-057: eigenvalues 5 ± √26, values 33 and 44; descent from (1, 1) goes below 23, and on.
    [Fact]
    public void The_cost_has_a_saddle()
    {
        Assert.Equal((33.0, 44.0, 23.0), (TwoVariables.Cost(1, 1), TwoVariables.Cost(1, 2), TwoVariables.Cost(0, 0)));
        Assert.Equal((11.0, 9.0), TwoVariables.CostGradient(1, 1));
        (double up, double down) = TwoVariables.CostEigenvalues();
        Assert.Equal(5 + Math.Sqrt(26), up, 1e-12);
        Assert.Equal(5 - Math.Sqrt(26), down, 1e-12);
        IReadOnlyList<(double M, double L)> path = TwoVariables.Descend(1, 1, 0.1, 2000);
        Assert.Equal(2001, path.Count);
        Assert.Equal((-0.1, 0.1), (Math.Round(path[1].M, 12), Math.Round(path[1].L, 12)));
        double[] costs = [.. path.Select(p => TwoVariables.Cost(p.M, p.L))];
        Assert.All(costs.Skip(1).Zip(costs.Skip(2)), c => Assert.True(c.Second < c.First));
        Assert.True(costs[^1] < -1e6);
    }

    // (4.9) (4.13) S2-058 S2-059 S4-056: the chain rule on a quadratic inside a sine and on (3x + 2)⁴; z′ = 2x + 2.
    [Property]
    public void The_chain_rule_holds(Number a, Number b, Number x)
    {
        Func<double, double> g = t => a.Value * t * t + b.Value * t, g1 = t => 2 * a.Value * t + b.Value;
        GradientCheck.Smooth(t => Math.Sin(g(t)), x.Value, ScalarDerivatives.Chain(Math.Cos, g, g1, x.Value))
            .ThrowIfFailed();
        GradientCheck.Smooth(
            ScalarDerivatives.FourthPower, x.Value, ScalarDerivatives.FourthPowerDerivative(x.Value)).ThrowIfFailed();
        GradientCheck.Smooth(ScalarDerivatives.Polynomial, x.Value, ScalarDerivatives.PolynomialDerivative(x.Value))
            .ThrowIfFailed();
        Assert.Equal((1500.0, -12.0),
            (ScalarDerivatives.FourthPowerDerivative(1), ScalarDerivatives.FourthPowerDerivative(-1)));
    }

    // (4.14) S2-053: no measured error exceeds the prediction, and in every decade one reaches a
    // twentieth of it. Above 0.3 the next term counts too; 1.5 leaves room for the rounding of exp itself.
    [Fact]
    public void Predicted_errors_bound_measured_ones()
    {
        ErrorAt[] errors = [.. MeasureErrors(40).Where(e => e.Step < 0.3)];
        Check(e => e.Forward, BestStep.ForwardError);
        Check(e => e.Central, BestStep.CentralError);
        Check(e => e.Richardson, BestStep.RichardsonError);

        void Check(Func<ErrorAt, double> measured, Func<double, double, double, double> predicted)
        {
            Assert.All(errors, e => Assert.True(measured(e) <= 1.5 * predicted(e.Step, 1, 1) + 1e-15, $"{e}"));
            Assert.All(errors.Chunk(40).Where(decade => decade.Length == 40), decade =>
                Assert.True(decade.Max(e => measured(e) / predicted(e.Step, 1, 1)) > 0.05));
        }
    }

    // (4.15) S2-053: the best step minimises the predicted error; for f = f″ = … it is 2·10⁻⁸, 7·10⁻⁶, 2·10⁻³.
    [Property]
    public void The_best_step_minimises_the_predicted_error(Positive f, Positive d)
    {
        Check(BestStep.Forward(f.Value, d.Value), BestStep.ForwardError);
        Check(BestStep.Central(f.Value, d.Value), BestStep.CentralError);
        Check(BestStep.Richardson(f.Value, d.Value), BestStep.RichardsonError);
        Assert.Equal(2.1e-8, BestStep.Forward(1, 1), 1e-9);
        Assert.Equal(6.9e-6, BestStep.Central(1, 1), 1e-7);
        Assert.Equal(2.1e-3, BestStep.Richardson(1, 1), 1e-4);

        void Check(double h, Func<double, double, double, double> error) => Assert.True(
            error(h, f.Value, d.Value) < error(h * 1.01, f.Value, d.Value)
            && error(h, f.Value, d.Value) < error(h / 1.01, f.Value, d.Value));
    }

    // Formulas check no values: a step of 0 or too short to move x is 0/0, and what is not a number stays one.
    [Fact]
    public void NaN_passes_through_the_formulas()
    {
        Assert.All([0, 1e-17, double.NaN], h =>
            Assert.True(double.IsNaN(DifferenceQuotients.Forward(Math.Exp, 1, h))));
        Assert.True(double.IsNaN(DifferenceQuotients.Richardson(Math.Log, -1, 0.1)));
        Assert.True(double.IsNaN(ScalarDerivatives.SecantSlope(Math.Exp, 1, 0)));
        Assert.Equal([double.NegativeInfinity, 0, 1], // x⁰ is constant at 0 too, where 0·0⁻¹ would be NaN
            new[] { -1.0, 0, 1 }.Select(n => ScalarDerivatives.PowerDerivative(0, n)));
        Assert.True(double.IsNaN(Tensor.Of(1, -1).Map(Math.Log)[1]) && double.IsNaN(Tensor.Of(double.NaN, 1).Max()));
        Assert.True(double.IsNaN(ScalarMatrices.Product(new[,] { { double.NaN } }, new[,] { { 0.0 } })[0, 0]));
        (double value, double slope, _) = NotesExamples.Partials((u, _) => u.Log(), 0, 0);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (value, slope));
    }
}
