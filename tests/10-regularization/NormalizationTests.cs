using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Regularization.Tests;

/// <summary>Batch and layer normalization: forms, gradients, invariants, running statistics.</summary>
public class NormalizationTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static T Drawn<T>(T layer, RandomStream random)
        where T : ILayer
    {
        foreach (Parameter p in layer.Parameters)
        {
            random.FillNormal(p.Values);
        }

        return layer;
    }

    // (a − mean a − x̂ mean(a x̂)) / s: all but 0 for two numbers; x − μ is as wrong as x, over s.
    private static double Terms(Matrix<double> A, Matrix<double> X, double s) =>
        A.Enumerate().Max(Math.Abs) / s * (1 + X.Enumerate().Max(Math.Abs) / s);

    private static void Near(Matrix<double> expected, Matrix<double> actual, int digits = 10, double terms = 0) =>
        Digits.Agree(expected, actual, digits, terms);

    private static ILayer Layer(string kind, int D, RandomStream random) => kind switch
    {
        "batch" => Drawn(new BatchNormalization(D), random),
        "channels" => Drawn(new BatchNormalization(D, 3), random),
        _ => Drawn(new LayerNormalization(D), random),
    };

    // (10.12) (10.13) (10.14) (10.15) (10.16) (10.19) (10.20) S1-269 S2-129: scalar = equations = layer.
    [Property(MaxTest = 40)]
    public void Scalar_equations_and_layers_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 2 + random.Below(6), N = 2 + random.Below(6);
        Matrix<double> X = Normal(random, D, N), dY = Normal(random, D, N);
        BatchNormalization batch = Drawn(new BatchNormalization(D), random);
        LayerNormalization layer = Drawn(new LayerNormalization(D), random);
        Vector<double> γ = batch.Parameters[0].Value.Column(0), β = batch.Parameters[1].Value.Column(0),
            γl = layer.Parameters[0].Value.Column(0), βl = layer.Parameters[1].Value.Column(0);

        (Matrix<double> X̂, Vector<double> s) = NormalizationEquations.Standardize(X);
        Near(NormalizationEquations.Affine(X̂, γ, β), batch.Forward(X));
        Matrix<double> A = NormalizationEquations.Diagonal(γ) * dY, dX = NormalizationEquations.Backward(X̂, s, A);
        Near(dX, batch.Backward(dY), 14, Terms(A, X, s.Minimum()));
        (Vector<double> dγ, Vector<double> dβ) = NormalizationEquations.AffineBackward(X̂, dY);
        Near(dγ.ToColumnMatrix(), batch.Parameters[0].Gradient);
        Near(dβ.ToColumnMatrix(), batch.Parameters[1].Gradient);
        for (int d = 0; d < D; d++)
        {
            (double[] x̂, double scale) = ScalarNormalization.Standardize(X.Row(d).ToArray());
            Assert.Equal(scale, s[d], 1e-12);
            Near(Matrices.Column(x̂), X̂.Row(d).ToColumnMatrix());
            Near(Matrices.Column(ScalarNormalization.Backward(x̂, scale, [.. A.Row(d)])), dX.Row(d).ToColumnMatrix(),
                14, Terms(A, X, scale));
        }

        (X̂, s) = NormalizationEquations.StandardizeColumns(X);
        Near(NormalizationEquations.Affine(X̂, γl, βl), layer.Forward(X));
        A = NormalizationEquations.Diagonal(γl) * dY;
        Matrix<double> dXl = NormalizationEquations.BackwardColumns(X̂, s, A);
        Near(dXl, layer.Backward(dY), 14, Terms(A, X, s.Minimum()));
        (dγ, dβ) = NormalizationEquations.AffineBackward(X̂, dY);
        Near(dγ.ToColumnMatrix(), layer.Parameters[0].Gradient);
        Near(dβ.ToColumnMatrix(), layer.Parameters[1].Gradient);
        (double[] first, double s0) = ScalarNormalization.Standardize(X.Column(0).ToArray());
        Near(Matrices.Column(first), X̂.SubMatrix(0, D, 0, 1));
        Near(
            Matrices.Column(ScalarNormalization.Backward(first, s0, [.. γl.PointwiseMultiply(dY.Column(0))])),
            dXl.SubMatrix(0, D, 0, 1), 14, Terms(A, X, s0));
    }

    // (10.12) (10.13) (10.19): the numbers of the notes' formula by hand.
    [Fact]
    public void Normalization_has_the_values_computed_by_hand()
    {
        Matrix<double> batch = new BatchNormalization(1).Forward(
            Matrix<double>.Build.Dense(1, 5, [1, 2, 3, 4, 5]));
        double[] expected = [-1.4142100269, -0.7071050134, 0, 0.7071050134, 1.4142100269];
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, batch[0, e.Index], 1e-10));
        Matrix<double> layer = new LayerNormalization(4, 1e-12).Forward(Matrices.Column(1, 2, 3, 4));
        Assert.All(new[] { -1.341641, -0.447214, 0.447214, 1.341641 }.Index(), e =>
            Assert.Equal(e.Item, layer[e.Index, 0], 1e-6));
        Assert.Equal((3, 2), ScalarNormalization.Statistics([1, 2, 3, 4, 5]));
    }

    // (10.15) (10.16) (10.20) S2-129 S4-157: random upstream gradients; all coordinates.
    [Theory]
    [InlineData("batch")]
    [InlineData("channels")]
    [InlineData("layer")]
    public void Every_gradient_is_the_numerical_one(string kind)
    {
        for (ulong seed = 1; seed <= 3; seed++)
        {
            var random = new RandomStream(seed);
            ILayer layer = Layer(kind, 3, random);
            Matrix<double> X = Normal(random, layer.Inputs, 5), dY = Normal(random, layer.Inputs, 5);
            layer.Forward(X);
            Matrix<double> dX = layer.Backward(dY);
            GradientCheck.Smooth(x => layer.Forward(x), X, dY, dX).ThrowIfFailed();
            foreach (Parameter parameter in layer.Parameters)
            {
                GradientCheck.Smooth(
                    InPlace.Of(parameter.Value, () => layer.Forward(X)), parameter.Value.Clone(), dY,
                    parameter.Gradient).ThrowIfFailed();
            }
        }
    }

    // (10.16) (10.20): Σdx = 0 exactly, and Σdx·x̂ = 0 but for ε; a bias before the layer has gradient 0.
    [Theory]
    [InlineData("batch")]
    [InlineData("channels")]
    [InlineData("layer")]
    public void Gradients_are_orthogonal_to_shift_and_scale(string kind)
    {
        var random = new RandomStream(4);
        ILayer layer = kind switch
        {
            "batch" => Drawn(new BatchNormalization(4, epsilon: 1e-14), random),
            "channels" => Drawn(new BatchNormalization(4, 2, epsilon: 1e-14), random),
            _ => Drawn(new LayerNormalization(4, 1e-14), random),
        };
        Matrix<double> X = Normal(random, layer.Inputs, 6), dY = Normal(random, layer.Inputs, 6);
        layer.Forward(X);
        Matrix<double> dX = layer.Backward(dY);
        if (kind != "layer")
        {
            (X, dX) = (Reshaped(X, 4), Reshaped(dX, 4));
            (X, dX) = (X.Transpose(), dX.Transpose());
        }

        Matrix<double> X̂ = NormalizationEquations.StandardizeColumns(X, 0).X̂;
        Assert.All(dX.ColumnSums(), sum => Assert.Equal(0, sum, 1e-12));
        Assert.All(dX.PointwiseMultiply(X̂).ColumnSums(), sum => Assert.Equal(0, sum, 1e-12));
    }

    private static Matrix<double> Reshaped(Matrix<double> X, int rows) =>
        Matrix<double>.Build.Dense(rows, X.RowCount * X.ColumnCount / rows, X.ToColumnMajorArray());

    [Fact]
    public void A_bias_before_batch_norm_learns_nothing()
    {
        var random = new RandomStream(5);
        var dense = new Dense(3, 4, Initializers.Normal(random, 1), Initializers.Normal(random, 1));
        var network = new Sequential(dense, Drawn(new BatchNormalization(4), random));
        network.Forward(Normal(random, 3, 7));
        network.Backward(Normal(random, 4, 7));
        GradientCheck.StructurallyZero(dense.Parameters[1].Gradient, dense.Parameters[0].Gradient.InfinityNorm())
            .ThrowIfFailed();
    }

    // (10.13) (10.19): no shift or positive scale of the input is seen; means are β and deviations γ.
    [Property(MaxTest = 30)]
    public void Shift_and_scale_of_the_input_change_nothing(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 2 + random.Below(5), N = 2 + random.Below(6);
        Matrix<double> X = Normal(random, D, N);
        double shift = random.Normal(), scale = random.Uniform(0.5, 4);
        Assert.All(new ILayer[] { new BatchNormalization(D, epsilon: 1e-30), new LayerNormalization(D, 1e-30) },
            layer =>
            Near(layer.Forward(X), layer.Forward(scale * X + shift), 8));
        BatchNormalization batch = Drawn(new BatchNormalization(D, epsilon: 1e-30), random);
        Matrix<double> Y = batch.Forward(X);
        for (int d = 0; d < D; d++)
        {
            (double μ, double σ2) = ScalarNormalization.Statistics(Y.Row(d).ToArray());
            Assert.Equal(batch.Parameters[1].Values[d], μ, 1e-9);
            Assert.Equal(Math.Abs(batch.Parameters[0].Values[d]), Math.Sqrt(σ2), 1e-6);
        }
    }

    // (10.19): each sample alone, and the same in inference; a batch of one is enough.
    [Fact]
    public void Layer_norm_treats_every_sample_alone_and_has_no_state()
    {
        var random = new RandomStream(6);
        LayerNormalization layer = Drawn(new LayerNormalization(5), random);
        Matrix<double> X = Normal(random, 5, 4);
        Matrix<double> Y = layer.Forward(X);
        Near(Y.SubMatrix(0, 5, 2, 1), layer.Forward(X.SubMatrix(0, 5, 2, 1)));
        Assert.Equal(Y, layer.Forward(X, Mode.Inference));
        Assert.IsNotAssignableFrom<IStateful>(layer);
    }

    // (10.14) (10.16): channels are rows once the places of an image stand side by side.
    [Fact]
    public void Channels_of_an_image_are_rows_of_a_wider_batch()
    {
        var random = new RandomStream(7);
        BatchNormalization images = Drawn(new BatchNormalization(3, 4), random), rows = new(3);
        rows.Parameters[0].Values.Clear();
        images.Parameters[0].Values.CopyTo(rows.Parameters[0].Values);
        images.Parameters[1].Values.CopyTo(rows.Parameters[1].Values);
        Matrix<double> X = Normal(random, 12, 5), dY = Normal(random, 12, 5);
        Assert.Equal(rows.Forward(Reshaped(X, 3)), Reshaped(images.Forward(X), 3));
        Assert.Equal(rows.Backward(Reshaped(dY, 3)), Reshaped(images.Backward(dY), 3));
        Assert.Equal(
            rows.Forward(Reshaped(X, 3), Mode.Inference), Reshaped(images.Forward(X, Mode.Inference), 3));
    }

    // (10.18): far from 0 the mean is subtracted before anything is scaled, and no digit of x is lost.
    [Fact]
    public void Inference_keeps_the_digits_of_inputs_far_from_0()
    {
        var layer = new BatchNormalization(1, momentum: 1);
        layer.Forward(Matrix<double>.Build.DenseOfRowArrays([1e8, 1e8 + 0.001]));
        double x = 1e8 + 0.0005, μ = layer.State[0].Save().Doubles[0], σ2 = layer.State[1].Save().Doubles[0];
        double y = layer.Forward(Matrix<double>.Build.Dense(1, 1, x), Mode.Inference)[0, 0];
        Assert.Equal(ScalarNormalization.Inference(x, μ, σ2, 1, 0), y, 1e-12);
    }

    // (10.17) (10.18) S2-129 S2-234 S4-072 S4-158: state moves in training, inference uses it and treats samples
    // alone.
    [Fact]
    public void Inference_uses_running_statistics()
    {
        var random = new RandomStream(8);
        BatchNormalization layer = Drawn(new BatchNormalization(2, momentum: 0.3), random);
        double[] State(int i) => layer.State[i].Save().Doubles.ToArray();
        double[] mean = [0, 0], variance = [1, 1];
        for (int t = 0; t < 3; t++)
        {
            Matrix<double> X = 2 * Normal(random, 2, 6) + 1;
            layer.Forward(X);
            layer.Forward(X, Mode.Inference); // changes nothing
            for (int d = 0; d < 2; d++)
            {
                (double μ, double σ2) = ScalarNormalization.Statistics(X.Row(d).ToArray());
                mean[d] = 0.7 * mean[d] + 0.3 * μ;
                variance[d] = 0.7 * variance[d] + 0.3 * σ2 * 6 / 5;
            }
        }

        Assert.All(mean.Zip(State(0)), m => Assert.Equal(m.First, m.Second, 1e-12));
        Assert.All(variance.Zip(State(1)), v => Assert.Equal(v.First, v.Second, 1e-12));
        Assert.Equal(3, layer.State[2].Save().Integers[0]);
        Matrix<double> one = Normal(random, 2, 1), y = layer.Forward(one, Mode.Inference);
        Assert.All(Enumerable.Range(0, 2), d => Assert.Equal(
            ScalarNormalization.Inference(
                one[d, 0], mean[d], variance[d], layer.Parameters[0].Values[d], layer.Parameters[1].Values[d]),
            y[d, 0], 1e-12));
        Assert.Equal(
            ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"],
            layer.Stored.Concat(layer.State).Select(tensor => tensor.Name));
    }

    [Fact]
    public void Shared_layers_have_one_state_and_a_batch_that_is_not_finite_is_not_taken_in()
    {
        var layer = new BatchNormalization(1);
        ILayer twin = layer.Shared();
        twin.Forward(Matrix<double>.Build.Dense(1, 2, [1, 3]));
        double[] State() => layer.State[0].Save().Doubles.ToArray();
        Assert.Equal(0.2, State()[0], 1e-15);
        layer.Forward(Matrix<double>.Build.Dense(1, 2, [1, double.PositiveInfinity]));
        Assert.Equal(0.2, State()[0], 1e-15);
        Assert.Equal(3, new LayerNormalization(3).Shared().Inputs);
        Assert.Equal(12, new BatchNormalization(3, 4).Shared().Outputs);
    }

    [Fact]
    public void What_cannot_be_normalized_is_refused()
    {
        Refuses(() => new BatchNormalization(2).Forward(new(2, 1)), "at least 2 values", "[2 × 1]");
        new BatchNormalization(2, 2).Forward(Matrix<double>.Build.Dense(4, 1, [1, 2, 3, 4])); // two places are enough
        Refuses(() => _ = new BatchNormalization(0), "at least 1", "got 0");
        Refuses(() => _ = new BatchNormalization(1, 0), "at least 1", "got 0");
        Refuses(() => _ = new BatchNormalization(1, momentum: 1.5), "momentum", "1.5");
        Refuses(() => _ = new BatchNormalization(1, epsilon: 0), "epsilon", "0");
        Refuses(() => _ = new LayerNormalization(0), "at least 1");
        Refuses(() => _ = new LayerNormalization(2, -1), "epsilon", "-1");
        Refuses(() => new LayerNormalization(2).Forward(new(3, 1)), "[2 × N]", "[3 × 1]");
    }

    // Steps of a network with both layers and dropout allocate nothing that grows with the batch.
    [Fact]
    public void Steady_passes_allocate_nothing_that_grows()
    {
        static long Bytes(int N)
        {
            var random = new RandomStream(1);
            var network = new Sequential(
                new BatchNormalization(8), new LayerNormalization(8), new Dropout(8, 0.5, random));
            Matrix<double> X = Normal(random, 8, N), dY = Normal(random, 8, N);
            void Pass()
            {
                network.Forward(X.View());
                network.Backward(dY.View());
                network.Forward(X.View(), Mode.Inference);
            }

            Pass();
            long before = GC.GetAllocatedBytesForCurrentThread();
            Pass();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(Bytes(4), Bytes(400));
    }
}
