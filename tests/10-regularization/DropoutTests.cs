using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Regularization.Tests;

/// <summary>Inverted dropout: its mask, its gradient for a fixed mask, and inference.</summary>
public class DropoutTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // (10.10) S0-087 S0-090 S1-132 S2-126 S3-111 S4-144: kept numbers are divided by 1 − p.
    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.3, 1.4285714286)]
    [InlineData(0.2, 1.25)]
    [InlineData(0, 1)]
    public void Kept_numbers_are_scaled(double p, double scale)
    {
        Assert.Equal([scale, 0], ScalarDropout.Forward([1, 1], [true, false], p), (a, b) => Math.Abs(a - b) < 1e-10);
        var layer = new Dropout(40, p, new RandomStream(1));
        Matrix<double> Y = layer.Forward(Matrix<double>.Build.Dense(40, 5, 1));
        Assert.All(Y.Enumerate(), y => Assert.True(y == 0 || Math.Abs(y - scale) < 1e-10));
        Assert.Equal(p == 0, Y.Enumerate().All(y => y != 0));
    }

    // (10.10) (10.11): scalar = layer, for the layer's mask.
    [Property(MaxTest = 30)]
    public void Scalar_form_and_layer_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(7), N = 1 + random.Below(7);
        double p = random.Uniform(0, 0.9);
        var layer = new Dropout(D, p, random);
        Matrix<double> X = Normal(random, D, N), dY = Normal(random, D, N), Y = layer.Forward(X);
        Matrix<double> mask = layer.Mask.ToMatrix(), dX = layer.Backward(dY);
        for (int n = 0; n < N; n++)
        {
            bool[] m = [.. mask.Column(n).Select(v => v != 0)];
            Assert.Equal(ScalarDropout.Forward([.. X.Column(n)], m, p), Y.Column(n), (a, b) =>
                Math.Abs(a - b) < 1e-12);
            Assert.Equal(ScalarDropout.Backward([.. dY.Column(n)], m, p), dX.Column(n), (a, b) =>
                Math.Abs(a - b) < 1e-12);
        }
    }

    // (10.11): the stream is set back before every pass, so that the mask stays.
    [Fact]
    public void The_gradient_for_a_fixed_mask_is_the_numerical_one()
    {
        var random = new RandomStream(3);
        var stream = new RandomStream(4);
        ulong[] start = stream.State();
        var network = new Sequential(
            new Dense(3, 6, Initializers.He(random)), new Dropout(6, 0.4, stream), new Tanh(6),
            new Dense(6, 2, Initializers.He(random)));
        Matrix<double> Forward(Matrix<double> x)
        {
            stream.Restore(start);
            return network.Forward(x);
        }

        Matrix<double> X = Normal(random, 3, 5), dY = Normal(random, 2, 5);
        Forward(X);
        GradientCheck.Smooth(Forward, X, dY, network.Backward(dY)).ThrowIfFailed();
    }

    // (10.10) S0-091 S1-134 S1-263 S2-126: the share that is dropped, and the mean of many passes.
    [Fact]
    public void A_share_p_is_dropped_and_the_mean_is_kept()
    {
        var layer = new Dropout(1000, 0.2, new RandomStream(2));
        Matrix<double> ones = Matrix<double>.Build.Dense(1000, 100, 1), Y = layer.Forward(ones);
        Assert.Equal(0.2, Y.Enumerate().Count(y => y == 0) / 1e5, 0.004); // three deviations
        Assert.Equal(1, Y.Enumerate().Average(), 0.005);
        Assert.Equal(0.6, ScalarDropout.Mask(100_000, 0.6, new RandomStream(1)).Count(m => !m) / 1e5, 0.005);
    }

    // S0-088 S2-234 S4-145 S4-146: evaluation is the identity and draws nothing.
    [Fact]
    public void Inference_is_the_identity()
    {
        var stream = new RandomStream(5);
        var layer = new Dropout(4, 0.5, stream);
        ulong[] before = stream.State();
        Matrix<double> X = Normal(new RandomStream(6), 4, 3);
        Assert.Equal(X, layer.Forward(X, Mode.Inference));
        Assert.Equal(before, stream.State());
        Assert.NotEqual(layer.Forward(X), layer.Forward(X));
        Assert.Equal(["random"], layer.State.Select(tensor => tensor.Name));
        ILayer twin = layer.Shared(); // draws from the same stream
        Assert.NotEqual(layer.Forward(X), twin.Forward(X));
    }

    [Fact]
    public void A_probability_outside_0_to_1_is_refused()
    {
        Assert.All(new[] { -0.1, 1, 1.5, double.NaN }, p =>
            Refuses(() => _ = new Dropout(2, p, new RandomStream(1)), "[0, 1)", $"{p}"));
        Refuses(() => _ = new Dropout(0, 0.5, new RandomStream(1)), "at least 1");
        Assert.Throws<ArgumentNullException>(() => new Dropout(1, 0.5, null!));
    }
}
