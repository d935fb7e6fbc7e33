using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.RecurrentNetworks;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Attention.Tests;

/// <summary>Encoder and decoder, with and without attention.</summary>
public class SequenceToSequenceTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // S3-185: those of PyTorch's GRUs, one shared embedding, W_q with a bias, W_k and v without.
    [Fact]
    public void Parameters_are_counted()
    {
        static int Count(bool attention) =>
            new SequenceToSequence(attention, new RandomStream(1)).Parameters.Sum(p => p.Values.Length);
        Assert.Equal(40_348, Count(false));
        Assert.Equal(62_748, Count(true));
    }

    // (19.2) (19.3) (19.4) (19.5) (19.6) S3-185: input, memory, first state and every parameter.
    [Fact]
    public void The_attention_decoder_has_the_numerical_gradients()
    {
        var random = new RandomStream(5);
        const int N = 2, T = 3, M = 4;
        var decoder = new AttentionDecoder(3, 4, 2, 3, new Sequences(T), Initializers.Normal(random, 0.7));
        foreach (Parameter p in decoder.Parameters)
        {
            random.FillNormal(p.Values);
        }

        Matrix<double> X = Normal(random, 3, N * T), H = Normal(random, 2, N * M), first = Normal(random, 6, N),
            dY = Normal(random, 6, N * T);
        Matrix<double> Forward(Matrix<double> x, Matrix<double> memory, Matrix<double> start)
        {
            decoder.Memory = memory.View();
            return decoder.Forward(x.View(), start.View()).ToMatrix();
        }

        Forward(X, H, first);
        Matrix<double> dX = decoder.Backward(dY.View()).ToMatrix(), dH = decoder.Attention.MemoryGradient.ToMatrix(),
            dFirst = decoder.StateGradient(0).ToMatrix();
        Matrix<double>[] gradients = [.. decoder.Parameters.Select(p => p.Gradient.Clone())];
        GradientCheck.Smooth(x => Forward(x, H, first), X, dY, dX).ThrowIfFailed();
        GradientCheck.Smooth(h => Forward(X, h, first), H, dY, dH).ThrowIfFailed();
        GradientCheck.Smooth(s => Forward(X, H, s), first, dY, dFirst).ThrowIfFailed();
        foreach ((Parameter parameter, Matrix<double> gradient) in decoder.Parameters.Zip(gradients))
        {
            GradientCheck.Smooth(
                InPlace.Of(parameter.Value, () => Forward(X, H, first)), parameter.Value.Clone(), dY, gradient)
                .ThrowIfFailed();
        }
    }

    // (19.2) (19.3): the layer is the scalar form, a step and a sample at a time.
    [Property(MaxTest = 20)]
    public void The_layer_is_the_scalar_form(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int H, int w, int k, int N, int M) = (3, 2, 4, 1 + random.Below(3), 1 + random.Below(4));
        var attention = new AdditiveAttention(H, w, k, Initializers.Normal(random, 1));
        Matrix<double> memory = Normal(random, w, N * M), s = Normal(random, H, N);
        var c = new MatrixView(w, N);
        attention.Begin(memory.View(), N, 1);
        attention.Step(0, s.View(), c);
        Matrix<double> g = attention.Parameters[0].Value * s, p = attention.Parameters[2].Value * memory,
            b = attention.Parameters[1].Value;
        for (int n = 0; n < N; n++)
        {
            (_, double[] e) = ScalarAdditiveAttention.Scores(
                attention.Parameters[3].Value.Column(0).ToArray(), (g.Column(n) + b.Column(0)).ToArray(),
                [.. Enumerable.Range(n * M, M).Select(j => p.Column(j).ToArray())]);
            (double[] α, double[] context) = ScalarAdditiveAttention.Context(
                e, [.. Enumerable.Range(n * M, M).Select(j => memory.Column(j).ToArray())]);
            Digits.Agree(α, attention.Weights(0).Column(n).ToArray(), 12);
            Digits.Agree(context, c.Column(n).ToArray(), 12, 1);
        }
    }

    // (19.1) S3-183: what the decoder reads in training; what comes out when it runs by itself.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Free_running_equals_teacher_forcing_where_the_answers_are_right(bool attention)
    {
        var random = new RandomStream(8);
        var model = new SequenceToSequence(attention, random);
        int[][] words = ReversalTask.Words(3, 5, random), answers = model.Answer(words);
        MatrixView Z = model.Forward(words, [.. answers.Select(ReversalTask.Shifted)]); // as if they were right
        Assert.All(answers.Index(), a => Assert.Equal(
            a.Item, Enumerable.Range(0, 6).Select(t => Kernels.Argmax<double>(Z.Column(a.Index * 6 + t)))));
    }

    // (19.1) S3-184
    [Fact]
    public void A_word_and_its_answer_by_hand()
    {
        int[] word = [0, 2, 1];
        Assert.Equal([1, 2, 0, ReversalTask.End], ReversalTask.Answer(word));
        Assert.Equal([ReversalTask.Start, 1, 2, 0], ReversalTask.Shifted(ReversalTask.Answer(word)));
        Assert.Equal("bca", ReversalTask.Spelled(ReversalTask.Answer(word)));
    }

    // S3-185: a step lowers the loss, twice from one seed with the same bits.
    [Fact]
    public void Training_is_repeatable_and_lowers_the_loss()
    {
        double[] Run()
        {
            var losses = new List<double>();
            ReversalRun.Train(true, 30, 1, batch: 16, (_, loss) => losses.Add(loss), longest: 5);
            return [.. losses];
        }

        double[] once = Run();
        Assert.Equal(once, Run());
        Assert.InRange(once[^5..].Average(), 0, 0.95 * once[0]);
    }

    [Fact]
    public void A_memory_of_other_samples_is_refused()
    {
        var decoder = new AttentionDecoder(3, 4, 2, 3, new Sequences(2), Initializers.Zero);
        Refuses(() => decoder.Forward(new MatrixView(3, 4)), "2 encoded samples", "[2 × 2·M]");
    }

    // S3-185: without attention nothing longer than a few letters, with it nearly everything.
    [Fact]
    public void Attention_removes_the_bottleneck()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1.");
        SequenceToSequence without = ReversalRun.Train(false, 3000, 1), with = ReversalRun.Train(true, 3000, 1);
        Assert.InRange(ReversalRun.ExactMatch(without, 15, 500, new RandomStream(9)), 0, 0.05);
        Assert.InRange(ReversalRun.ExactMatch(with, 20, 500, new RandomStream(9)), 0.95, 1);
    }
}
