using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>GloVe: the logarithms of co-occurrence counts as dot products, fitted cell by cell by AdaGrad, (5.25).
/// S0-166, S1-177, S2-223.</summary>
public sealed class Glove
{
    private readonly (int I, int J, double X)[] _cells;
    private readonly double[] _w, _context, _sums, _contextSums; // D + 1 numbers a word: w, then b
    private readonly int D, R;

    /// <summary>The positive cells of X, of which there must be one, and vectors of D ≥ 1 numbers in ±1/(2D).
    /// // X [V × V], finite and not negative</summary>
    public Glove(double[,] X, int dimension, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        ArgumentNullException.ThrowIfNull(random);
        Require.Finite(X);
        int V = X.GetLength(0);
        (D, R) = (dimension, dimension + 1);
        _cells = [.. from i in Enumerable.Range(0, V) from j in Enumerable.Range(0, V)
                     where X[i, j] != 0 select (i, j, X[i, j])];
        if (X.GetLength(1) != V || _cells.Length == 0 || _cells.Any(c => c.X < 0))
        {
            throw new ArgumentException(
                $"Expected counts [V × V], none negative, one positive; got [{V} × {X.GetLength(1)}].", nameof(X));
        }

        double[] Drawn() => random.Uniforms(V * R, -0.5 / D, 0.5 / D);
        (_w, _context) = (Drawn(), Drawn());
        (_sums, _contextSums) = ([.. _w.Select(_ => 1.0)], [.. _w.Select(_ => 1.0)]); // as GloVe's own program
    }

    /// <summary>w + v of every word: the two differ by chance only. // [D × V]</summary>
    public Matrix<double> Vectors =>
        (DenseMatrix.OfColumnMajor(R, _w.Length / R, _w) + DenseMatrix.OfColumnMajor(R, _w.Length / R, _context))
            .SubMatrix(0, D, 0, _w.Length / R);

    /// <summary>One pass over the cells in random order, and the sum of their losses, (15.19), each before its step.
    /// </summary>
    public double Epoch(double learningRate, RandomStream random)
    {
        random.Shuffle<(int, int, double)>(_cells);
        double sum = 0;
        foreach ((int i, int j, double x) in _cells)
        {
            Span<double> w = _w.AsSpan(i * R, R), c = _context.AsSpan(j * R, R);
            double e = Kernels.Dot(w[..D], c[..D]) + w[D] + c[D] - Math.Log(x); // (15.19)
            double f = ScalarGlove.Weight(x), g = 2 * f * e; // (15.21)
            sum += f * e * e; // (15.19)
            Span<double> s = _sums.AsSpan(i * R, R), t = _contextSums.AsSpan(j * R, R);
            for (int d = 0; d < R; d++)
            {
                (double dw, double dc) = d < D ? (g * c[d], g * w[d]) : (g, g); // (15.21)
                (s[d], t[d]) = (s[d] + dw * dw, t[d] + dc * dc);
                (w[d], c[d]) = (
                    w[d] - learningRate * dw / Math.Sqrt(s[d]), c[d] - learningRate * dc / Math.Sqrt(t[d]));
            }
        }

        return sum;
    }
}
