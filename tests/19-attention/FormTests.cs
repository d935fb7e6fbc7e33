using MathNet.Numerics.LinearAlgebra;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Verification;

namespace Reference.Attention.Tests;

/// <summary>The layer is the equations with tokens as rows, head by head; additive attention has its
/// gradients.</summary>
public class FormTests
{
    private static Matrix<double> Normal(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static MultiHeadAttention Drawn(int width, int heads, RandomStream random)
    {
        var attention = new MultiHeadAttention(width, heads, Initializers.Zero);
        foreach (Parameter p in attention.Parameters)
        {
            random.FillNormal(p.Values);
        }

        return attention;
    }

    private static Matrix<double>[] Weights(MultiHeadAttention a, int D) =>
    [
        .. Enumerable.Range(0, 3).Select(i => a.Parameters[0].Value.SubMatrix(i * D, D, 0, D).Transpose()),
        a.Parameters[2].Value.Transpose(),
    ];

    private static Vector<double>[] Biases(MultiHeadAttention a, int D) =>
    [
        .. Enumerable.Range(0, 3).Select(i => a.Parameters[1].Value.Column(0, i * D, D)),
            a.Parameters[3].Value.Column(0),
    ];

    // (19.16) (19.17) S0-178 S1-240 S1-243 S1-244 S1-250 S2-241 S2-244 S2-254: tokens as columns in the layer, as rows
    // in the notes.
    [Property(MaxTest = 30)]
    public void The_layer_is_the_notes_formula_with_tokens_as_rows(Seed seed)
    {
        RandomStream random = seed.Stream();
        int heads = 1 + random.Below(3), D = heads * (1 + random.Below(3)), N = 1 + random.Below(3),
            n = 1 + random.Below(5), m = 1 + random.Below(5);
        MultiHeadAttention attention = Drawn(D, heads, random);
        Matrix<double> X = Normal(random, D, N * n), M = Normal(random, D, N * m);
        int[] lengths = [.. Enumerable.Range(0, N).Select(_ => random.Below(m + 1))];
        Matrix<double> Y = attention.Forward(X.View(), M.View(), N, new(Lengths: lengths)).ToMatrix();
        for (int i = 0; i < N; i++)
        {
            Matrix<double> rows = AttentionEquations.MultiHead(
                X.SubMatrix(0, D, i * n, n).Transpose(), M.SubMatrix(0, D, i * m, m).Transpose(),
                Weights(attention, D), Biases(attention, D), heads, [.. Enumerable.Repeat(lengths[i], n)]);
            Digits.Agree(rows.Transpose(), Y.SubMatrix(0, D, i * n, n), 12, 1);
        }
    }

    // (19.16) S2-255: heads in another order, and the columns of W_o with them, give the same.
    [Property(MaxTest = 20)]
    public void The_order_of_heads_does_not_matter(Seed seed)
    {
        RandomStream random = seed.Stream();
        const int D = 4, d = 2;
        MultiHeadAttention attention = Drawn(D, 2, random), swapped = Drawn(D, 2, random);
        int Other(int row) => row / D * D + (row % D + d) % D;
        swapped.Parameters[0].Value.MapIndexedInplace((i, j, _) => attention.Parameters[0].Value[Other(i), j]);
        swapped.Parameters[1].Value.MapIndexedInplace((i, j, _) => attention.Parameters[1].Value[Other(i), j]);
        swapped.Parameters[2].Value.MapIndexedInplace((i, j, _) => attention.Parameters[2].Value[i, Other(j)]);
        attention.Parameters[3].Value.CopyTo(swapped.Parameters[3].Value);
        Matrix<double> X = Normal(random, D, 5);
        Digits.Agree(
            attention.Forward(X.View(), X.View(), 1).ToMatrix(), swapped.Forward(X.View(), X.View(), 1).ToMatrix(),
            12, 1);
    }

    // (19.2) (19.3) (19.4) (19.5) S3-185
    [Property(MaxTest = 30)]
    public void Additive_attention_has_the_numerical_gradients(Seed seed)
    {
        RandomStream random = seed.Stream();
        (int T, int k, int w) = (1 + random.Below(5), 1 + random.Below(4), 1 + random.Below(4));
        double[] v = random.Normals(k), g = random.Normals(k), dc = random.Normals(w);
        double[][] p = [.. Enumerable.Range(0, T).Select(_ => random.Normals(k))];
        double[][] h = [.. Enumerable.Range(0, T).Select(_ => random.Normals(w))];
        double[] Context(double[] v, double[] g, double[][] p) =>
            ScalarAdditiveAttention.Context(ScalarAdditiveAttention.Scores(v, g, p).e, h).c;
        double Loss(double[] c) => c.Zip(dc, (a, b) => a * b).Sum();

        (double[][] u, double[] e) = ScalarAdditiveAttention.Scores(v, g, p);
        (double[] α, double[] c) = ScalarAdditiveAttention.Context(e, h);
        double[] de = ScalarAdditiveAttention.BackwardScores(α, h, c, dc);
        double[][] dp = ScalarAdditiveAttention.BackwardProjections(de, v, u);
        double[] dg = [.. Enumerable.Range(0, k).Select(i => dp.Sum(row => row[i]))];
        double[] dv = [.. Enumerable.Range(0, k).Select(i => de.Select((d, j) => d * u[j][i]).Sum())];
        GradientCheck.Smooth(x => Loss(Context(v, x, p)), g, dg).ThrowIfFailed();
        GradientCheck.Smooth(x => Loss(Context(x, g, p)), v, dv).ThrowIfFailed();
        int last = T - 1;
        GradientCheck.Smooth(x => Loss(Context(v, g, [.. p[..last], x])), p[last], dp[last]).ThrowIfFailed();
    }
}
