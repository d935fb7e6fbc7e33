using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.LanguageModels.Tests;

/// <summary>The model, its gradients, its cache and its loss.</summary>
public class GptTests
{
    private static Gpt Small(ulong seed = 1, int heads = 2, bool bias = true, double deviation = 0.5)
    {
        var random = new RandomStream(seed);
        var model = new Gpt(new(7, 6, 4, heads, 2, UseBias: bias), random);
        foreach (Parameter p in model.Parameters)
        {
            foreach (ref double value in p.Values)
            {
                value += deviation * random.Normal();
            }
        }

        return model;
    }

    private static MatrixView Ids(RandomStream random, int T, int N) =>
        new([.. Enumerable.Range(0, T * N).Select(_ => (double)random.Below(7))], T, N);

    // (21.3) S1-264: 818,176, as the issue counts it, 812,416 without biases.
    [Fact]
    public void The_configuration_counts_its_parameters()
    {
        Assert.Equal(818_176, new GptConfiguration(65).ParameterCount);
        Assert.Equal(812_416, new GptConfiguration(65, UseBias: false).ParameterCount);
        foreach (bool bias in (bool[])[true, false])
        {
            GptConfiguration c = new(65, UseBias: bias);
            Assert.Equal(c.ParameterCount, new Gpt(c, new RandomStream(1)).Parameters.Sum(p => p.Values.Length));
            Assert.Equal(c, GptConfiguration.Of(c.ToMetadata()));
        }
    }

    // (21.5) (21.2) S1-219: every parameter, random upstream gradients.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_gradient_is_the_numerical_one(bool bias)
    {
        var random = new RandomStream(3);
        Gpt model = Small(2, bias: bias);
        MatrixView X = Ids(random, 5, 2), Z = model.Forward(X);
        var dZ = new MatrixView(random.Normals(Z.RowCount * Z.ColumnCount), Z.RowCount, Z.ColumnCount);
        model.Backward(dZ);
        foreach (Parameter p in model.Parameters)
        {
            double[] values = p.Values.ToArray(), gradient = p.Gradients.ToArray();
            GradientCheck.Smooth(
                w =>
                {
                    w.CopyTo(p.Values);
                    double L = Kernels.Dot(model.Forward(X).Span, dZ.Span);
                    values.CopyTo(p.Values);
                    return L;
                }, values, gradient).ThrowIfFailed();
        }
    }

    // S1-301 S2-267 S3-193: the score of a token does not depend on later ones.
    [Fact]
    public void Later_tokens_change_nothing_before_them()
    {
        var random = new RandomStream(4);
        Gpt model = Small();
        MatrixView X = Ids(random, 6, 1);
        Matrix<double> before = model.Forward(X).ToMatrix();
        X[4, 0] = 6 - X[4, 0];
        Matrix<double> after = model.Forward(X).ToMatrix();
        Assert.Equal(before.SubMatrix(0, 7, 0, 4), after.SubMatrix(0, 7, 0, 4));
        Assert.NotEqual(before.Column(4), after.Column(4));
    }

    // (21.14) S1-217: token by token, or in parts, for several samples.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    public void The_cache_changes_nothing(int heads, int N)
    {
        var random = new RandomStream(5);
        Gpt model = Small(6, heads);
        MatrixView X = Ids(random, 6, N);
        int[][] ids = [.. Enumerable.Range(0, N)
            .Select(n => Enumerable.Range(0, 6).Select(t => (int)X[t, n]).ToArray())];
        Matrix<double> whole = model.Forward(X, Mode.Inference).ToMatrix();
        var cache = new GptCache(model, N);
        foreach (int[] ends in (int[][])[[1, 2, 3, 4, 5, 6], [6], [2, 5, 6]])
        {
            cache.Clear();
            int from = 0;
            foreach (int to in ends)
            {
                Matrix<double> Z = cache.Read([.. ids.Select(sample => sample[from..to])]).ToMatrix();
                for (int n = 0; n < N; n++)
                {
                    Vector<double> error = Z.Column(n) - whole.Column(n * 6 + to - 1);
                    Assert.InRange(error.InfinityNorm(), 0, 1e-12);
                }

                from = to;
                Assert.Equal(to, cache.Length);
            }
        }

        Refuses(() => cache.Read([.. ids.Select(_ => (int[])[0])]), "1 to 0 tokens");
        cache.Clear();
        Refuses(() => cache.Read([.. ids.Select(_ => (int[])[7])]), "ids from 0 to 6", "7");
        Refuses(() => cache.Read([]), $"{N} samples");
    }

