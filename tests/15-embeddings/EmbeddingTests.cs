using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Embeddings.Tests;

/// <summary>The layer of token ids: three forms, gradients, sparse updates, PyTorch, files, bad input.</summary>
public class EmbeddingTests
{
    private static readonly Golden PyTorch = Golden.Read("15-embeddings");

    internal static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static Matrix<double> Ids(params int[][] samples) => Matrix<double>.Build.Dense(
        samples[0].Length, samples.Length, (t, n) => samples[n][t]);

    // (15.1) (15.2) S1-185 S3-264: over random sizes; ids repeat; the samples lie one after another.
    [Property]
    public void Layer_loops_and_one_hot_product_agree(Seed seed)
    {
        RandomStream random = seed.Stream();
        int V = 1 + random.Below(6), D = 1 + random.Below(5), T = 1 + random.Below(4), N = 1 + random.Below(4);
        Matrix<double> W = Normal(random, D, V), dY = Normal(random, D, N * T);
        int[] ids = [.. Enumerable.Range(0, N * T).Select(_ => random.Below(V))];
        Matrix<double> X = Matrix<double>.Build.Dense(T, N, (t, n) => ids[n * T + t]);
        var layer = new Embedding(W, T);
        Matrix<double> Y = layer.Forward(X);
        layer.Backward(dY);

        Assert.Equal(Matrix<double>.Build.DenseOfArray(ScalarEmbedding.Forward(W.ToArray(), ids)), Y);
        Matrix<double> dW = layer.Parameters[0].Gradient;
        Near(Matrix<double>.Build.DenseOfArray(ScalarEmbedding.Gradient(ids, dY.ToArray(), V)), dW);
        Matrix<double> E = EmbeddingEquations.OneHot(ids, V);
        Near(EmbeddingEquations.Forward(W, E), Y);
        Near(EmbeddingEquations.Gradient(dY, E), dW);
        Assert.Equal(Y, layer.WithTokens(1).Forward(Matrix<double>.Build.Dense(1, N * T, (_, c) => ids[c])));
    }

    // (15.2): numerically, on blocks and transposes of other matrices too; shared layers add up.
    [Fact]
    public void The_gradient_is_the_numerical_one()
    {
        var random = new RandomStream(5);
        Matrix<double> W = Normal(random, 3, 5), X = Ids([0, 4, 4], [2, 0, 4]), dY = Normal(random, 3, 6);
        var layer = new Embedding(W, 3);
        ILayer twin = layer.Shared();
        layer.Forward(X);
        Assert.Equal(0, layer.Backward(dY.View()).ColumnCount); // ids have no gradient
        GradientCheck.Smooth(w => new Embedding(w, 3).Forward(X), W, dY, layer.Parameters[0].Gradient)
            .ThrowIfFailed();
        Matrix<double> once = layer.Parameters[0].Gradient.Clone();
        twin.Forward(X);
        twin.Backward(dY.Transpose().View().T);
        Near(2 * once, layer.Parameters[0].Gradient);
    }

    // (15.2) S3-267: the padding id gives a vector of zeros, and keeps it.
    [Fact]
    public void The_padding_id_has_no_gradient()
    {
        var layer = new Embedding(4, 3, Initializers.Normal(new RandomStream(1), 1), tokens: 2, padding: 1);
        Matrix<double> X = Ids([1, 3], [0, 1]);
        Assert.Equal(0, layer.Forward(X).Column(0).L2Norm());
        layer.Backward(Normal(new RandomStream(2), 3, 4));
        Assert.Equal([true, false, false, true], layer.Parameters[0].Gradient.ColumnNorms(2).Select(v => v > 0));
        Assert.Equal(1, ((Embedding)layer.Shared()).Padding);
    }

