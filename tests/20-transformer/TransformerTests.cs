using MathNet.Numerics.LinearAlgebra;
using Reference.Attention;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Transformers.Tests;

/// <summary>Positions, blocks and pooling: values, laws and gradients.</summary>
public class TransformerTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // (20.1) S1-207 S2-238 S3-189
    [Fact]
    public void Positions_by_hand()
    {
        Assert.Equal([0, 1, 0, 1], ScalarPositions.Sinusoid(0, 4));
        double[] one = ScalarPositions.Sinusoid(1, 4), two = ScalarPositions.Sinusoid(2, 4);
        double[] expected = [0.8414709848, 0.5403023059, 0.0099998333, 0.9999500004];
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, one[e.Index], 1e-10));
        expected = [0.9092974268, -0.4161468365, 0.0199986667, 0.9998000067];
        Assert.All(expected.Index(), e => Assert.Equal(e.Item, two[e.Index], 1e-10));
    }

    // (20.1) (20.2) S0-176 S1-207: every vector has the norm √(d/2), and a shift turns its pairs.
    [Property]
    public void A_shift_turns_every_pair(Seed seed)
    {
        RandomStream random = seed.Stream();
        int d = 2 * (1 + random.Below(16)), p = random.Below(500), k = random.Below(500);
        double[] at = ScalarPositions.Sinusoid(p, d), later = ScalarPositions.Sinusoid(p + k, d);
        Digits.Agree(later, ScalarPositions.Turned(at, k), 11);
        Assert.Equal(Math.Sqrt(d / 2.0), Math.Sqrt(at.Sum(v => v * v)), 1e-12 * d);
        double[] first = ScalarPositions.Sinusoid(0, d), shift = ScalarPositions.Sinusoid(k, d);
        Assert.Equal(
            first.Zip(shift, (a, b) => a * b).Sum(), at.Zip(later, (a, b) => a * b).Sum(), 1e-11 * d); // by k alone
    }

    // S1-228 S1-274 S2-239: a sum, number by number; what the dots of a distribution stand for.
    [Fact]
    public void The_printed_vectors_are_added()
    {
        var positions = new Positions(
            3, 1, new Sequences(1), (values, _, _) => new[] { 0.77, 0.15, 0.63 }.CopyTo(values));
        double[] sum = positions.Forward(new MatrixView([-1.00, 0.58, 1.42], 3, 1)).Column(0).ToArray();
        Assert.Equal([-0.23, 0.73, 2.05], sum.Select(v => Math.Round(v, 10)));
        Assert.Equal(0.23, new[] { 0.03, 0.08, 0.05, 0.02, 0.05 }.Sum(), 1e-12);
    }

    // (20.6) (20.7) S0-175 S0-194 S0-195 S1-276
    [Fact]
    public void Positions_and_means_have_the_numerical_gradients()
    {
        var random = new RandomStream(3);
        var sequences = new Sequences(3);
        sequences.Expect(3, [3, 1]);
        var positions = new Positions(4, 5, sequences, Initializers.Normal(random, 1));
        var network = new Sequential(positions, new MeanOverTokens(4, sequences));
        Matrix<double> X = Normal(random, 4, 6), dY = Normal(random, 4, 2);
        network.Forward(X);
        Matrix<double> dX = network.Backward(dY), value = positions.Table.Value.Clone();
        GradientCheck.Smooth(x => network.Forward(x), X, dY, dX).ThrowIfFailed();
        GradientCheck.Smooth(
            w =>
            {
                w.CopyTo(positions.Table.Value);
                Matrix<double> y = network.Forward(X);
                value.CopyTo(positions.Table.Value);
                return y;
            }, value, dY, positions.Table.Gradient).ThrowIfFailed();
        Assert.All(dX.SubMatrix(0, 4, 4, 2).Enumerate(), g => Assert.Equal(0.0, g)); // padding
    }

    // (20.3) (20.4) (20.5) S1-266 S1-269 S2-257 S3-190: the block is the equations, with one head and one sample.
    [Theory]
    [InlineData(Norm.After)]
    [InlineData(Norm.Before)]
    public void A_block_is_its_equations(Norm norm)
    {
        var random = new RandomStream(4);
        const int D = 4, T = 5;
        var block = new EncoderBlock(
            new(D, 1, 6, norm, Gelu: true), new Sequences(T), Initializers.Normal(random, 0.6), random);
        foreach (Optimizers.Parameter p in block.Parameters)
        {
            random.FillNormal(p.Values);
        }

        Matrix<double> X = Normal(random, D, T);
        Dictionary<string, Matrix<double>> w = block.Stored.ToDictionary(t => t.Name, t => t.Save() is var s
            ? Matrix<double>.Build.DenseOfRowMajor((int)s.Shape[0], s.Doubles.Length / (int)s.Shape[0],
                s.Doubles.ToArray())
            : null!);
        Vector<double> V(string name) => w[name].Column(0);
        Matrix<double> Attend(Matrix<double> x) => AttentionEquations.MultiHead(
            x.Transpose(), x.Transpose(),
            [.. Enumerable.Range(0, 3).Select(i =>
                w["self_attn.in_proj_weight"].SubMatrix(i * D, D, 0, D).Transpose()),
                w["self_attn.out_proj.weight"].Transpose()],
            [.. Enumerable.Range(0, 3).Select(i => V("self_attn.in_proj_bias").SubVector(i * D, D)),
                V("self_attn.out_proj.bias")],
            1, [.. Enumerable.Repeat(T, T)]).Transpose();
        Matrix<double> Feed(Matrix<double> x) => TransformerEquations.FeedForward(
            x, w["linear1.weight"], V("linear1.bias"), w["linear2.weight"], V("linear2.bias"),
            Activations.ScalarActivations.Gelu);
        Func<Matrix<double>, Func<Matrix<double>, Matrix<double>>, Vector<double>, Vector<double>,
            Matrix<double>> around =
            norm == Norm.After ? TransformerEquations.PostNorm : TransformerEquations.PreNorm;
        Matrix<double> expected = around(
            around(X, Attend, V("norm1.weight"), V("norm1.bias")), Feed, V("norm2.weight"), V("norm2.bias"));
        Digits.Agree(expected, block.Forward(X), 11, 1);
    }

    // S1-268: F = 0 is the identity, and the gradient passes unchanged.
    [Fact]
    public void A_residual_of_nothing_is_the_identity()
    {
        var random = new RandomStream(5);
        var residual = new Residual(new Dense(3, 3, Initializers.Zero));
        Matrix<double> X = Normal(random, 3, 4), dY = Normal(random, 3, 4);
        Assert.Equal(X, residual.Forward(X));
        Assert.Equal(dY, residual.Backward(dY));
    }

    // S0-174 S0-195 S1-204 S2-237: without positions the order of words is lost in the mean, with them it is not.
    [Fact]
    public void Only_positions_tell_who_bites_whom()
    {
        int[][] sentences = [[0, 1, 2, 0, 3], [0, 3, 2, 0, 1]]; // the dog bites the man, the man bites the dog
        var random = new RandomStream(6);
        Matrix<double> words = Normal(random, 4, 4);
        var sequences = new Sequences(5);
        ILayer[] block = [new EncoderBlock(new(4, 2, 8), sequences, Initializers.Xavier(random), random),
            new MeanOverTokens(4, sequences)];
        Matrix<double>[] X = [.. sentences.Select(s =>
            Matrix<double>.Build.DenseOfColumnVectors(s.Select(words.Column)))];
        Matrix<double>[] Means(params ILayer[] layers) => [.. X.Select(x => new Sequential(layers).Forward(x))];
        Matrix<double>[] bare = Means(block), placed = Means([new Positions(4, 8, sequences), .. block]);
        Digits.Agree(bare[0], bare[1], 12, 1);
        Assert.True((placed[0] - placed[1]).FrobeniusNorm() > 1e-3);
    }

    [Fact]
    public void Bad_input_is_refused_with_both_shapes()
    {
        var sequences = new Sequences(6);
        Refuses(() => new Positions(3, 4, sequences), "even number of rows", "3");
        Refuses(() => new Positions(4, 5, sequences).Forward(Matrix<double>.Build.Dense(4, 6)), "at most 5 tokens",
            "T = 6");
        Refuses(() => new Residual(new Dense(2, 3, Initializers.Zero)), "as many rows out as in", "[2 → 3]");
        Refuses(() => new MeanOverTokens(2, sequences).Forward(Matrix<double>.Build.Dense(2, 7)), "samples of 6",
            "[2 × 7]");
    }
}
