using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Attention;

/// <summary>The scaling, the gradient through the softmax, and the softmax in one pass, line by line.</summary>
public static class AttentionDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } =
    [
        Variance(), SoftmaxStep(), QueryGradient(), OnlineStep(), AdditiveStep(), Kernel(),
    ];

    // Every vector of signs has mean 0 and variance 1 in each place, so the expectation over all pairs is exact.
    private static Derivation Variance() => new Derivation<int>(
        "dot-variance", "The variance of a dot product grows with its length", "S0-179 S1-241 S2-243",
        random => 1 + random.Below(5))
        .Start(@"\mathrm{Var}[q \cdot k],\quad \mathbb E q_c = \mathbb E k_c = 0,\; \mathrm{Var} = 1",
            d => [Signs(d).SelectMany(q => Signs(d).Select(k => Math.Pow(Dot(q, k), 2))).Average()])
        .Equal(@"\sum_c \sum_{c'} \mathbb E[q_c q_{c'}]\, \mathbb E[k_c k_{c'}]", d =>
        [
            Pairs(d).Sum(c => Signs(d).Average(q => q[c.I] * q[c.J]) * Signs(d).Average(k => k[c.I] * k[c.J])),
        ], "q and k are independent")
        .Equal("d", d => [d], "only c = c′ remains; of q·k/√d the variance is 1");

    private sealed record Row(double[] S, double[,] V, double[] Dz)
    {
        public static Row Draw(RandomStream random)
        {
            (int m, int e) = (1 + random.Below(6), 1 + random.Below(4));
            // The first value is far from the others: the gradient is 0 where all are alike.
            var V = new double[m, e];
            for (int i = 0; i < V.Length; i++)
            {
                V[i / e, i % e] = random.Uniform(-1, 1) + (i < e ? 3 : 0);
            }

            return new(random.Normals(m), V, random.Uniforms(e, 0.5, 1.5));
        }

        public static double[] a(double[] s) => First(ScalarAttention.Weights(AsRow(s), [s.Length]));

        public double[] z(double[] s) => First(ScalarAttention.Output(AsRow(a(s)), V));

        public double[] da() => [.. Enumerable.Range(0, S.Length).Select(j => Dot(Dz, [.. Of(V, j)]))];
    }

    private static Derivation SoftmaxStep() => new Derivation<Row>(
        "softmax-step", "The gradient through a row of weights", "S0-180 S1-247 S2-242", Row.Draw)
        .Start(@"\frac{\partial}{\partial s_j}\, \frac{\partial L}{\partial z} \cdot z(s)",
            r => NumericalDerivative.Gradient(s => Dot(r.Dz, r.z(s)), r.S))
        .Numerically(@"\sum_l \frac{\partial L}{\partial a_l}\, a_l (\delta_{lj} - a_j),\quad "
                + @"\frac{\partial L}{\partial a_l} = \frac{\partial L}{\partial z} \cdot v_l",
            r => Row.a(r.S) is var a && r.da() is var da
                ? [.. a.Select((aj, j) => a.Select((al, l) => da[l] * al * ((l == j ? 1 : 0) - aj)).Sum())] : [],
            "the Jacobian of the softmax")
        .Equal(@"a_j \Bigl( \frac{\partial L}{\partial a_j} - \sum_l a_l \frac{\partial L}{\partial a_l} \Bigr)",
            r => First(ScalarAttention.BackwardScores(AsRow(Row.a(r.S)), r.V, AsRow(r.Dz))))
        .Equal(@"a_j \Bigl( \frac{\partial L}{\partial a_j} - z \cdot \frac{\partial L}{\partial z} \Bigr)",
            r => Row.a(r.S) is var a && r.da() is var da && Dot(r.z(r.S), r.Dz) is var δ
                ? [.. a.Zip(da, (w, g) => w * (g - δ))] : [],
            "Σ a (v·∂L/∂z) = z·∂L/∂z: no sum over the keys is needed");

    private static Derivation QueryGradient() =>
        new Derivation<(Matrix<double> Q, Matrix<double> K, Matrix<double> G)>(
        "query-gradient", "Queries and keys receive one another", "S1-240 S2-242",
        random => (1 + random.Below(4), 1 + random.Below(4), 1 + random.Below(4)) is var (n, m, d)
            ? (Drawn(random, n, d), Drawn(random, m, d), Drawn(random, n, m)) : default)
        .Start(@"\frac{\partial}{\partial Q} \sum_{ij} \frac{\partial L}{\partial S_{ij}}\, "
                + @"\frac{q_i \cdot k_j}{\sqrt d}",
            s => NumericalDerivative.Gradient(
                q => Sum(s.G, ScalarAttention.Scores(
                    Matrix<double>.Build.Dense(s.Q.RowCount, s.Q.ColumnCount, q).ToArray(), s.K.ToArray())),
                s.Q.ToColumnMajorArray()))
        .Numerically(@"\sum_j \frac{\partial L}{\partial S_{ij}}\, \frac{k_j}{\sqrt d}",
            s => Columns(ScalarAttention.BackwardQueriesAndKeys(s.Q.ToArray(), s.K.ToArray(), s.G.ToArray()).dQ))
        .Equal(@"\frac{\partial L}{\partial S}\, \frac{K}{\sqrt d}",
            s => (s.G * s.K / Math.Sqrt(s.K.ColumnCount)).ToColumnMajorArray());

    // A list of scores, read up to some place and then to its end.
    private static Derivation OnlineStep() => new Derivation<(double[] S, double[] V, int Cut)>(
        "online-step", "A softmax in one pass", "S1-254",
        random => 2 + random.Below(6) is var m
            ? ([.. random.Normals(m).Select(s => 5 * s)], random.Uniforms(m, 0.5, 2), 1 + random.Below(m - 1))
            : default)
        .Start(@"o = \sum_{j \le m} e^{s_j - \max_{l \le m} s_l}\, v_j",
            r => [r.S.Zip(r.V, (s, v) => Math.Exp(s - r.S.Max()) * v).Sum()])
        .Equal(@"e^{\mu - \max(\mu, \mu')} \sum_{j \le t} e^{s_j - \mu} v_j + e^{\mu' - \max(\mu, \mu')} \sum_{j > t} "
                + @"e^{s_j - \mu'} v_j", r =>
        {
            (double[] before, double[] after) = (r.S[..r.Cut], r.S[r.Cut..]);
            double larger = Math.Max(before.Max(), after.Max());
            return
            [
                Math.Exp(before.Max() - larger) * before.Zip(r.V, (s, v) => Math.Exp(s - before.Max()) * v).Sum()
                    + Math.Exp(after.Max() - larger)
                        * after.Zip(r.V[r.Cut..], (s, v) => Math.Exp(s - after.Max()) * v).Sum(),
            ];
        }, "the largest scores μ before and μ′ after the cut: a factor brings a finished sum to a new maximum")
        .Equal(@"\ell\, z,\quad \ell = e^{L - \max s}", r =>
        {
            (double[] z, double L) = ScalarOnlineSoftmax.Forward(
                r.S, Matrix<double>.Build.Dense(r.V.Length, 1, r.V).ToArray());
            return [Math.Exp(L - r.S.Max()) * z[0]];
        }, "one key at a time");

    private static Derivation AdditiveStep() => new Derivation<(double[] E, double[][] H, double[] Dc)>(
        "additive-step", "The gradient of a context", "S3-185",
        random => (1 + random.Below(5), 1 + random.Below(4)) is var (T, w)
            ? (random.Normals(T), [.. Enumerable.Range(0, T).Select(_ => random.Normals(w))], random.Normals(w))
            : default)
        .Start(@"\frac{\partial}{\partial e_j}\, \frac{\partial L}{\partial c} \cdot c(e)",
            s => NumericalDerivative.Gradient(e => Dot(s.Dc, ScalarAdditiveAttention.Context(e, s.H).c), s.E))
        .Numerically(@"\alpha_j\, \frac{\partial L}{\partial c} \cdot (h_j - c)",
            s => ScalarAdditiveAttention.Context(s.E, s.H) is var (α, c)
                ? ScalarAdditiveAttention.BackwardScores(α, s.H, c, s.Dc) : []);

    private static Derivation Kernel() => new Derivation<(Matrix<double> Q, Matrix<double> K, Matrix<double> V)>(
        "linear-attention", "Attention whose cost grows with n", "S1-256",
        random => (1 + random.Below(5), 1 + random.Below(5)) is var (n, d)
            ? (Drawn(random, n, d), Drawn(random, n, d), Drawn(random, n, 2)) : default)
        .Start(@"\frac{\sum_j \phi(q_i) \cdot \phi(k_j)\, v_j}{\sum_j \phi(q_i) \cdot \phi(k_j)}", s =>
        {
            Matrix<double> W = s.Q.PointwiseExp() * s.K.PointwiseExp().Transpose();
            return (Matrix<double>.Build.DiagonalOfDiagonalVector(1 / W.RowSums()) * W * s.V).ToColumnMajorArray();
        })
        .Equal(@"\frac{\phi(q_i)^\top \sum_j \phi(k_j)\, v_j^\top}{\phi(q_i) \cdot \sum_j \phi(k_j)}",
            s => AttentionEquations.Linear(s.Q.PointwiseExp(), s.K.PointwiseExp(), s.V).ToColumnMajorArray(),
            "the sums over j are the same for every query");

    private static Matrix<double> Drawn(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static double Sum(Matrix<double> G, double[,] S) =>
        G.PointwiseMultiply(Matrix<double>.Build.DenseOfArray(S)).Enumerate().Sum();

    private static double[] Columns(double[,] x) => Matrix<double>.Build.DenseOfArray(x).ToColumnMajorArray();

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static double[,] AsRow(double[] s) => Matrix<double>.Build.DenseOfRowArrays(s).ToArray();

    private static double[] First(double[,] x) => [.. Of(x, 0)];

    private static IEnumerable<double> Of(double[,] x, int row) =>
        Enumerable.Range(0, x.GetLength(1)).Select(j => x[row, j]);

    private static IEnumerable<(int I, int J)> Pairs(int d) =>
        Enumerable.Range(0, d * d).Select(c => (c / d, c % d));

    private static IEnumerable<double[]> Signs(int d) => Enumerable.Range(0, 1 << d).Select(
        bits => Enumerable.Range(0, d).Select(c => (bits >> c & 1) == 1 ? 1.0 : -1.0).ToArray());
}
