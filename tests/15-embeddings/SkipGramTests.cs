using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Embeddings.Tests;

/// <summary>Word2vec's losses and gradients: loops, matrices, layers, batches, PyTorch.</summary>
public class SkipGramTests
{
    private static readonly Golden PyTorch = Golden.Read("15-embeddings");

    private static (double[] h, double[,] u, int o, int[] noise) Draw(RandomStream random)
    {
        (int D, int V) = (1 + random.Below(5), 2 + random.Below(6));
        // scores of deviation 1: where a word is certain, the loss is small and known to ε of the scores only
        return ([.. random.Normals(D).Select(v => v / Math.Sqrt(D))],
            EmbeddingTests.Normal(random, D, V).ToArray(), random.Below(V),
            [.. Enumerable.Range(0, 1 + random.Below(5)).Select(_ => random.Below(V))]);
    }

    // (15.9) (15.10) (15.11) (15.12) (15.13) (15.14) S0-164 S0-165 S1-176 S2-223: both losses, both gradients; noise
    // may repeat, and may be the word itself.
    [Property(MaxTest = 40)]
    public void Both_losses_have_the_numerical_gradients(Seed seed)
    {
        (double[] h, double[,] u, int o, int[] noise) = Draw(seed.Stream());
        foreach (Func<double[], double[,], WordGradient> of in new Func<double[], double[,], WordGradient>[]
            { (a, b) => ScalarSkipGram.Softmax(a, b, o), (a, b) => ScalarSkipGram.NegativeSampling(a, b, o, noise) })
        {
            WordGradient gradient = of(h, u);
            GradientCheck.Smooth(a => of(a, u).Loss, h, gradient.Hidden).ThrowIfFailed();
            GradientCheck.Smooth(b => of(h, b).Loss, u, gradient.Outputs).ThrowIfFailed();
        }
    }

    // (15.9) (15.10) (15.11) (15.12) (15.13) (15.14): the loops and the matrices.
    [Property(MaxTest = 40)]
    public void Loops_and_equations_agree(Seed seed)
    {
        (double[] h, double[,] u, int o, int[] noise) = Draw(seed.Stream());
        Matrix<double> U = Matrix<double>.Build.DenseOfArray(u), H = Matrices.Column(h);
        WordGradient all = ScalarSkipGram.Softmax(h, u, o), sampled = ScalarSkipGram.NegativeSampling(h, u, o, noise);
        (double loss, Matrix<double> dH, Matrix<double> dU) = SkipGramEquations.Softmax(
            H, U, Matrix<double>.Build.Dense(U.ColumnCount, 1, (v, _) => v == o ? 1 : 0));
        Assert.Equal(all.Loss, loss, 1e-12);
        Near(Matrices.Column(all.Hidden), dH);
        Near(Matrix<double>.Build.DenseOfArray(all.Outputs), dU);

        int[] S = [o, .. noise];
        (loss, Vector<double> dh, Matrix<double> dS) = SkipGramEquations.NegativeSampling(
            H.Column(0), Matrix<double>.Build.DenseOfColumnVectors(S.Select(v => U.Column(v))));
        Assert.Equal(sampled.Loss, loss, 1e-12);
        Near(Matrices.Column(sampled.Hidden), dh.ToColumnMatrix());
        Near(
            Matrix<double>.Build.DenseOfArray(sampled.Outputs), dS * EmbeddingEquations.OneHot(S, U.ColumnCount)
                .Transpose());
    }