    // (15.1) (15.2): PyTorch's sparse and padded layers.
    [Theory]
    [InlineData("plain", null)]
    [InlineData("padded", 0)]
    public void The_layer_matches_PyTorch(string name, int? padding)
    {
        var layer = new Embedding(7, 4, Initializers.Zero, 5, padding);
        layer.Stored[0].Load(new NamedTensor("weight", HashFill.Values($"15-embeddings/{name}.W", 28), 7, 4));
        PyTorch.Agrees($"{name}.y", layer.Forward(
            Matrix<double>.Build.Dense(5, 3, (t, n) => (3 * n * n + 5 * t) % 7)));
        layer.Backward(HashFill.Matrix($"15-embeddings/{name}.dy", 4, 15));
        PyTorch.Agrees($"{name}.dW", layer.Parameters[0].Gradient.Transpose());
    }

    // (15.2): twenty steps with sparse gradients; the loss is that of every token.
    [Theory]
    [InlineData("descent")]
    [InlineData("adagrad")]
    public void Twenty_sparse_steps_match_PyTorch(string name)
    {
        var network = new Sequential(
            new Embedding(HashFill.Matrix($"15-embeddings/{name}.W", 9, 5).Transpose(), 2),
            new Dense(
                HashFill.Matrix($"15-embeddings/{name}.linear.W", 3, 5),
                HashFill.Matrix($"15-embeddings/{name}.linear.b", 3, 1)));
        IOptimizer optimizer = name == "descent"
            ? new GradientDescent(network.Parameters, 0.3) : new AdaGrad(network.Parameters, 0.3);
        var loss = new SoftmaxCrossEntropy();
        PyTorch.Agrees($"{name}.losses", [.. Enumerable.Range(0, 20).Select(step =>
        {
            optimizer.ZeroGradients();
            MatrixView Z = network.Forward(
                Matrix<double>.Build.Dense(2, 2, (t, n) => t == 0 ? (step + n * n) % 9 : (2 * step + 7 * n) % 9)
                    .View());
            double value = loss.Forward(
                Z, Matrix<double>.Build.Dense(3, 4, (k, c) => k == (step + c) % 3 ? 1 : 0).View());
            network.Backward(loss.Backward(), inputGradient: false);
            optimizer.Step();
            return value;
        })]);
        PyTorch.Agrees($"{name}.weight", network.Parameters[0].Value.Transpose());
        PyTorch.Agrees($"{name}.linear.weight", network.Parameters[1].Value);
    }

    // (15.2): a dense reader in between, such as clipping, changes nothing; every rule gives the bits of a dense
    // gradient.
    [Theory]
    [InlineData("descent")]
    [InlineData("AdaGrad")]
    [InlineData("Adam")]
    [InlineData("momentum")]
    public void Sparse_updates_have_the_bits_of_dense_ones(string rule)
    {
        var random = new RandomStream(8);
        Matrix<double> W = Normal(random, 3, 6);
        Embedding[] layers = [new(W), new(W), new(W)];
        IOptimizer[] optimizers = [.. layers.Select(layer => Rule(rule, layer.Parameters))];
        for (int step = 0; step < 12; step++)
        {
            int N = 1 + random.Below(4);
            Matrix<double> X = Matrix<double>.Build.Dense(1, N, (_, _) => random.Below(6)), dY = Normal(random, 3, N);
            for (int i = 0; i < layers.Length; i++)
            {
                optimizers[i].ZeroGradients();
                Parameter parameter = layers[i].Parameters[0];
                _ = i == 1 || (i == 2 && step % 3 == 0) ? parameter.Gradients[0] : 0; // dense before
                layers[i].Forward(X);
                layers[i].Backward(dY);
                _ = i == 2 && step % 3 == 1 ? parameter.Gradients[0] : 0; // or after
                optimizers[i].Step();
            }

            Assert.Equal(layers[1].Parameters[0].Value, layers[0].Parameters[0].Value);
            Assert.Equal(layers[1].Parameters[0].Value, layers[2].Parameters[0].Value);
            Assert.Equal(layers[1].Parameters[0].Gradient, layers[2].Parameters[0].Gradient);
        }
    }

    private static IOptimizer Rule(string rule, IReadOnlyList<Parameter> parameters) => rule switch
    {
        "descent" => new GradientDescent(parameters, 0.1),
        "AdaGrad" => new AdaGrad(parameters, 0.1),
        "Adam" => new Adam(parameters, 0.1),
        _ => new Momentum(parameters, 0.1),
    };