    // (21.4) (21.5): the layer is the scalar form, whatever the weights.
    [Fact]
    public void The_loss_is_the_scalar_one()
    {
        var random = new RandomStream(7);
        double[][] z = [.. Enumerable.Range(0, 6).Select(_ => random.Normals(5))];
        int[] y = [.. z.Select(_ => random.Below(5))];
        double[] w = random.Normals(6);
        var loss = new TokenCrossEntropy();
        double value = loss.Forward(new MatrixView([.. z.SelectMany(v => v)], 5, 6), y, w);
        Assert.Equal(ScalarLanguageModel.Loss(z, y, w), value, 1e-12);
        Assert.Equal(
            Matrix<double>.Build.DenseOfColumnArrays(ScalarLanguageModel.Gradient(z, y, w)),
            loss.Backward().ToMatrix(), (a, b) => (a - b).InfinityNorm() < 1e-14);
        Assert.Equal(-value, w.Zip(loss.LogProbabilities.ToArray(), (a, b) => a * b).Sum(), 1e-12);
        GradientCheck.Smooth(
            (double[] v) => ScalarLanguageModel.Loss([.. v.Chunk(5)], y, w), [.. z.SelectMany(v => v)],
            [.. ScalarLanguageModel.Gradient(z, y, w).SelectMany(v => v)]).ThrowIfFailed();
        Refuses(() => loss.Forward(new MatrixView(5, 2), [0], [1, 1]), "2 targets");
        Refuses(() => loss.Forward(new MatrixView(5, 1), [5], [1]), "targets from 0 to 4", "5");
    }

    // (21.1) S2-215: the probabilities of all texts of a length sum to 1.
    [Fact]
    public void All_texts_of_three_tokens_have_probability_1()
    {
        Gpt model = Small(8);
        double sum = 0;
        for (int text = 0; text < 343; text++)
        {
            int[] x = [text / 49, text / 7 % 7, text % 7];
            sum += Math.Exp(ScalarLanguageModel.LogProbability(x, before => Scores(model, [0, .. before])));
        }

        Assert.Equal(1, sum, 1e-12);
    }

    // A step and a character cost the same few bytes for any batch, and none of them grows.
    [Fact]
    public void A_pass_allocates_nothing_that_grows()
    {
        var random = new RandomStream(9);
        Gpt model = Small();
        var loss = new TokenCrossEntropy();
        long Bytes(Action pass)
        {
            for (int i = 0; i < 3; i++)
            {
                pass();
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        long[] passes = [.. new[] { 16, 2 }.Select(N =>
        {
            MatrixView X = Ids(random, 6, N);
            var y = new int[6 * N];
            var w = new double[6 * N];
            return Bytes(() =>
            {
                loss.Forward(model.Forward(X), y, w);
                model.Backward(loss.Backward());
            });
        })];
        Assert.Equal(passes[0], passes[1]);
        Assert.InRange(passes[0], 0, 2000);
    }

    // S1-264 S1-291: dropout in training only; a copy is a model of its own; what is no configuration is refused.
    [Fact]
    public void Dropout_is_off_in_inference_and_bad_settings_are_refused()
    {
        var model = new Gpt(new(7, 6, 4, 2, 2, DropoutRate: 0.5), new RandomStream(1));
        MatrixView X = Ids(new RandomStream(2), 6, 2);
        Matrix<double> Once(Mode mode) => model.Forward(X, mode).ToMatrix();
        Assert.Equal(Once(Mode.Inference), Once(Mode.Inference));
        Assert.NotEqual(Once(Mode.Training), Once(Mode.Training));
        Gpt copy = model.Copy();
        Assert.Equal(Once(Mode.Inference), copy.Forward(X, Mode.Inference).ToMatrix());
        copy.TokenVectors.Values[0]++;
        Assert.NotEqual(model.TokenVectors.Values[0], copy.TokenVectors.Values[0]);
        Assert.Equal(1, model.Copy(outputs: 1).Outputs);
        Refuses(() => new Gpt(new(7, 6, 4, 3), new RandomStream(1)), "divides the width 4", "3");
        Refuses(() => new Gpt(new(7, DropoutRate: 1), new RandomStream(1)), "dropout rate in [0, 1)", "1");
        Refuses(() => new Gpt(new(0), new RandomStream(1)), "VocabularySize");
        Refuses(() => model.Forward(new MatrixView(7, 1)), "1 to 6 tokens", "[7 × 1]");
        Refuses(() => GptConfiguration.Of(new Dictionary<string, string>()), "vocabulary_size");
    }

    internal static double[] Scores(Gpt model, int[] ids) => model
        .Forward(new MatrixView([.. ids.Select(id => (double)id)], ids.Length, 1), Mode.Inference)
        .Column(ids.Length - 1).ToArray();
}
