using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Activations.Tests;

public class DepthTests
{
    // S2-029: any number of linear layers is one; one tanh between them and it is not.
    [Property]
    public void A_stack_of_linear_layers_is_one_layer(Seed seed)
    {
        var random = seed.Stream();
        int[] sizes = [.. Enumerable.Range(0, 2 + random.Below(4)).Select(_ => 1 + random.Below(5))];
        (Matrix<double> W, Vector<double> B)[] layers = [.. sizes.Zip(sizes.Skip(1), (from, to) =>
            (Matrix<double>.Build.Dense(to, from, random.Normals(to * from)), Vector<double>.Build.Dense(random.Normals(to))))];
        Vector<double> x = Vector<double>.Build.Dense(random.Normals(sizes[0]));
        (Matrix<double> W, Vector<double> b) = LinearStack.Collapse(layers);
        Vector<double> stacked = Perceptrons.Feedforward.Pass(layers, ScalarActivations.Linear, x);
        Assert.True((W * x + b - stacked).L2Norm() <= 1e-12 * (1 + W.FrobeniusNorm()) * (1 + x.L2Norm()));
        Assert.True((W * x + b - Perceptrons.Feedforward.Pass(layers, ScalarActivations.Tanh, x)).L2Norm() > 1e-9);
    }

    // (2.8) S4-005 S1-140: the product of slopes is the slope of the composition, for every smooth activation.
    [Property]
    public void Slopes_multiply_along_a_chain(Seed seed)
    {
        var random = seed.Stream();
        double[] w = random.Normals(1 + random.Below(4));
        double x = random.Normal();
        Assert.All(
            new[] { Activation.Sigmoid, Activation.Tanh, Activation.Gelu }
                .Where(f => Math.Abs(VanishingGradient.Chain(f, w, x).Derivative) > 1e-4), // a vanished slope has no digits for differences
            f => GradientCheck.Smooth(a => VanishingGradient.Chain(f, w, a).Output, x, VanishingGradient.Chain(f, w, x).Derivative).ThrowIfFailed());
    }

    // (2.8) S4-005 S1-140 S2-036: at most ¼ a unit, times its weight.
    [Property]
    public void A_chain_of_sigmoids_keeps_at_most_a_quarter_per_unit(RandomVector w, Number x)
    {
        double slope = Math.Abs(VanishingGradient.Chain(Activation.Sigmoid, w.Values, x.Value).Derivative);
        Assert.True(slope <= w.Values.Aggregate(1.0, (bound, weight) => bound * Math.Abs(weight) / 4) * (1 + 1e-12));
    }

    // (2.8) S4-005: the reported norms are those of numerical gradients. The draws are made again in the same order: weights, input, upstream.
    [Fact]
    public void Reported_gradient_norms_are_those_of_the_numerical_gradient()
    {
        double[] norms = VanishingGradient.GradientNorms(Activation.Tanh, depth: 2, width: 2, gain: 1.3, new RandomStream(11));
        var random = new RandomStream(11);
        Matrix<double> Draw(int columns) => Matrix<double>.Build.Dense(2, columns, random.Normals(2 * columns));
        Matrix<double> W1 = Draw(2) * (1.3 / Math.Sqrt(2));
        Matrix<double> W2 = Draw(2) * (1.3 / Math.Sqrt(2));
        Matrix<double> X = Draw(32);
        Matrix<double> upstream = Draw(32);
        double Loss(Matrix<double> first, Matrix<double> second) =>
            (second * (first * X).PointwiseTanh()).PointwiseTanh().PointwiseMultiply(upstream).Enumerate().Sum() / 32;
        double Norm(Func<double[], double> f, Matrix<double> at) => Math.Sqrt(NumericalDerivative.Gradient(f, at.ToColumnMajorArray()).Sum(g => g * g));
        Digits.Agree(Norm(w => Loss(Matrix<double>.Build.Dense(2, 2, [.. w]), W2), W1), norms[0], 8);
        Digits.Agree(Norm(w => Loss(W1, Matrix<double>.Build.Dense(2, 2, [.. w])), W2), norms[1], 8);
    }

