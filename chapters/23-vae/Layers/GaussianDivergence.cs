using System.Numerics.Tensors;
using Reference.Activations;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>The mean over a batch of D(N(μ, e^s) ‖ N(0, I)), (23.4), and its gradient (23.5), in nats. // H [2k × N],
/// μ above s. S3-250, S3-257.</summary>
public sealed class GaussianDivergence(int units)
{
    private readonly Workspace _excess = new();
    private MatrixView _H, _v; // v = e^s − 1

    /// <summary>The divergence of a batch.</summary>
    /// <exception cref="ArgumentException">Not 2k rows.</exception>
    public double Forward(MatrixView H)
    {
        if (H.RowCount != 2 * units)
        {
            throw new ArgumentException(
                $"Expected means and log-variances [{2 * units} × N]; got {H}.", nameof(H));
        }

        (_H, _v) = (H, _excess.Of(units, H.ColumnCount));
        double sum = 0;
        for (int n = 0; n < H.ColumnCount; n++)
        {
            ReadOnlySpan<double> μ = H.Column(n)[..units], s = H.Column(n)[units..];
            Span<double> v = _v.Column(n);
            for (int j = 0; j < units; j++)
            {
                v[j] = NearOne.Expm1(s[j]);
                sum += μ[j] * μ[j] + (v[j] - s[j]); // (23.4)
            }
        }

        return 0.5 * sum / H.ColumnCount;
    }

    /// <summary>Adds β times the gradient of the last batch. // dH [2k × N]</summary>
    public void AddGradient(double β, MatrixView dH)
    {
        double share = β / _H.ColumnCount;
        for (int n = 0; n < _H.ColumnCount; n++)
        {
            Span<double> dμ = dH.Column(n)[..units], ds = dH.Column(n)[units..], v = _v.Column(n);
            TensorPrimitives.MultiplyAdd(_H.Column(n)[..units], share, dμ, dμ); // (23.5)
            TensorPrimitives.MultiplyAdd(v, 0.5 * share, ds, ds); // (23.5)
        }
    }
}
