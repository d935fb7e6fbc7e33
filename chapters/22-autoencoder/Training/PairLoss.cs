using Reference.Networks;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>The mean of d² for pairs of codes that are alike and of max(0, m − d)² for the others: −d alone would fall
/// for ever. S3-177.</summary>
/// <param name="margin">m &gt; 0, the distance from which on a pair costs nothing.</param>
public sealed class PairLoss(double margin)
{
    private readonly Workspace _dZ1 = new(), _dZ2 = new();
    private readonly double m = Positive(margin);
    private (MatrixView dZ1, MatrixView dZ2) _last;

    /// <summary>The mean loss of a batch of pairs. // Z₁, Z₂ [k × N], alike [N]</summary>
    /// <exception cref="ArgumentException">The shapes differ.</exception>
    public double Forward(MatrixView Z1, MatrixView Z2, ReadOnlySpan<bool> alike)
    {
        (int k, int N) = (Z1.RowCount, Z1.ColumnCount);
        if (Z2.RowCount != k || Z2.ColumnCount != N || alike.Length != N)
        {
            throw new ArgumentException(
                $"Expected second codes of the shape {Z1} and as many marks; got {Z2} and {alike.Length}.",
                    nameof(Z2));
        }

        _last = (_dZ1.Of(k, N), _dZ2.Of(k, N));
        double L = 0;
        for (int n = 0; n < N; n++)
        {
            Span<double> dz1 = _last.dZ1.Column(n), dz2 = _last.dZ2.Column(n);
            Z1.Column(n).CopyTo(dz1);
            Kernels.Axpby(-1, Z2.Column(n), 1, dz1); // dz₁ ← z₁ − z₂
            double d = Math.Sqrt(Kernels.Dot(dz1, dz1)), missing = Math.Max(0, m - d);
            L += (alike[n] ? d * d : missing * missing) / N; // (22.19)
            double factor = alike[n] ? 2 : d > 0 ? -2 * missing / d : 0;
            Kernels.Axpby(0, dz1, factor / N, dz1); // (22.20)
            dz2.Clear();
            Kernels.Axpby(-1, dz1, 1, dz2);
        }

        return L;
    }

    /// <summary>∂L/∂Z₁ and ∂L/∂Z₂ of the last batch. // [k × N]</summary>
    public (MatrixView dZ1, MatrixView dZ2) Backward() => _last;

    private static double Positive(double margin)
    {
        Require.Positive(margin);
        return margin;
    }
}