    // (15.2): tied to an output layer, dense products and sparse columns add up in either order.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Sparse_columns_and_dense_products_add_up(bool productFirst)
    {
        var random = new RandomStream(3);
        var layer = new Embedding(Normal(random, 2, 4));
        Parameter W = layer.Parameters[0];
        Matrix<double> A = Normal(random, 2, 3), B = Normal(random, 3, 4), X = Ids([2], [2]),
            dY = Normal(random, 2, 2);
        for (int pass = 0; pass < 2; pass++)
        {
            W.ZeroGradient();
            layer.Forward(X);
            if (productFirst)
            {
                W.AccumulateProduct(A.View(), B.View());
            }

            layer.Backward(dY);
            if (!productFirst)
            {
                W.AccumulateProduct(A.View(), B.View());
            }

            Near(A * B + EmbeddingEquations.Gradient(dY, EmbeddingEquations.OneHot([2, 2], 4)), W.Gradient);
        }
    }

    // A gradient that is not finite is refused before a weight moves, and steps allocate nothing.
    [Fact]
    public void Sparse_steps_are_checked_and_allocate_nothing()
    {
        var layer = new Embedding(1000, 4, Initializers.Normal(new RandomStream(1), 1), tokens: 2);
        var rule = new GradientDescent(layer.Parameters, 0.1);
        MatrixView X = Ids([7, 3], [7, 999]).View(), dY = Normal(new RandomStream(2), 4, 4).View();
        void Step()
        {
            rule.ZeroGradients();
            layer.Forward(X);
            layer.Backward(dY);
            rule.Step();
        }

        Step();
        Step();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Step();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        double[] weights = layer.Parameters[0].Values.ToArray();
        dY[0, 3] = double.NaN;
        Refuses(Step, "finite", "NaN");
        Assert.Equal(weights, layer.Parameters[0].Values.ToArray());
    }

    // S0-141: [V × D] in files, under PyTorch's name.
    [Fact]
    public void Files_hold_a_row_for_each_id()
    {
        Matrix<double> W = Normal(new RandomStream(1), 3, 5);
        NamedTensor file = new Embedding(W).Stored[0].Save();
        Assert.Equal(("weight", 5, 3), (file.Name, file.Shape[0], file.Shape[1]));
        Assert.Equal(W.Transpose().ToRowMajorArray(), file.Doubles.ToArray());
        var other = new Embedding(5, 3, Initializers.Zero);
        other.Stored[0].Load(file);
        Assert.Equal(W, other.Parameters[0].Value);
        Refuses(() => new Embedding(4, 3, Initializers.Zero).Stored[0].Load(file), "4 × 3", "5 × 3");
        Assert.Equal("embedding 5 → 3", other.Name);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Ids_that_are_none_are_refused(double id)
    {
        var layer = new Embedding(5, 2, Initializers.Zero, 2);
        Matrix<double> X = Ids([0, 1], [2, 3]);
        X[1, 1] = id;
        Refuses(() => layer.Forward(X), "0 to 4", FormattableString.Invariant($"{id:R}"), "token 1 of sample 1");
    }

    [Fact]
    public void Shapes_and_sizes_that_do_not_fit_are_refused()
    {
        var layer = new Embedding(5, 2, Initializers.Zero, 2);
        Refuses(() => layer.Forward(Ids([1, 2, 3])), "[2 × N]", "[3 × 1]");
        layer.Forward(Ids([1, 2], [3, 4]));
        Refuses(() => layer.Backward(Normal(new RandomStream(1), 2, 2)), "[2 × 4]", "[2 × 2]");
        Refuses(() => _ = new Embedding(0, 2, Initializers.Zero), "vocabulary", "got 0");
        Refuses(() => _ = new Embedding(5, 0, Initializers.Zero), "dimension", "got 0");
        Refuses(() => layer.WithTokens(0), "tokens", "got 0");
        Refuses(() => _ = new Embedding(5, 2, Initializers.Zero, padding: 5), "0 to 4", "got 5");
        Refuses(() => _ = new Embedding(Matrix<double>.Build.Dense(1, 1, double.NaN)), "finite");
        Assert.Throws<ArgumentNullException>(() => new Embedding(5, 2, null!));
    }
}
