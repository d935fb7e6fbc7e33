using FsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification.Tests;

public class NumericalDerivativeTests
{
    public static TheoryData<string, Func<double, double>, Func<double, double>> SmoothFunctions => new()
    {
        { "exp", Math.Exp, Math.Exp },
        { "sin", Math.Sin, Math.Cos },
        { "tanh", Math.Tanh, x => 1 - Math.Tanh(x) * Math.Tanh(x) },
        { "sigmoid", Sigmoid, x => Sigmoid(x) * (1 - Sigmoid(x)) },
        { "x⁵", x => Math.Pow(x, 5) + 1, x => 5 * Math.Pow(x, 4) },
        { "ln(1 + eˣ)", x => Math.Log(1 + Math.Exp(x)), Sigmoid },
    };

    // Nine evaluations a side at steps down to 1/1024 leave rounding of 1e-13·|f|: 1e-11 of f's size is a hundred
    // times that.
    [Theory]
    [MemberData(nameof(SmoothFunctions), DisableDiscoveryEnumeration = true)]
    public void Richardson_reaches_11_digits_on_smooth_functions(
        string name, Func<double, double> f, Func<double, double> derivative)
    {
        var random = new Numerics.RandomStream(HashFill.Hash(name));
        for (int draw = 0; draw < 200; draw++)
        {
            double x = random.Uniform(-2, 2);
            double exact = derivative(x), size = Math.Max(Math.Abs(exact), Math.Abs(f(x)));
            Assert.InRange(NumericalDerivative.Richardson(f, x), exact - 1e-11 * size, exact + 1e-11 * size);
        }
    }

    [Property]
    public void Richardson_is_exact_on_cubics(Number a, Number b, Number x)
    {
        double slope = 3 * a.Value * x.Value * x.Value + b.Value;
        double measured = NumericalDerivative.Richardson(t => a.Value * t * t * t + b.Value * t, x.Value);

        // The terms of the slope may cancel: rounding is relative to them, not to their sum.
        double size = Math.Abs(a.Value) * (1 + 3 * x.Value * x.Value) + Math.Abs(b.Value);
        Assert.InRange(measured, slope - 1e-12 * size, slope + 1e-12 * size);
    }

    [Fact]
    public void Central_is_in_error_by_h_squared_times_a_sixth_of_the_third_derivative()
    {
        // For x³ that error is h² at every x, and nothing beyond it.
        Assert.Equal(0.25, NumericalDerivative.Central(x => x * x * x, 1.5, 0.5) - 3 * 1.5 * 1.5, 12);
        Assert.Equal(0.0625, NumericalDerivative.Central(x => x * x * x, 1.5, 0.25) - 3 * 1.5 * 1.5, 12);
    }

    [Fact]
    public void The_default_step_gives_9_digits()
        => Digits.Agree(Math.Cos(0.7), NumericalDerivative.Central(Math.Sin, 0.7), 9);

    [Theory]
    [InlineData(0.0)]
    [InlineData(-1e-3)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_step_is_positive_and_finite(double h) =>
        Assert.Equal(
            "h",
            Assert.Throws<ArgumentOutOfRangeException>(() => NumericalDerivative.Central(Math.Sin, 0, h)).ParamName);

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.05)]
    [InlineData(1e-3)]
    [InlineData(1e-6)]
    public void Steps_that_leave_the_domain_are_halved(double p)
    {
        Digits.Agree(1 / p, NumericalDerivative.Richardson(Math.Log, p), 10);
        Digits.Agree(1 / p, NumericalDerivative.Richardson(StrictLog, p), 10);
    }

    [Fact]
    public void A_point_outside_the_domain_gets_the_functions_own_error() =>
        Assert.Equal(
            "p",
            Assert.Throws<ArgumentOutOfRangeException>(() => NumericalDerivative.Richardson(StrictLog, -1)).ParamName);

    [Fact]
    public void A_function_that_is_nowhere_finite_has_the_derivative_NaN() =>
        Assert.True(double.IsNaN(NumericalDerivative.Richardson(_ => double.NaN, 1)));

    [Fact]
    public void A_kink_inside_the_first_step_does_not_spoil_the_slope_beside_it() =>
        Assert.Equal(1, NumericalDerivative.Richardson(x => Math.Max(0, x), 0.03), 12);

    [Property]
    public void The_gradient_of_a_quadratic_form_is_linear(RandomMatrix m, Seed seed)
    {
        Matrix<double> a = m.Matrix.TransposeThisAndMultiply(m.Matrix);
        double[] x = seed.Stream().Normals(a.RowCount);
        double F(double[] z)
        {
            var v = Vector<double>.Build.Dense(z);
            return v * a * v / 2;
        }

        double[] expected = (a * Vector<double>.Build.Dense(x)).ToArray();
        double size = a.Enumerate().Max(Math.Abs) * x.Max(Math.Abs) * x.Length;
        Assert.All(
            expected.Zip(NumericalDerivative.Gradient(F, x)),
            g => Assert.InRange(g.Second - g.First, -1e-11 * size, 1e-11 * size));
        Assert.All(
            expected.Zip(NumericalDerivative.Gradient(F, x, DifferenceScheme.Central)), g
                => Assert.InRange(g.Second - g.First, -1e-8 * size, 1e-8 * size));
        Digits.Agree(a, Matrix<double>.Build.DenseOfArray(NumericalDerivative.Hessian(F, x)), 8);
    }

    [Fact]
    public void The_Jacobian_has_outputs_as_rows()
    {
        double[,] jacobian = NumericalDerivative.Jacobian(
            x => [x[0] * x[1], Math.Sin(x[0]), x[1] - 2 * x[2]], [0.3, -1.2, 2]);
        Digits.Agree(new[,] { { -1.2, 0.3, 0 }, { Math.Cos(0.3), 0, 0 }, { 0, 1, -2 } }, jacobian, 11);
    }

    [Fact]
    public void The_Hessian_keeps_its_signs()
    {
        double[,] hessian = NumericalDerivative.Hessian(x => Math.Exp(x[0]) * Math.Sin(x[1]), [0.4, 0.9]);
        double e = Math.Exp(0.4), s = Math.Sin(0.9), c = Math.Cos(0.9);
        Digits.Agree(new[,] { { e * s, e * c }, { e * c, -e * s } }, hessian, 9);
        Digits.Agree(-Math.Sin(1.1), NumericalDerivative.Second(Math.Sin, 1.1), 9);
    }

    [Fact]
    public void The_point_is_left_as_it_was()
    {
        double[] x = [1, 2, 3];
        _ = NumericalDerivative.Gradient(z => z[0] * z[1] * z[2], x);
        _ = NumericalDerivative.Hessian(z => z[0] * z[1] * z[2], x);
        Assert.Equal([1, 2, 3], x);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double StrictLog(double p)
        => p > 0 ? Math.Log(p) : throw new ArgumentOutOfRangeException(nameof(p), $"Expected p > 0; got {p}.");
}
