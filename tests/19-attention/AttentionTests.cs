using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.RecurrentNetworks;
using Reference.Verification;
using static Reference.Testing.BadInput;

namespace Reference.Attention.Tests;

/// <summary>Scaled dot-product attention: all forms agree, every gradient is checked, and its laws hold.</summary>
public class AttentionTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // Tokens as rows, and how many keys each query sees.
    private sealed record Draw(Matrix<double> Q, Matrix<double> K, Matrix<double> V, int[] Visible, Matrix<double> dZ)
    {
        public static Draw Of(RandomStream random)
        {
            (int n, int m, int d, int e) = (
                1 + random.Below(6), 1 + random.Below(6), 1 + random.Below(4), 1 + random.Below(4));
            int[] visible = [.. Enumerable.Range(0, n).Select(_ => random.Below(m + 1))];
            return new(
                Normal(random, n, d), Normal(random, m, d), Normal(random, m, e), visible, Normal(random, n, e));
        }
    }

    private static Matrix<double> Dense(double[,] x) => Matrix<double>.Build.DenseOfArray(x);

    // (19.7) (19.8) (19.9) (19.10) (19.11) (19.12) (19.13) (19.14) (19.15) S0-179 S0-180 S0-181 S1-240 S1-247 S1-248
    [Property(MaxTest = 60)]
    public void Scalar_equations_and_both_kernels_agree(Seed seed)
    {
        Draw s = Draw.Of(seed.Stream());
        (Matrix<double> Z, Matrix<double> A) = AttentionEquations.Forward(s.Q, s.K, s.V, s.Visible);
        double[,] weights = ScalarAttention.Weights(
            ScalarAttention.Scores(s.Q.ToArray(), s.K.ToArray()), s.Visible);
        Digits.Agree(A, Dense(weights), 12);
        Digits.Agree(Z, Dense(ScalarAttention.Output(weights, s.V.ToArray())), 12, 1);

        (Matrix<double> dQ, Matrix<double> dK, Matrix<double> dV) =
            AttentionEquations.Backward(s.Q, s.K, s.V, A, s.dZ);
        double[,] dS = ScalarAttention.BackwardScores(weights, s.V.ToArray(), s.dZ.ToArray());
        (double[,] dq, double[,] dk) = ScalarAttention.BackwardQueriesAndKeys(s.Q.ToArray(), s.K.ToArray(), dS);
        double terms = s.dZ.FrobeniusNorm() * s.V.FrobeniusNorm() * (s.Q.FrobeniusNorm() + s.K.FrobeniusNorm());
        Digits.Agree(dQ, Dense(dq), 12, terms);
        Digits.Agree(dK, Dense(dk), 12, terms);
        Digits.Agree(dV, Dense(ScalarAttention.BackwardValues(weights, s.dZ.ToArray())), 12, terms);

        // One block, tokens as columns.
        MatrixView q = s.Q.Transpose().View(), k = s.K.Transpose().View(), v = s.V.Transpose().View(),
            dz = s.dZ.Transpose().View();
        MatrixView Like(MatrixView x) => new(x.RowCount, x.ColumnCount);
        MatrixView z = Like(dz), gq = Like(q), gk = Like(k), gv = Like(v);
        var stored = new StoredAttention();
        stored.Forward(q, k, v, s.Visible, 1, z);
        Digits.Agree(Z.Transpose(), z.ToMatrix(), 12, 1);
        Digits.Agree(A.Transpose(), stored.Weights(0, 1).ToMatrix(), 12);
        stored.Backward(q, k, v, dz, gq, gk, gv);
        Digits.Agree(dQ.Transpose(), gq.ToMatrix(), 12, terms);
        Digits.Agree(dK.Transpose(), gk.ToMatrix(), 12, terms);
        Digits.Agree(dV.Transpose(), gv.ToMatrix(), 12, terms);
        var tiled = new TiledAttention();
        tiled.Forward(q, k, v, s.Visible, 1, z);
        Digits.Agree(Z.Transpose(), z.ToMatrix(), 12, 1);
        tiled.Backward(z, dz, gq, gk, gv);
        Digits.Agree(dQ.Transpose(), gq.ToMatrix(), 12, terms);
        Digits.Agree(dK.Transpose(), gk.ToMatrix(), 12, terms);
        Digits.Agree(dV.Transpose(), gv.ToMatrix(), 12, terms);
    }

    // (19.7)–(19.14) S2-242: all coordinates, random upstream gradients.
    [Property(MaxTest = 20)]
    public void Every_gradient_is_the_numerical_one(Seed seed)
    {
        Draw s = Draw.Of(seed.Stream());
        (_, Matrix<double> A) = AttentionEquations.Forward(s.Q, s.K, s.V, s.Visible);
        (Matrix<double> dQ, Matrix<double> dK, Matrix<double> dV) =
            AttentionEquations.Backward(s.Q, s.K, s.V, A, s.dZ);
        double Loss(Matrix<double> Q, Matrix<double> K, Matrix<double> V) =>
            AttentionEquations.Forward(Q, K, V, s.Visible).Z.PointwiseMultiply(s.dZ).Enumerate().Sum();
        GradientCheck.Smooth(V => Loss(s.Q, s.K, V), s.V, dV).ThrowIfFailed();
        GradientCheck.Smooth(Q => Loss(Q, s.K, s.V), s.Q, dQ).ThrowIfFailed();
        GradientCheck.Smooth(K => Loss(s.Q, K, s.V), s.K, dK).ThrowIfFailed();
    }

    // (19.18) (19.19) (19.20) (19.21) S1-254: in one pass over the keys, and each weight from L alone.
    [Property]
    public void The_online_softmax_is_the_softmax(RandomMatrix values, Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> V = values.Matrix;
        double[] s = random.Normals(V.RowCount);
        s = [.. s.Select(v => v * 300)]; // e^s alone would overflow
        (double[] z, double L) = ScalarOnlineSoftmax.Forward(s, V.ToArray());
        double[,] A = ScalarAttention.Weights(
            Matrix<double>.Build.DenseOfRowArrays(s).ToArray(), [s.Length]);
        Digits.Agree(
            Dense(ScalarAttention.Output(A, V.ToArray())), Matrix<double>.Build.DenseOfRowArrays(z), 12,
            V.Enumerate().Max(Math.Abs));
        for (int j = 0; j < s.Length; j++)
        {
            Assert.Equal(A[0, j], ScalarOnlineSoftmax.Weight(s[j], L), 1e-12 * (1 + Math.Abs(L)));
        }
    }

    // (19.20): many tiles, causal and padded, several samples and heads; stored and tiled forms agree.
    [Theory]
    [InlineData(1, 1, 300, 300, false)]
    [InlineData(2, 2, 150, 150, true)]
    [InlineData(3, 1, 129, 257, true)]
    [InlineData(1, 9, 130, 128, false)]
    public void Tiles_change_nothing(int samples, int heads, int n, int m, bool causal)
    {
        var random = new RandomStream(7);
        const int d = 8;
        MatrixView Of(int tokens) => Normal(random, heads * d, samples * tokens).View();
        MatrixView Q = Of(n), K = Of(m), V = Of(m), dZ = Of(n);
        var mask = new AttentionMask(causal, [.. Enumerable.Range(0, samples).Select(i => i == 1 ? m / 3 : m)]);
        int[] visible = [.. Enumerable.Range(0, samples).SelectMany(i => mask.Visible(i, n, m))];
        MatrixViews Blocks(MatrixView X) => X.SplitColumns(samples).SplitRows(heads);
        MatrixView[] Results(Action<MatrixView[]> run)
        {
            MatrixView[] r = [new(heads * d, samples * n), new(heads * d, samples * n), new(heads * d, samples * m),
                new(heads * d, samples * m)];
            run(r);
            return r;
        }

        MatrixView[] expected = Results(r =>
        {
            var attention = new StoredAttention();
            attention.Forward(Blocks(Q), Blocks(K), Blocks(V), visible, heads, Blocks(r[0]));
            attention.Backward(
                Blocks(Q), Blocks(K), Blocks(V), Blocks(dZ), Blocks(r[1]), Blocks(r[2]), Blocks(r[3]));
        });
        MatrixView[][] tiled = [.. new[] { 1, 2 }.Select(threads => Results(r =>
        {
            var attention = new TiledAttention();
            attention.Forward(Blocks(Q), Blocks(K), Blocks(V), visible, heads, Blocks(r[0]), threads);
            attention.Backward(Blocks(r[0]), Blocks(dZ), Blocks(r[1]), Blocks(r[2]), Blocks(r[3]), threads);
            Assert.InRange(attention.Bytes, 1, 8 * (9L * samples * heads * d * n + 2 * samples * heads * n));
        }))];
        foreach ((MatrixView one, MatrixView other, MatrixView right) in tiled[0].Zip(tiled[1], expected))
        {
            Assert.Equal(one.Span.ToArray(), other.Span.ToArray()); // same bits
            Digits.Agree(right.ToMatrix(), one.ToMatrix(), 12, 1);
        }
    }

    // (19.15) S1-253 S1-260 S1-261: no gradient flows to what is not seen, exactly.
    [Property(MaxTest = 30)]
    public void Later_tokens_change_nothing_before_them(Seed seed)
    {
        RandomStream random = seed.Stream();
        int T = 2 + random.Below(6), t = 1 + random.Below(T - 1);
        var layer = new SelfAttention(4, 2, new(T), Initializers.Normal(random, 0.5), causal: true);
        Matrix<double> X = Normal(random, 4, T), Y = layer.Forward(X), dY = Normal(random, 4, T);
        Matrix<double> early = dY.Clone();
        early.ClearSubMatrix(0, 4, t, T - t);
        Matrix<double> dX = layer.Backward(early);
        Assert.All(dX.SubMatrix(0, 4, t, T - t).Enumerate(), g => Assert.Equal(0.0, g));
        X.SetSubMatrix(0, t, Normal(random, 4, T - t));
        Assert.Equal(Y.SubMatrix(0, 4, 0, t), layer.Forward(X).SubMatrix(0, 4, 0, t));
        double[,] A = layer.Weights(0, 1);
        for (int i = 0; i < T; i++)
        {
            Assert.Equal(1, Enumerable.Range(0, T).Sum(j => A[i, j]), 1e-14);
            Assert.All(Enumerable.Range(i + 1, T - 1 - i), j => Assert.Equal(0.0, A[i, j]));
        }
    }

    // S0-174 S1-251: SA(XP) = SA(X)P, so without positions the order of tokens is lost.
    [Property(MaxTest = 30)]
    public void Attention_moves_with_a_permutation_of_its_tokens(Seed seed)
    {
        RandomStream random = seed.Stream();
        int T = 2 + random.Below(6);
        var layer = new SelfAttention(6, 3, new(T), Initializers.Normal(random, 0.5));
        Matrix<double> X = Normal(random, 6, T), Y = layer.Forward(X);
        int[] order = [.. Enumerable.Range(0, T)];
        random.Shuffle(order.AsSpan());
        Matrix<double> Moved(Matrix<double> M) => Matrix<double>.Build.DenseOfColumnVectors(order.Select(M.Column));
        Digits.Agree(Moved(Y), layer.Forward(Moved(X)), 12, 1);
    }

    // S2-248 S2-249 S2-250 S2-251 S2-252: the notes' example, continued.
    [Fact]
    public void Sat_attends_most_to_mat()
    {
        Assert.Equal([0.5, 0.75, 1.25, 1, 1.5], SatExample.Unscaled().Select(s => Math.Round(s, 12)));
        double[] bare = SatExample.Weights(scaled: false), scaled = SatExample.Weights(scaled: true);
        double[] six = SatExample.Weights(scaled: true, sixTokens: true);
        Assert.Equal([0, 1, 3, 2, 4], Enumerable.Range(0, 5).OrderBy(j => scaled[j])); // the < cat < on < sat < mat
        Assert.Equal(six[0], six[4]); // the stands twice
        double Entropy(double[] a) => -a.Sum(w => w * Math.Log(w));
        Assert.Equal(1.5493760, Entropy(bare), 1e-7);
        Assert.Equal(1.5788098, Entropy(scaled), 1e-7);
        Assert.InRange(Entropy(scaled), Entropy(bare), Math.Log(5));
        double[] output = SatExample.Output(scaled: true, SatExample.E);
        Assert.All(
            new[] { 0.6436418116, 0.5877362633, 0.3300325025 }.Index(), e =>
                Assert.Equal(e.Item, output[e.Index], 1e-10));
    }

    // S1-245 S1-246 S1-261: the rows of the printed table add up to 1, its columns do not; a masked row does again.
    [Fact]
    public void The_printed_table_is_normalized_by_rows()
    {
        double[] columns = [0.952, 1.060, 1.042, 1.059, 0.888, 0.978],
            rows = [0.998, 0.997, 0.997, 0.997, 0.993, 0.997];
        Assert.Equal(columns, WeightTable.ColumnSums().Select(s => Math.Round(s, 3)));
        Assert.Equal(rows, WeightTable.RowSums().Select(s => Math.Round(s, 3)));
        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal(1, WeightTable.Masked(i).Sum(), 1e-14));
        Assert.Equal(0.7673, WeightTable.Masked(5)[5], 1e-4);
    }

    // S0-167 S2-226 S2-230: before attention a word has one vector, after it one for each sentence.
    [Property(MaxTest = 30)]
    public void A_word_has_another_vector_in_another_sentence(Seed seed)
    {
        RandomStream random = seed.Stream();
        Matrix<double> X = Normal(random, 4, 6); // two sentences of three words
        X.SetColumn(4, X.Column(1));
        var layer = new SelfAttention(4, 2, new(3), Initializers.Normal(random, 0.5));
        Matrix<double> Y = layer.Forward(X);
        Assert.True((Y.Column(1) - Y.Column(4)).L2Norm() > 1e-6);
        X.SetSubMatrix(0, 3, X.SubMatrix(0, 4, 0, 3));
        Y = layer.Forward(X);
        Assert.Equal(Y.Column(1), Y.Column(4));
    }

    // (19.9) S0-181 S1-240 S1-248 S2-242: a convex combination of values; equal keys give their mean.
    [Property]
    public void The_output_is_a_weighted_mean_of_values(Seed seed)
    {
        Draw s = Draw.Of(seed.Stream());
        (Matrix<double> Z, Matrix<double> A) = AttentionEquations.Forward(s.Q, s.K, s.V, s.Visible);
        for (int i = 0; i < Z.RowCount; i++)
        {
            int seen = s.Visible[i];
            Assert.Equal(seen > 0 ? 1 : 0, A.Row(i).Sum(), 1e-14);
            for (int c = 0; c < Z.ColumnCount && seen > 0; c++)
            {
                Vector<double> v = s.V.Column(c).SubVector(0, seen);
                Assert.InRange(Z[i, c], v.Minimum() - 1e-13, v.Maximum() + 1e-13);
            }
        }

        Matrix<double> equal = s.K.Clone();
        equal.MapIndexedInplace((_, c, _) => s.K[0, c]);
        int[] all = [.. s.Visible.Select(_ => s.K.RowCount)];
        Matrix<double> mean = AttentionEquations.Forward(s.Q, equal, s.V, all).Z;
        Assert.All(mean.EnumerateRows(), row =>
            Digits.Agree((s.V.ColumnSums() / s.V.RowCount).ToColumnMatrix(), row.ToColumnMatrix(), 12, 1));
    }

    // S1-256: with φ as feature map, the kernel form of linear attention is attention with weights φ(q)·φ(k).
    [Property(MaxTest = 30)]
    public void Linear_attention_is_attention_with_a_kernel(Seed seed)
    {
        Draw s = Draw.Of(seed.Stream());
        Matrix<double> φQ = s.Q.PointwiseExp(), φK = s.K.PointwiseExp(), W = φQ * φK.Transpose();
        Matrix<double> A = Matrix<double>.Build.DiagonalOfDiagonalVector(1 / W.RowSums()) * W;
        Digits.Agree(A * s.V, AttentionEquations.Linear(φQ, φK, s.V), 11, s.V.FrobeniusNorm());
    }

    [Fact]
    public void Bad_input_is_refused_with_both_shapes()
    {
        Initializer zero = Initializers.Zero;
        Refuses(() => new SelfAttention(6, 4, new(3), zero), "divides the width 6", "4");
        var sequences = new Sequences(3);
        var layer = new SelfAttention(4, 2, sequences, zero);
        Refuses(() => layer.Forward(Matrix<double>.Build.Dense(4, 7)), "samples of 3 tokens", "[4 × 7]");
        sequences.Expect(3, [true, false, true]);
        Refuses(() => layer.Forward(Matrix<double>.Build.Dense(4, 3)), "padding of sample 0", "2 tokens end at 3");
        var attention = new MultiHeadAttention(4, 2, zero);
        Assert.Throws<InvalidOperationException>(() => attention.Backward(new MatrixView(4, 2)));
        MatrixView three = new(4, 3), six = new(4, 6);
        Refuses(() => attention.Forward(three, new MatrixView(4, 2), 1, new(true)), "3 keys for 3 queries", "2");
        Refuses(() => attention.Forward(six, six, 2, new(Lengths: [1, 4])), "2 lengths from 0 to 3", "1, 4");
        Refuses(() => attention.Forward(six, six, 2, new(Lengths: [1])), "2 lengths");
        Refuses(() => attention.Forward(six, six, 4), "4 samples", "[4 × 6]");
    }

    // S1-261: a row of −∞ has no softmax; here such a query has output 0 and no gradient, and nothing is NaN.
    [Fact]
    public void A_query_that_sees_nothing_has_output_0()
    {
        var random = new RandomStream(3);
        var attention = new MultiHeadAttention(4, 2, Initializers.Normal(random, 0.5));
        random.FillNormal(attention.Parameters[3].Values);
        MatrixView X = Normal(random, 4, 6).View(), dY = Normal(random, 4, 6).View();
        Matrix<double> Y = attention.Forward(X, X, 2, new(Lengths: [3, 0])).ToMatrix();
        (MatrixView dX, MatrixView dM) = attention.Backward(dY);
        Assert.All(Enumerable.Range(3, 3), t =>
            Assert.Equal(attention.Parameters[3].Value.Column(0), Y.Column(t)));
        Assert.All((dX.ToMatrix() + dM.ToMatrix()).SubMatrix(0, 4, 3, 3).Enumerate(), g => Assert.Equal(0.0, g));
    }
}