    // (15.15) S0-164: the mean in loops and as a layer, on T = 1 too; gradient, shapes, sharing.
    [Fact]
    public void The_mean_of_tokens_is_CBOW_s_hidden_vector()
    {
        var random = new RandomStream(2);
        Matrix<double> W = EmbeddingTests.Normal(random, 3, 6), dY = EmbeddingTests.Normal(random, 3, 2);
        int[][] contexts = [[5, 0, 5, 2], [1, 1, 3, 4]];
        var mean = new MeanOfTokens(3, 4);
        var network = new Sequential(new Embedding(W, 4), mean);
        Matrix<double> X = Matrix<double>.Build.Dense(4, 2, (t, n) => contexts[n][t]);
        Near(
            Matrix<double>.Build.DenseOfColumnArrays(contexts.Select(c => ScalarSkipGram.Mean(W.ToArray(), c))),
            network.Forward(X));
        network.Backward(dY.View(), inputGradient: false);
        GradientCheck.Smooth(
            w => new Sequential(new Embedding(w, 4), new MeanOfTokens(3, 4)).Forward(X), W, dY,
            network.Parameters[0].Gradient).ThrowIfFailed();

        Matrix<double> Z = EmbeddingTests.Normal(random, 3, 8);
        mean.Forward(Z);
        GradientCheck.Smooth(z => mean.Forward(z, Mode.Inference), Z, dY, mean.Backward(dY)).ThrowIfFailed();
        Assert.Equal(mean.Forward(Z), mean.Shared().Forward(Z));
        Assert.Equal(Z, new MeanOfTokens(3, 1).Forward(Z));
        Refuses(() => mean.Forward(Z.SubMatrix(0, 3, 0, 7)), "4 neighbouring columns", "7");
        Refuses(() => _ = new MeanOfTokens(3, 0), "tokens", "got 0");
    }

    // (15.12) (15.13) (15.14) (15.15) S1-178: a step on a batch is that on the sum of the scalar losses; ids repeat.
    [Property(MaxTest = 40)]
    public void A_step_on_a_batch_is_descent_on_the_summed_scalar_loss(Seed seed)
    {
        RandomStream random = seed.Stream();
        int D = 1 + random.Below(5), N = 1 + random.Below(4), K = 1 + random.Below(3);
        NegativeSampling model = Model(random, 5, 4, D);
        (Matrix<double> W, Matrix<double> U) = (model.Vectors.Clone(), model.Outputs.Clone());
        int[][] inputs = [.. Enumerable.Range(0, N).Select(_ => Ids(random, 1 + random.Below(3), 5))];
        int[] outputs = Ids(random, N * (1 + K), 4);
        (Matrix<double> dW, Matrix<double> dU, double L) = (W * 0, U * 0, 0);
        foreach ((int n, int[] ids) in inputs.Index())
        {
            int[] words = outputs[(n * (1 + K))..((n + 1) * (1 + K))];
            WordGradient gradient = ScalarSkipGram.NegativeSampling(
                ScalarSkipGram.Mean(W.ToArray(), ids), U.ToArray(), words[0], words[1..]);
            L += gradient.Loss / N;
            dU += Matrix<double>.Build.DenseOfArray(gradient.Outputs);
            foreach (int id in ids)
            {
                dW.SetColumn(id, dW.Column(id) + Vector<double>.Build.Dense(gradient.Hidden) / ids.Length);
            }
        }

        int end = 0;
        Assert.Equal(
            L, model.Step([.. inputs.SelectMany(i => i)], [.. inputs.Select(i => end += i.Length)], outputs, 0.1),
            1e-12);
        Near(W - 0.1 * dW, model.Vectors);
        Near(U - 0.1 * dU, model.Outputs);
    }

    // (15.12) to (15.15) S2-223: ten steps of skip-gram and CBOW.
    [Theory]
    [InlineData("skipgram", 1)]
    [InlineData("cbow", 3)]
    public void Ten_steps_match_PyTorch(string name, int m)
    {
        Matrix<double> Fill(string part, int rows) => HashFill.Matrix($"15-embeddings/{name}.{part}", rows, 4);
        var model = new NegativeSampling(7, 6, 4, new RandomStream(1));
        Fill("W", 7).Transpose().CopyTo(model.Vectors);
        Fill("U", 6).Transpose().CopyTo(model.Outputs);
        (Matrix<double> W, Matrix<double> U) = (model.Vectors.Clone(), model.Outputs.Clone());
        var losses = new double[10];
        for (int step = 0; step < 10; step++)
        {
            losses[step] = model.Step(
                [.. from n in Enumerable.Range(0, 5) from i in Enumerable.Range(0, m)
                    select (2 * n + 3 * i + step) % 7],
                [.. Enumerable.Range(1, 5).Select(n => n * m)],
                [.. from n in Enumerable.Range(0, 5) from j in Enumerable.Range(0, 4)
                    select (n + 2 * j + j * step) % 6], 0.2);
            if (step == 0)
            {
                PyTorch.Agrees($"{name}.dW", ((W - model.Vectors) / 0.2).Transpose());
                PyTorch.Agrees($"{name}.dU", ((U - model.Outputs) / 0.2).Transpose());
            }
        }

        PyTorch.Agrees($"{name}.losses", losses);
        PyTorch.Agrees($"{name}.vectors", model.Vectors.Transpose());
        PyTorch.Agrees($"{name}.outputs", model.Outputs.Transpose());
    }

