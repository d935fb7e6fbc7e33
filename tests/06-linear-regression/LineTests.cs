using Reference.Losses;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>The neuron with one input: value, derivatives, error, noise, and the best line in closed form.</summary>
public class LineTests
{
    // (6.1) (6.2) S0-009 S0-056 S3-008 S4-066: the derivatives are those of the value.
    [Property]
    public void The_neuron_has_the_derivatives_x_one_and_w(Number w, Number b, Number x)
    {
        (double dw, double db, double dx) = ScalarLine.Derivatives(w.Value, x.Value);
        GradientCheck.Smooth((double[] θ) => ScalarLine.Predict(θ[0], θ[1], θ[2]), [w.Value, b.Value, x.Value], [dw, db, dx]).ThrowIfFailed();
        Assert.Equal(w.Value * x.Value + b.Value, ScalarLine.Predict(w.Value, b.Value, x.Value));
    }

    // (6.3) S0-010: the rise knows neither the bias nor where it starts; the intercept is the bias; the bias lifts every point alike.
    [Property]
    public void The_weight_is_the_slope_and_the_bias_the_intercept(Number w, Number b, Number x, Number δ)
    {
        double scale = 1 + Math.Abs(w.Value * x.Value) + Math.Abs(w.Value * δ.Value) + Math.Abs(b.Value); // rounding of the sums
        Assert.Equal(
            ScalarLine.Rise(w.Value, δ.Value),
            ScalarLine.Predict(w.Value, b.Value, x.Value + δ.Value) - ScalarLine.Predict(w.Value, b.Value, x.Value),
            1e-14 * scale);
        Assert.Equal(b.Value, ScalarLine.Predict(w.Value, b.Value, 0));
        Assert.Equal(
            δ.Value,
            ScalarLine.Predict(w.Value, b.Value + δ.Value, x.Value) - ScalarLine.Predict(w.Value, b.Value, x.Value),
            1e-14 * (scale + Math.Abs(δ.Value)));
    }

    // (6.5) (6.6) (6.7) S2-087 S2-088 S2-089 S4-069: the gradient is that of the error, and both are those of chapters 03 and 05.
    [Property]
    public void The_gradient_of_the_loss_is_right(PairOfVectors pairs, Number w, Number b)
    {
        (double[] x, double[] y) = (pairs.A, pairs.B);
        (double dw, double db) = ScalarLine.Gradient(w.Value, b.Value, x, y);
        GradientCheck.Smooth((double[] θ) => ScalarLine.MeanSquaredError(θ[0], θ[1], x, y), [w.Value, b.Value], [dw, db]).ThrowIfFailed();
        var earlier = new LeastSquaresLine(x, y);
        double error = ScalarLine.MeanSquaredError(w.Value, b.Value, x, y);
        Assert.True(RelativeError.ByNorm(earlier.Value([w.Value, b.Value]), error) < 1e-12);
        Assert.True(RelativeError.ByNorm(earlier.Gradient([w.Value, b.Value]), [dw, db]) < 1e-12);
        Assert.True(RelativeError.ByNorm(ScalarSquaredError.Mean([.. x.Select(v => ScalarLine.Predict(w.Value, b.Value, v))], y), error) < 1e-12);
    }

    // (6.4) S4-068: the likelihood written out, and its minimum in w and b where the squared error has its own, whatever s.
    [Property]
    public void The_likeliest_line_under_Gaussian_noise_is_that_of_least_squares(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(9), y = random.Normals(9);
        double s = random.Uniform(1, 3), w = random.Normal(), b = random.Normal();
        double written = -x.Zip(y, (xᵢ, yᵢ) => Math.Log(Math.Exp(-Math.Pow(yᵢ - w * xᵢ - b, 2) / (2 * s * s)) / (s * Math.Sqrt(2 * Math.PI)))).Sum();
        Assert.Equal(written, ScalarLine.NegativeLogLikelihood(w, b, s, x, y), 1e-8 * Math.Abs(written));
        LineFit fit = LineFit.Of(x, y);
        double least = ScalarLine.NegativeLogLikelihood(fit.W, fit.B, s, x, y);
        Assert.True(
            least < ScalarLine.NegativeLogLikelihood(fit.W + 0.1, fit.B, s, x, y)
            && least < ScalarLine.NegativeLogLikelihood(fit.W, fit.B - 0.1, s, x, y));
    }

