using Reference.Verification;

namespace Reference.Differentiation.Tests;

public class DerivativeTests
{
    // (4.11) (4.12) S1-081 S2-053 S2-054 S2-055: secants approach n·xⁿ⁻¹, and the rule stands against extrapolated differences.
    [Property]
    public void The_power_rule_is_the_limit_of_secants(Positive x, Seed seed)
    {
        int n = 1 + seed.Stream().Below(5);
        Func<double, double> f = t => Math.Pow(t, n);
        double slope = ScalarDerivatives.PowerDerivative(x.Value, n);
        GradientCheck.Smooth(f, x.Value, slope).ThrowIfFailed();
        double far = Math.Abs(ScalarDerivatives.SecantSlope(f, x.Value, 0.1 * x.Value) - slope),
            near = Math.Abs(ScalarDerivatives.SecantSlope(f, x.Value, 0.001 * x.Value) - slope);
        Assert.True(near <= 0.02 * far + 1e-9 * slope);
    }

    // (4.12) S2-055: slopes 3, 12 and 27; a power of 0 is constant.
    [Fact]
    public void Slopes_of_the_cube_are_3_12_27()
    {
        Assert.Equal([3.0, 12, 27], new[] { 1.0, 2, 3 }.Select(x => ScalarDerivatives.PowerDerivative(x, 3)));
        Assert.Equal(0, ScalarDerivatives.PowerDerivative(0, 0));
        Assert.Equal(1, ScalarDerivatives.PowerDerivative(0, 1));
    }

    // (4.11) S2-053: the secant of a line has its slope, whatever the step.
    [Property]
    public void Secants_of_a_line_have_its_slope(Number a, Number x, Positive h) =>
        Assert.Equal(a.Value, ScalarDerivatives.SecantSlope(t => a.Value * t + 1, x.Value, h.Value), 1e-9);

    // (4.13) S1-081 S1-362: the tangent meets the curve with equal slope, and leaves it quadratically; that of x² at 2 is 4x − 4.
    [Property]
    public void The_tangent_touches(Number a, Number d)
    {
        Tangent tangent = Tangent.Of(x => x * x, x => 2 * x, a.Value);
        double gap = (a.Value + d.Value) * (a.Value + d.Value) - tangent.Height(a.Value + d.Value);
        Assert.Equal(d.Value * d.Value, gap, 1e-10);
        Tangent atTwo = Tangent.Of(x => x * x, x => ScalarDerivatives.PowerDerivative(x, 2), 2);
        Assert.Equal((4.0, -4.0), (atTwo.Slope, atTwo.Intercept));
    }

    // (4.14) S1-083 S2-056 S4-057: gradients of two variables.
    [Property]
    public void Gradients_of_two_variables_are_right(Number x, Number y)
    {
        double[] at = [x.Value, y.Value];
        (double X, double Y) bowl = TwoVariables.BowlGradient(x.Value, y.Value);
        (double U, double V) product = TwoVariables.ProductGradient(x.Value, y.Value);
        GradientCheck.Smooth(p => TwoVariables.Bowl(p[0], p[1]), at, [bowl.X, bowl.Y]).ThrowIfFailed();
        GradientCheck.Smooth(p => TwoVariables.Product(p[0], p[1]), at, [product.U, product.V]).ThrowIfFailed();
        Assert.Equal(x.Value * x.Value + y.Value * y.Value, TwoVariables.Bowl(x.Value, y.Value));
    }

    // (4.15) S2-057: gradient and Hessian of the cost.
    [Property]
    public void The_costs_gradient_and_Hessian_are_right(Number m, Number l)
    {
        double[] at = [m.Value, l.Value];
        (double M, double L) g = SaddleCost.Gradient(m.Value, l.Value);
        GradientCheck.Smooth(p => SaddleCost.Value(p[0], p[1]), at, [g.M, g.L]).ThrowIfFailed();
        GradientCheck.Jacobian(p => [SaddleCost.Gradient(p[0], p[1]).M, SaddleCost.Gradient(p[0], p[1]).L], at, SaddleCost.Hessian.ToArray()).ThrowIfFailed();
    }

    // (4.15) S2-057: one curvature up, one down: 5 ± √26. Descent from (1, 1) goes below 23, and on.
    [Fact]
    public void The_cost_is_a_saddle()
    {
        (double up, double down) = SaddleCost.Eigenvalues();
        Assert.Equal(5 + Math.Sqrt(26), up, 1e-12);
        Assert.Equal(5 - Math.Sqrt(26), down, 1e-12);
        IReadOnlyList<(double M, double L)> path = SaddleCost.Descend(1, 1, 0.1, 2000);
        Assert.Equal(2001, path.Count);
        Assert.Equal((1.0, 1.0), path[0]);
        Assert.Equal((-0.1, 0.1), (Math.Round(path[1].M, 12), Math.Round(path[1].L, 12)));
        double[] costs = [.. path.Select(p => SaddleCost.Value(p.M, p.L))];
        Assert.All(costs.Skip(1).Zip(costs.Skip(2)), c => Assert.True(c.Second < c.First));
        Assert.True(costs[^1] < -1e6);
    }

    // (4.16) S2-058 S2-059: the chain rule on a random cubic inside a sine, and on (3x + 2)⁴.
    [Property]
    public void The_chain_rule_holds(Number a, Number b, Number x)
    {
        Func<double, double> g = t => a.Value * t * t + b.Value * t;
        GradientCheck.Smooth(t => Math.Sin(g(t)), x.Value, ScalarDerivatives.Chain(Math.Cos, g, t => 2 * a.Value * t + b.Value, x.Value)).ThrowIfFailed();
        GradientCheck.Smooth(ScalarDerivatives.FourthPower, x.Value, ScalarDerivatives.FourthPowerDerivative(x.Value)).ThrowIfFailed();
        Assert.Equal((1500.0, -12.0), (ScalarDerivatives.FourthPowerDerivative(1), ScalarDerivatives.FourthPowerDerivative(-1)));
    }

    // (4.12) S4-056: z(2) = 9 and z′(2) = 6.
    [Property]
    public void The_polynomials_slope_is_right(Number x)
    {
        GradientCheck.Smooth(ScalarDerivatives.Polynomial, x.Value, ScalarDerivatives.PolynomialDerivative(x.Value)).ThrowIfFailed();
        Assert.Equal((9.0, 6.0), (ScalarDerivatives.Polynomial(2), ScalarDerivatives.PolynomialDerivative(2)));
    }
}