    // (15.9) (15.1): full softmax is an embedding, a linear layer and the loss of chapter 09.
    [Fact]
    public void Full_softmax_is_a_network_of_two_layers()
    {
        var random = new RandomStream(4);
        Matrix<double> W = EmbeddingTests.Normal(random, 3, 5), U = EmbeddingTests.Normal(random, 3, 5);
        Sequential network = SoftmaxWords.Network(W, U);
        var loss = new SoftmaxCrossEntropy();
        double L = loss.Forward(
            network.Forward(Matrices.Column(2).Transpose()), EmbeddingEquations.OneHot([4], 5));
        network.Backward(loss.Backward(), inputGradient: false);
        WordGradient gradient = ScalarSkipGram.Softmax([.. W.Column(2)], U.ToArray(), 4);
        Assert.Equal(gradient.Loss, L, 1e-12);
        Near(
            Matrices.Column(gradient.Hidden), network.Parameters[0].Gradient.Column(2).ToColumnMatrix());
        Near(
            Matrix<double>.Build.DenseOfArray(gradient.Outputs).Transpose(), network.Parameters[1].Gradient);
    }

    // Nothing is allocated once the buffers are there; a loss that is not finite moves nothing.
    [Fact]
    public void Steps_allocate_nothing_and_stop_before_they_diverge()
    {
        NegativeSampling model = Model(new RandomStream(1), 9, 9, 8);
        int[] inputs = [3, 4, 8], ends = [1, 3], outputs = [1, 2, 3, 4, 5, 6];
        model.Step(inputs, ends, outputs, 0.1);
        model.Step(inputs, ends, outputs, 0.1);
        long before = GC.GetAllocatedBytesForCurrentThread();
        model.Step(inputs, ends, outputs, 0.1);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        model.Vectors[0, 3] = double.NaN;
        double[] weights = [.. model.Outputs.Values];
        Assert.Contains(
            "no vector has moved",
            Assert.Throws<InvalidOperationException>(() => model.Step(inputs, ends, outputs, 0.1)).Message);
        Assert.Equal(weights, model.Outputs.Values);
    }

    [Fact]
    public void Batches_that_do_not_fit_are_refused()
    {
        NegativeSampling model = Model(new RandomStream(1), 5, 4, 2);
        Refuses(() => model.Step([5], [1], [0, 1], 0.1), "0 to 4", "got 5");
        Refuses(() => model.Step([0], [1], [0, 4], 0.1), "0 to 3", "got 4");
        Refuses(() => model.Step([0], [1], [0, -1], 0.1), "0 to 3", "got -1");
        Refuses(() => model.Step([0], [0, 1], [0, 1], 0.1), "sample 0 has none");
        Refuses(() => model.Step([0, 1], [1, 1], [0, 1], 0.1), "sample 1 has none");
        Refuses(() => model.Step([0, 1], [1, 2], [0, 1, 2], 0.1), "2 samples", "2 and 3");
        Refuses(() => model.Step([0, 1], [1], [0, 1], 0.1), "1 inputs", "2 and 2");
        Refuses(() => model.Step([0], [1], [], 0.1), "outputs");
        Refuses(() => model.Step([], [], [], 0.1), "ends");
        Refuses(() => model.Step([0], [1], [0, 1], double.NaN), "η");
        Refuses(() => _ = new NegativeSampling(0, 4, 2, new RandomStream(1)), "at least 1", "got 0");
        Refuses(() => _ = new NegativeSampling(4, 4, 0, new RandomStream(1)), "at least 1", "got 0");
    }

    private static NegativeSampling Model(RandomStream random, int inputs, int outputs, int dimension)
    {
        var model = new NegativeSampling(inputs, outputs, dimension, random);
        random.FillNormal(model.Vectors.Values);
        random.FillNormal(model.Outputs.Values);
        return model;
    }

    private static int[] Ids(RandomStream random, int count, int below) =>
        [.. Enumerable.Range(0, count).Select(_ => random.Below(below))];
}
