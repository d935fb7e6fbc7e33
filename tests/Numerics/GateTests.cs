namespace Reference.Numerics.Tests;

/// <summary>Gates of LSTM and GRU against their formulas in scalar arithmetic, with the same bits on every path.
/// </summary>
public sealed class GateTests
{
    private static double σ(double x) => 1 / (1 + Math.Exp(-x));

    private static void Close(IEnumerable<double> expected, double[] actual) =>
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-14 * (1 + Math.Abs(p.First))));

    // Every length around a register, and more than one column.
    [Fact]
    public void Lstm_gates_are_their_formula_on_every_path()
    {
        var random = new RandomStream(1);
        for (int H = 1; H <= 35; H++)
        {
            int N = 1 + H % 3;
            double[] b = random.Normals(4 * H), z = random.Normals(4 * H * N), before = random.Normals(2 * H * N),
                up = random.Normals(2 * H * N), start = random.Normals(2 * H * N);
            List<double[]> results = [];
            foreach (VectorPath path in VectorPaths.Available)
            {
                double[] y = [.. z], after = new double[2 * H * N], a = new double[H * N], dBefore = [.. start],
                    δ = new double[4 * H * N];
                Kernels.LstmGates<double>(b, y, before, after, a, path);
                Kernels.LstmGatesGradient<double>(y, before, a, up, dBefore, δ, H, path);
                results.Add([.. y, .. after, .. dBefore, .. δ]);
                for (int n = 0; n < N; n++)
                {
                    for (int k = 0; k < H; k++)
                    {
                        double Score(int gate) => z[4 * H * n + gate * H + k] + b[gate * H + k];
                        double i = σ(Score(0)), f = σ(Score(1)), g = Math.Tanh(Score(2)), o = σ(Score(3)),
                            C1 = before[2 * H * n + H + k], C = f * C1 + i * g, t = Math.Tanh(C),
                            dh = up[2 * H * n + k], dC = up[2 * H * n + H + k] + dh * o * (1 - t * t);
                        Close([i, f, g, o], [.. Enumerable.Range(0, 4).Select(gate => y[4 * H * n + gate * H + k])]);
                        Close([o * t, C], [after[2 * H * n + k], after[2 * H * n + H + k]]);
                        Close(
                            [dC * g * i * (1 - i), dC * C1 * f * (1 - f), dC * i * (1 - g * g), dh * t * o * (1 - o)],
                            [.. Enumerable.Range(0, 4).Select(gate => δ[4 * H * n + gate * H + k])]);
                        Close([start[2 * H * n + H + k] + dC * f], [dBefore[2 * H * n + H + k]]);
                        Assert.Equal(start[2 * H * n + k], dBefore[2 * H * n + k]);
                    }
                }
            }

            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    [Fact]
    public void Gru_gates_are_their_formula_on_every_path()
    {
        var random = new RandomStream(2);
        for (int H = 1; H <= 35; H++)
        {
            int N = 1 + H % 3;
            double[] b = random.Normals(3 * H), bq = random.Normals(H), z = random.Normals(3 * H * N),
                q0 = random.Normals(H * N), h1 = random.Normals(H * N), dh = random.Normals(H * N),
                start = random.Normals(H * N);
            List<double[]> results = [];
            foreach (VectorPath path in VectorPaths.Available)
            {
                double[] y = [.. z], q = [.. q0], h = new double[H * N], dh1 = [.. start], δx = new double[3 * H * N],
                    δh = new double[3 * H * N];
                Kernels.GruGates<double>(b, bq, y, q, h1, h, path);
                Kernels.GruGatesGradient<double>(y, q, h1, dh, δx, δh, dh1, H, path);
                results.Add([.. y, .. q, .. h, .. δx, .. δh, .. dh1]);
                for (int c = 0; c < H * N; c++)
                {
                    int n = c / H, k = c % H;
                    double Score(int gate) => z[3 * H * n + gate * H + k] + b[gate * H + k];
                    double r = σ(Score(0)), u = σ(Score(1)), p = q0[c] + bq[k], g = Math.Tanh(Score(2) + r * p),
                        δn = dh[c] * (1 - u) * (1 - g * g), δz = dh[c] * (h1[c] - g) * u * (1 - u),
                        δr = δn * p * r * (1 - r);
                    Close([r, u, g], [.. Enumerable.Range(0, 3).Select(gate => y[3 * H * n + gate * H + k])]);
                    Close([p, (1 - u) * g + u * h1[c], start[c] + dh[c] * u], [q[c], h[c], dh1[c]]);
                    Close([δr, δz, δn], [.. Enumerable.Range(0, 3).Select(gate => δx[3 * H * n + gate * H + k])]);
                    Close(
                        [δr, δz, δn * r], [.. Enumerable.Range(0, 3).Select(gate => δh[3 * H * n + gate * H + k])]);
                }
            }

            Assert.All(results, result => Assert.Equal(results[0], result));
        }
    }

    [Fact]
    public void Floats_have_the_same_bits_on_every_path()
    {
        var random = new RandomStream(3);
        float[] Of(int count) => [.. random.Normals(count).Select(v => (float)v)];
        const int H = 21;
        float[] b = Of(4 * H), z = Of(4 * H), before = Of(2 * H), up = Of(2 * H), bq = Of(H);
        List<float[]> results = [];
        foreach (VectorPath path in VectorPaths.Available)
        {
            float[] y = [.. z], after = new float[2 * H], a = new float[H], dBefore = new float[2 * H],
                δ = new float[4 * H], u = [.. z[..(3 * H)]], q = [.. a], h = new float[H], δx = new float[3 * H],
                δh = new float[3 * H], dh1 = new float[H];
            Kernels.LstmGates<float>(b, y, before, after, a, path);
            Kernels.LstmGatesGradient<float>(y, before, a, up, dBefore, δ, H, path);
            Kernels.GruGates<float>(b.AsSpan(0, 3 * H), bq, u, q, before.AsSpan(0, H), h, path);
            Kernels.GruGatesGradient<float>(u, q, before.AsSpan(0, H), up.AsSpan(0, H), δx, δh, dh1, H, path);
            results.Add([.. y, .. after, .. dBefore, .. δ, .. u, .. q, .. h, .. δx, .. δh, .. dh1]);
        }

        Assert.All(results, result => Assert.Equal(results[0], result));
        Assert.Equal(1 / (1 + MathF.Exp(-z[0] - b[0])), results[0][0], 1e-6f);
    }

    [Fact]
    public void Lengths_that_do_not_fit_are_refused()
    {
        double[] Of(int n) => new double[n];
        BadInput.Refuses(() => Kernels.LstmGates(Of(8), Of(8), Of(4), Of(4), Of(3)), "2", "3");
        BadInput.Refuses(() => Kernels.LstmGates(Of(8), Of(9), Of(4), Of(4), Of(2)), "8", "9");
        BadInput.Refuses(() => Kernels.LstmGates(Of(8), Of(8), Of(5), Of(5), Of(2)), "4", "5");
        BadInput.Refuses(() => Kernels.LstmGatesGradient(Of(8), Of(4), Of(2), Of(5), Of(4), Of(8), 2), "4", "5");
        BadInput.Refuses(() => Kernels.LstmGatesGradient(Of(8), Of(4), Of(2), Of(4), Of(4), Of(8), 0), "non-zero");
        BadInput.Refuses(() => Kernels.GruGates(Of(6), Of(2), Of(7), Of(2), Of(2), Of(2)), "6", "7");
        BadInput.Refuses(() => Kernels.GruGates(Of(5), Of(2), Of(6), Of(2), Of(2), Of(2)), "6", "5");
        BadInput.Refuses(() => Kernels.GruGatesGradient(Of(6), Of(2), Of(3), Of(2), Of(6), Of(6), Of(2), 2), "2", "3");
    }
}
