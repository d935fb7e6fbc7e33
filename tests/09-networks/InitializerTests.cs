using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.Networks.Tests;

public class InitializerTests
{
    private static double[] Drawn(Initializer initializer)
    {
        double[] values = [.. Enumerable.Repeat(9.0, 30_000)];
        initializer(values, 300, 100);
        return values;
    }

    // (9.12) (9.13) (9.14) (9.15) S3-205 S4-152 S4-153 S4-154: mean 0, the variance of the formula, and the bound of a
    // uniform draw; 30,000 draws give the variance to about 1 %.
    [Fact]
    public void Every_initialiser_has_its_variance_and_its_bound()
    {
        var random = new RandomStream(1);
        (Initializer Of, double Variance, bool IsUniform)[] cases =
        [
            (Initializers.Uniform(random, 0.3), 0.09 / 3, true), (Initializers.Normal(random, 0.3), 0.09, false),
            (Initializers.InverseRoot(random), 1.0 / 300 / 3, true), (Initializers.LeCun(random), 1.0 / 300, false),
            (Initializers.Xavier(random), 2.0 / 400, true), (Initializers.XavierNormal(random), 2.0 / 400, false),
            (Initializers.He(random), 2.0 / 300, false), (Initializers.HeUniform(random), 2.0 / 300, true),
        ];
        foreach ((Initializer of, double variance, bool isUniform) in cases)
        {
            double[] values = Drawn(of);
            Assert.Equal(variance, values.Average(v => v * v), 0.04 * variance);
            Assert.Equal(0, values.Average(), 4 * Math.Sqrt(variance / values.Length));
            double bound = Math.Sqrt(3 * variance);
            Assert.Equal(isUniform, values.Max() <= bound && values.Min() >= -bound);
            Assert.True(values.Max() > 0.999 * bound && values.Min() < -0.999 * bound);
        }
    }

    // S3-205
    [Fact]
    public void Constant_initialisers_are_constant()
    {
        Assert.All(Drawn(Initializers.Zero), v => Assert.Equal(0, v));
        Assert.All(Drawn(Initializers.Constant(-0.7)), v => Assert.Equal(-0.7, v));
        Refuses(() => Initializers.Constant(double.NaN), "finite", "NaN");
        Refuses(() => Initializers.Uniform(new RandomStream(1), 0), "> 0", "got 0");
        Refuses(() => Initializers.Normal(new RandomStream(1), -1), "> 0", "got -1");
        Assert.Throws<ArgumentNullException>(() => Initializers.He(null!));
        Assert.Throws<ArgumentNullException>(() => Initializers.Xavier(null!));
    }

    // S3-205 S4-151 S4-155: equal units learn, and stay equal to the last bit; drawn ones do not.
    [Fact]
    public void Units_that_start_equal_stay_equal()
    {
        IReadOnlyList<Matrix<double>> equal = Symmetry.Paths(4, Initializers.Constant(0.4), 300),
            drawn = Symmetry.Paths(4, Initializers.Normal(new RandomStream(5), 1), 300);
        Assert.All(equal, W => Assert.Equal(0, Symmetry.Spread(W)));
        Assert.True((equal[^1] - equal[0]).InfinityNorm() > 0.5);
        Assert.All(Symmetry.Paths(4, Initializers.Zero, 50), W => Assert.Equal(0, Symmetry.Spread(W)));
        Assert.True(Symmetry.Spread(drawn[0]) > 0.1 && Symmetry.Spread(drawn[^1]) > 1);
        Assert.Equal(301, drawn.Count);
        Assert.Equal(3, Symmetry.Spread(Matrices.Column(1, 4, 0)));
        Refuses(() => Symmetry.Paths(2, Initializers.Zero, -1), "steps");
    }

    // (9.11) (9.13) (9.14) S4-135 S4-152 S4-153 S4-154: He keeps signals and gradients of ReLU layers, Xavier those of
    // tanh layers; too narrow they vanish, too wide gradients explode.
    [Fact]
    public void The_right_width_keeps_signals_and_gradients_through_twenty_layers()
    {
        (double[] Forward, double[] Backward) Flow(Func<RandomStream, Initializer> start, Func<int, ILayer> f) =>
            SignalFlow.Through(64, 20, start(new RandomStream(1)), f, new RandomStream(2), 50);

        Assert.Equal(1, SignalFlow.Variance(64, 2.0 / 64, 0.5)); // He: n · 2/n · ½, since ReLU passes half
        (double[] he, double[] heBack) = Flow(Initializers.He, n => new Relu(n));
        Assert.All(he, v => Assert.InRange(v, 0.1, 10));
        Assert.All(heBack, v => Assert.InRange(v, 0.1, 10));
        (double[] xavier, double[] xavierBack) = Flow(Initializers.XavierNormal, n => new Relu(n));
        Assert.InRange(xavier[^1], 1e-8, 1e-4); // half a layer: 2⁻²⁰ ≈ 10⁻⁶
        Assert.InRange(xavierBack[0], 1e-8, 1e-4);
        (double[] tanh, double[] tanhBack) = Flow(Initializers.XavierNormal, n => new Tanh(n));
        Assert.InRange(tanh[^1], 0.005, 1);
        Assert.InRange(tanhBack[0], 0.01, 10);
        Assert.True(Flow(r => Initializers.Normal(r, 1.0 / 64), n => new Tanh(n)).Forward[^1] < 1e-30);
        Assert.True(Flow(r => Initializers.Normal(r, 1), n => new Tanh(n)).Backward[0] > 1e6);
        Assert.Equal(12.5, SignalFlow.MeanSquare(new([3, -4], 1, 2)));
    }
}
