using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>
/// Exact t-SNE: a map in the plane whose neighbours are those of the samples. Descent with momentum, a rate for each
/// coordinate, and P enlarged in the beginning, as its authors do; it starts from the first two principal components,
/// so that there is no chance in it. S0-168, S1-184.
/// </summary>
public sealed class Tsne
{
    private readonly int N;
    private readonly double[] _P, _q; // [N·N], symmetric
    private readonly double[] _y, _dy, _velocity, _gain; // x, y of point 0, of point 1, …
    private int _step;

    /// <summary>N ≥ 4 finite samples, and a perplexity of 1 to (N − 1)/3; the principal components, where they are
    /// known already. // X [D × N], D ≥ 2; components [2 × N]</summary>
    public Tsne(Matrix<double> X, double perplexity = 30, Matrix<double>? components = null)
    {
        RequireMatrix.Finite(X);
        N = X.ColumnCount;
        if (!(perplexity >= 1 && perplexity <= (N - 1) / 3.0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(perplexity), FormattableString.Invariant(
                    $"Expected a perplexity from 1 to a third of the other {N - 1} samples; got {perplexity}."));
        }

        double[,] P = ScalarTsne.Joint(Distances(X), perplexity);
        (_P, _q) = ([.. P.Cast<double>()], new double[N * N]);
        Matrix<double> start = components ?? Pca.Of(X, 2).Project(X);
        _y = (start * (1e-4 * Math.Sqrt(N) / start.Row(0).L2Norm())).ToColumnMajorArray();
        (_dy, _velocity, _gain) = (new double[2 * N], new double[2 * N], [.. _y.Select(_ => 1.0)]);
    }

    /// <summary>The map so far. // [2 × N]</summary>
    public Matrix<double> Map => Matrix<double>.Build.Dense(2, N, [.. _y]);

    /// <summary>KL(P‖Q) of the map, (15.27).</summary>
    public double Divergence() => ScalarTsne.Divergence(Square(_P), ScalarTsne.Similarities(Map.ToArray()));

    /// <summary>Steps of descent: in the first quarter P counts twelvefold and the momentum is ½, then 0.8.</summary>
    public void Run(int steps, Action<int>? progress = null)
    {
        double η = Math.Max(N / 48.0, 50); // N/12 of the authors, whose gradient lacks the 4
        for (int step = 0; step < steps; step++, _step++)
        {
            bool early = step < steps / 4;
            Gradient(early ? 12 : 1);
            for (int k = 0; k < _y.Length; k++)
            {
                _gain[k] = _dy[k] > 0 == _velocity[k] > 0 ? Math.Max(0.8 * _gain[k], 0.01) : _gain[k] + 0.2;
                _velocity[k] = (early ? 0.5 : 0.8) * _velocity[k] - η * _gain[k] * _dy[k];
                _y[k] += _velocity[k];
            }

            progress?.Invoke(step + 1);
        }
    }

    /// <summary>The gradient with P enlarged, (15.28). // [2 × N]</summary>
    public double[] Gradient(double exaggeration)
    {
        double sum = 0;
        for (int i = 0; i < N; i++)
        {
            for (int j = 0; j < i; j++)
            {
                (double x, double y) = (_y[2 * i] - _y[2 * j], _y[2 * i + 1] - _y[2 * j + 1]);
                double q = 1 / (1 + x * x + y * y); // (15.26)
                _q[i * N + j] = q;
                sum += 2 * q;
            }
        }

        Array.Clear(_dy);
        for (int i = 0; i < N; i++)
        {
            (double fx, double fy) = (0, 0);
            for (int j = 0; j < i; j++)
            {
                double q = _q[i * N + j], force = 4 * (exaggeration * _P[i * N + j] - q / sum) * q; // (15.28)
                double x = force * (_y[2 * i] - _y[2 * j]), y = force * (_y[2 * i + 1] - _y[2 * j + 1]);
                (fx, fy) = (fx + x, fy + y);
                _dy[2 * j] -= x;
                _dy[2 * j + 1] -= y;
            }

            _dy[2 * i] += fx;
            _dy[2 * i + 1] += fy;
        }

        return _dy;
    }

    /// <summary>|xᵢ − xⱼ|² of all samples, by one product. // X [D × N] → [N × N]</summary>
    public static double[,] Distances(Matrix<double> X)
    {
        Matrix<double> G = X.TransposeThisAndMultiply(X);
        return Matrix<double>.Build.Dense(
            X.ColumnCount, X.ColumnCount, (i, j) => i == j ? 0 : Math.Max(0, G[i, i] + G[j, j] - 2 * G[i, j]))
                .ToArray();
    }

    /// <summary>The share of the k nearest neighbours of a sample that have its label, over all samples: of a map, or
    /// of the samples themselves. S0-168. // X [D × N], labels [N]</summary>
    public static double SameLabel(Matrix<double> X, IReadOnlyList<int> labels, int k = 10)
    {
        double[,] d = Distances(X);
        int N = labels.Count;
        return Enumerable.Range(0, N).Average(i => Enumerable.Range(0, N).Where(j => j != i)
            .OrderBy(j => d[i, j]).Take(k).Average(j => labels[j] == labels[i] ? 1.0 : 0));
    }

    private double[,] Square(double[] flat)
    {
        var square = new double[N, N];
        Buffer.BlockCopy(flat, 0, square, 0, flat.Length * sizeof(double));
        return square;
    }
}
