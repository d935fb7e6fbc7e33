namespace Reference.Embeddings;

/// <summary>
/// t-SNE in loops: neighbours in many dimensions as probabilities P, those on the map as Q, and how far Q is from P.
/// S0-168, S1-184.
/// </summary>
public static class ScalarTsne
{
    /// <summary>p_{j|i} of one point from squared distances, (15.23); that to itself counts 0. // d [N]</summary>
    public static double[] Conditional(double[] d, int i, double β)
    {
        double nearest = d.Where((_, j) => j != i).Min(); // leaves the quotient and keeps the exponentials above 0
        double[] e = [.. d.Select((v, j) => j == i ? 0 : Math.Exp(-β * (v - nearest)))]; // (15.23)
        double sum = e.Sum();
        return [.. e.Select(v => v / sum)]; // (15.23)
    }

    /// <summary>2^H of a distribution, (15.24): among how many equals it would choose.</summary>
    public static double Perplexity(double[] p) =>
        Math.Pow(2, -p.Sum(v => v > 0 ? v * Math.Log2(v) : 0)); // (15.24)

    /// <summary>P = (p_{j|i} + p_{i|j}) / 2N, (15.25), β by bisection so that every point has the perplexity; that is
    /// at least 1 and less than N − 1. // d [N × N] → [N × N]</summary>
    public static double[,] Joint(double[,] d, double perplexity)
    {
        int N = d.GetLength(0);
        var P = new double[N, N];
        for (int i = 0; i < N; i++)
        {
            double[] row = [.. Enumerable.Range(0, N).Select(j => d[i, j])];
            double[] p = Conditional(row, i, Precision(row, i, perplexity)); // (15.24)
            for (int j = 0; j < N; j++)
            {
                P[i, j] += p[j] / (2 * N); // (15.25)
                P[j, i] += p[j] / (2 * N); // (15.25)
            }
        }

        return P;
    }

    /// <summary>Q, (15.26): heavy tails give room to what is far apart. // y [2 × N] → [N × N]</summary>
    public static double[,] Similarities(double[,] y)
    {
        int N = y.GetLength(1);
        var Q = new double[N, N];
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                Q[i, j] = i == j ? 0 : 1 / (1 + Squared(y, i, j)); // (15.26)
                sum += Q[i, j];
            }
        }

        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                Q[i, j] /= sum; // (15.26)
            }
        }

        return Q;
    }

    /// <summary>KL(P‖Q), (15.27).</summary>
    public static double Divergence(double[,] P, double[,] Q) => P.Cast<double>().Zip(Q.Cast<double>())
        .Sum(c => c.First > 0 ? c.First * Math.Log(c.First / c.Second) : 0); // (15.27)

    /// <summary>∂KL/∂y, (15.28). // P [N × N], y [2 × N] → [2 × N]</summary>
    public static double[,] Gradient(double[,] P, double[,] y)
    {
        int N = y.GetLength(1);
        (double[,] Q, double[,] dy) = (Similarities(y), new double[2, N]);
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < N; j++)
            {
                double force = 4 * (P[i, j] - Q[i, j]) / (1 + Squared(y, i, j)); // (15.28)
                dy[0, i] += force * (y[0, i] - y[0, j]); // (15.28)
                dy[1, i] += force * (y[1, i] - y[1, j]); // (15.28)
            }
        }

        return dy;
    }

    /// <summary>β at which the point has the perplexity, (15.24). // d [N]</summary>
    public static double Precision(double[] d, int i, double perplexity)
    {
        (double low, double high, double β) = (0, double.PositiveInfinity, 1 / d.Average());
        for (int step = 0; step < 100 && high - low > 1e-12 * β; step++)
        {
            (low, high) = Perplexity(Conditional(d, i, β)) > perplexity ? (β, high) : (low, β);
            β = double.IsFinite(high) ? (low + high) / 2 : 2 * β;
        }

        return β;
    }

    private static double Squared(double[,] y, int i, int j) =>
        Math.Pow(y[0, i] - y[0, j], 2) + Math.Pow(y[1, i] - y[1, j], 2);
}