    // (6.8) S0-054 S3-008: the gradient vanishes there, chapter 03's minimum is the same, and noiseless points give their line back.
    [Property]
    public void The_best_line_is_where_the_gradient_vanishes(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2 + random.Below(20)), y = random.Normals(x.Length);
        LineFit fit = LineFit.Of(x, y);
        (double dw, double db) = ScalarLine.Gradient(fit.W, fit.B, x, y);
        Assert.Equal((0, 0), (dw, db), (a, b) => Math.Abs(a.Item1 - b.Item1) < 1e-10 && Math.Abs(a.Item2 - b.Item2) < 1e-10);
        (double W, double B) = new LineCost(x, y).Minimum();
        Assert.True(RelativeError.ByNorm([W, B], [fit.W, fit.B]) < 1e-9);

        (double α, double β) = (random.Normal(), random.Normal());
        LineFit exact = LineFit.Of(x, [.. x.Select(v => α * v + β)]);
        Assert.Equal(α, exact.W, 1e-9);
        Assert.Equal(β, exact.B, 1e-9);
        Assert.Equal(α * 3 + β, exact.Predict(3), 1e-8);
    }

    // (6.9) S0-055 S0-071: the floor is the error there; r² is the squared correlation, 1 on a line, and it does not change with units.
    [Property]
    public void The_floor_is_what_the_best_line_leaves(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(3 + random.Below(20)), y = random.Normals(x.Length);
        LineFit fit = LineFit.Of(x, y), inFahrenheit = LineFit.Of([.. x.Select(v => 1.8 * v + 32)], y);
        Assert.Equal(ScalarLine.MeanSquaredError(fit.W, fit.B, x, y), fit.Floor, 1e-12);
        Assert.InRange(fit.RSquared, 0, 1);
        Assert.Equal(fit.RSquared, inFahrenheit.RSquared, 1e-9);
        Assert.Equal(1 - fit.Floor / ScalarScaling.MeanAndDeviation(y) switch { var (_, σ) => σ * σ }, fit.RSquared, 1e-12);
        Assert.Equal(1, LineFit.Of(x, [.. x.Select(v => 2 - v)]).RSquared, 1e-12);
    }

    // (6.9) S0-055: targets that do not vary lie on a line, and so they do where their mean misses them by a rounding.
    [Theory]
    [InlineData(3)]
    [InlineData(0.1)]
    public void Equal_targets_are_explained(double y)
    {
        LineFit fit = LineFit.Of([1, 2, 4], [y, y, y]);
        Assert.Equal((0, 1), (fit.Floor, fit.RSquared));
    }

    // (6.9) S0-055: on a line the rounding of the sums must not lead above 1, nor the floor below 0.
    [Property]
    public void A_line_is_explained_wholly_and_not_more(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2 + random.Below(4));
        (double α, double β) = (random.Normal(), random.Normal());
        LineFit fit = LineFit.Of(x, [.. x.Select(v => α * v + β)]), tenths = LineFit.Of([1, 2], [0.1, 0.4]);
        Assert.InRange(fit.RSquared, 1 - 1e-9, 1);
        Assert.True(fit.Floor >= 0);
        Assert.Equal((0, 1), (tenths.Floor, tenths.RSquared));
    }

    // (6.8) (6.9): the product of Σ(x − x̄)² and Σ(y − ȳ)² would underflow or overflow here; r² does not.
    [Theory]
    [InlineData(1e-150)]
    [InlineData(1e150)]
    public void Units_far_from_one_keep_their_line(double unit)
    {
        LineFit fit = LineFit.Of([0, unit, 3 * unit], [unit, 3 * unit, 7 * unit]);
        Assert.Equal(2, fit.W, 1e-12);
        Assert.Equal(1, fit.RSquared, 1e-12);
    }
}