    // S4-005 S2-036 S1-140: whatever the seed, sigmoid layers near the input get least; ReLU with variance 2/n keeps them all alike.
    [Property(MaxTest = 10)]
    public void Layers_near_the_input_learn_slowest_behind_sigmoids_and_not_behind_relus(Seed seed)
    {
        double[] sigmoid = VanishingGradient.GradientNorms(Activation.Sigmoid, 10, 48, 1, seed.Stream());
        double[] relu = VanishingGradient.GradientNorms(Activation.Relu, 10, 48, Math.Sqrt(2), seed.Stream());
        Assert.All(sigmoid.Zip(sigmoid.Skip(1)), pair => Assert.True(pair.First < pair.Second));
        Assert.True(sigmoid[0] < 1e-3 * sigmoid[^1]);
        Assert.InRange(relu[0] / relu[^1], 0.05, 20);
    }

    // (2.12) S1-127: through 30 random layers SELU stays near its fixed point; tanh forgets its scale.
    [Property(MaxTest = 5)]
    public void Selu_layers_normalize_themselves(Seed seed)
    {
        (double Mean, double Variance)[] selu = VanishingGradient.OutputMoments(Activation.Selu, 30, 128, 1, seed.Stream());
        (double Mean, double Variance)[] tanh = VanishingGradient.OutputMoments(Activation.Tanh, 30, 128, 1, seed.Stream());
        Assert.All(selu, m => Assert.InRange(m.Mean, -0.15, 0.15));
        Assert.All(selu, m => Assert.InRange(m.Variance, 0.6, 1.6));
        Assert.True(tanh[^1].Variance < 0.1);
    }

    // S1-127: the moments of the first layer, written out.
    [Fact]
    public void Reported_moments_are_mean_and_variance_of_the_outputs()
    {
        (double mean, double variance) = VanishingGradient.OutputMoments(Activation.Relu, 1, 3, 2, new RandomStream(4))[0];
        var random = new RandomStream(4);
        Matrix<double> X = Matrix<double>.Build.Dense(3, 32, random.Normals(96));
        double[] y = (2 / Math.Sqrt(3) * Matrix<double>.Build.Dense(3, 3, random.Normals(9)) * X).PointwiseMaximum(0).ToColumnMajorArray();
        Digits.Agree(y.Average(), mean, 12);
        Digits.Agree(y.Average(v => v * v) - y.Average() * y.Average(), variance, 12);
    }

    // S1-124 S2-033: with every score negative the gradient is exactly 0, in a layer and in a unit, and 1000 steps change no bit.
    [Property(MaxTest = 20)]
    public void A_dead_relu_unit_never_moves(Seed seed)
    {
        var random = seed.Stream();
        double[] x = random.Normals(8);
        double[] t = random.Uniforms(8, 0, 2); // above what the unit says, so that a gradient would raise b
        Assert.Equal((0.0, 0.0), DeadUnit.Gradient(Activation.Relu, 1, -100, x, t));
        Assert.All(DeadUnit.BiasCourse(Activation.Relu, -100, x, t, 0.1, 1000), b => Assert.Equal(-100, b));
        Matrix<double> Z = Matrix<double>.Build.Dense(3, 4, random.Normals(12)) - 100;
        Matrix<double> dZ = ActivationEquations.ReluBackward(Z, Matrix<double>.Build.Dense(3, 4, random.Normals(12)));
        Assert.Equal(0, dZ.FrobeniusNorm());
        double[] leaky = DeadUnit.BiasCourse(Activation.LeakyRelu, -100, x, t, 0.1, 10);
        Assert.All(leaky.Zip(leaky.Skip(1)), pair => Assert.True(pair.Second > pair.First));
    }

    // S1-124: the gradient of the unit's loss, for a unit that is alive.
    [Property]
    public void Loss_of_a_single_unit_has_the_right_gradient(Seed seed)
    {
        var random = seed.Stream();
        (double w, double b, double[] x, double[] t) = (random.Normal(), random.Normal(), random.Normals(5), random.Normals(5));
        double Loss(double[] wb) => x.Zip(t, (xn, tn) => Math.Pow(ScalarActivations.Gelu(wb[0] * xn + wb[1]) - tn, 2) / 2).Average();
        (double dw, double db) = DeadUnit.Gradient(Activation.Gelu, w, b, x, t);
        GradientCheck.Smooth(Loss, new[] { w, b }, [dw, db]).ThrowIfFailed();
        double[] course = DeadUnit.BiasCourse(Activation.Gelu, b, x, t, 0.3, 1);
        Digits.Agree([b, b - 0.3 * DeadUnit.Gradient(Activation.Gelu, 1, b, x, t).OfB], course, 13);
    }
}
