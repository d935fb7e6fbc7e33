using Reference.Losses;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.LinearModels.Tests;

/// <summary>The neuron with one input: value, derivatives, loss, noise, and the best line in closed form.</summary>
public class LineTests
{
    // (6.1) (6.2) (6.3) S0-009 S0-010 S0-056 S3-008 S4-066: the derivatives are those of the value, and a rise depends
    // neither on the bias nor on where it starts.
    [Property]
    public void The_neuron_has_the_derivatives_x_one_and_w(Number w, Number b, Number x, Number δ)
    {
        (double dw, double db, double dx) = ScalarLine.Derivatives(w.Value, x.Value);
        GradientCheck.Smooth((double[] θ) => ScalarLine.Predict(θ[0], θ[1], θ[2]),
            [w.Value, b.Value, x.Value], [dw, db, dx]).ThrowIfFailed();
        Assert.Equal(w.Value * x.Value + b.Value, ScalarLine.Predict(w.Value, b.Value, x.Value));
        double scale = 1 + Math.Abs(w.Value * x.Value) + Math.Abs(w.Value * δ.Value) + Math.Abs(b.Value);
        Assert.Equal(
            ScalarLine.Rise(w.Value, δ.Value),
            ScalarLine.Predict(w.Value, b.Value, x.Value + δ.Value) - ScalarLine.Predict(w.Value, b.Value, x.Value),
            1e-14 * scale); // rounding of the sums
    }

    // (6.5) (6.6) (6.7) S2-087 S2-088 S2-089 S4-069: the gradient is that of the loss; chapters 03 and 05 agree.
    [Property]
    public void The_gradient_of_the_loss_is_right(PairOfVectors pairs, Number w, Number b)
    {
        (double[] x, double[] y) = (pairs.A, pairs.B);
        (double dw, double db) = ScalarLine.Gradient(w.Value, b.Value, x, y);
        double loss = ScalarLine.MeanSquaredError(w.Value, b.Value, x, y);
        GradientCheck.Smooth((double[] θ) => ScalarLine.MeanSquaredError(θ[0], θ[1], x, y),
            [w.Value, b.Value], [dw, db]).ThrowIfFailed();
        var earlier = new LeastSquaresLine(x, y);
        // a line may hit its points: the residuals then cancel
        double r = x.Zip(y, (u, v) => Math.Abs(w.Value * u) + Math.Abs(b.Value) + Math.Abs(v) + Math.Abs(u)).Max();
        Digits.Agree(earlier.Value([w.Value, b.Value]), loss, 14, terms: r * r);
        Digits.Agree(earlier.Gradient([w.Value, b.Value]), [dw, db], 14, terms: 2 * r * r);
        double[] ŷ = [.. x.Select(v => ScalarLine.Predict(w.Value, b.Value, v))];
        Digits.Agree(ScalarSquaredError.Mean(ŷ, y), loss, 14, terms: r * r);
    }

    // (6.4) S4-068: the likelihood written out; least squares minimises it, whatever s.
    [Property]
    public void The_most_likely_line_under_Gaussian_noise_is_that_of_least_squares(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(9), y = random.Normals(9);
        (double s, double w, double b) = (random.Uniform(1, 3), random.Normal(), random.Normal());
        double written = -x.Zip(y, (xᵢ, yᵢ) =>
            Math.Log(Math.Exp(-Math.Pow(yᵢ - w * xᵢ - b, 2) / (2 * s * s)) / (s * Math.Sqrt(2 * Math.PI)))).Sum();
        Assert.Equal(written, ScalarLine.NegativeLogLikelihood(w, b, s, x, y), 1e-8 * Math.Abs(written));
        LineFit fit = LineFit.Of(x, y);
        double least = ScalarLine.NegativeLogLikelihood(fit.W, fit.B, s, x, y);
        Assert.True(least < ScalarLine.NegativeLogLikelihood(fit.W + 0.1, fit.B, s, x, y));
        Assert.True(least < ScalarLine.NegativeLogLikelihood(fit.W, fit.B - 0.1, s, x, y));
    }

    // (6.8) (6.9) S0-054 S0-055 S0-071 S3-008: no gradient there, the same minimum as in chapter 03, and the floor is
    // the loss there; r² does not change with units.
    [Property]
    public void The_best_line_is_where_the_gradient_vanishes(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(3 + random.Below(20)), y = random.Normals(x.Length);
        LineFit fit = LineFit.Of(x, y);
        (double dw, double db) = ScalarLine.Gradient(fit.W, fit.B, x, y);
        Assert.True(Math.Abs(dw) < 1e-10 && Math.Abs(db) < 1e-10);
        (double W, double B) = new LineCost(x, y).Minimum();
        Assert.True(RelativeError.ByNorm([W, B], [fit.W, fit.B]) < 1e-9);
        Assert.Equal(ScalarLine.MeanSquaredError(fit.W, fit.B, x, y), fit.Floor, 1e-12);
        double σ = ScalarScaling.MeanAndDeviation(y).Deviation;
        Assert.Equal(1 - fit.Floor / (σ * σ), fit.RSquared, 1e-12);
        Assert.InRange(fit.RSquared, 0, 1);
        Assert.Equal(fit.RSquared, LineFit.Of([.. x.Select(v => 1.8 * v + 32)], y).RSquared, 1e-9);
    }

    // (6.8) (6.9) S0-055: noiseless points give their line back; rounding leaves r² ≤ 1 and the floor ≥ 0.
    [Property]
    public void Points_on_a_line_have_R_squared_1(Seed seed)
    {
        RandomStream random = seed.Stream();
        double[] x = random.Normals(2 + random.Below(4));
        (double α, double β) = (random.Normal(), random.Normal());
        LineFit fit = LineFit.Of(x, [.. x.Select(v => α * v + β)]);
        Assert.InRange(fit.RSquared, 1 - 1e-9, 1);
        Assert.True(fit.Floor >= 0);
        Assert.Equal(α * x[0] + β, fit.Predict(x[0]), 1e-9);
    }

    // (6.8) (6.9): equal targets, of which 0.1 misses its mean by a rounding; a line of two points; and units at which
    // the product of Σ(x − x̄)² and Σ(y − ȳ)² would underflow or overflow.
    [Fact]
    public void Lines_at_the_edge_of_rounding_have_R_squared_1()
    {
        foreach (LineFit fit in new[]
            { LineFit.Of([1, 2, 4], [3, 3, 3]), LineFit.Of([1, 2, 4], [0.1, 0.1, 0.1]), LineFit.Of([1, 2], [0.5, 2]) })
        {
            Assert.Equal((0, 1), (fit.Floor, fit.RSquared));
        }

        Assert.Equal(1, LineFit.Of([1, 2], [0.1, 0.4]).RSquared);
        double floor = LineFit.Of([0, 1, 2], [0, 1 + 1e-9, 2]).Floor; // Syy(1 − r²)/N would be 0 or 10⁻¹⁶
        Assert.Equal(2.22222259e-19, floor, 1e-25);
        Assert.Equal(
            -776.0410545515662, ScalarLine.NegativeLogLikelihood(0, 0, 1e-170, [0, 0], [1e-170, 3e-170]), 1e-11);
        foreach (double unit in new[] { 1e-140, 1e150 })
        {
            LineFit fit = LineFit.Of([0, unit, 3 * unit], [unit, 3 * unit, 7 * unit]);
            Assert.Equal(2, fit.W, 1e-12);
            Assert.Equal(1, fit.RSquared, 1e-12);
        }
    }
}
