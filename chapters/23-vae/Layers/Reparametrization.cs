using System.Numerics.Tensors;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.VariationalAutoencoders;

/// <summary>
/// z = μ + σ ⊙ ε, (23.6): the sampling layer of the notes, with the noise ε as an argument, so that the backward pass
/// (23.7) goes through μ and s and not through ε. // H [2k × N], μ above s; ε, Z [k × N]. S3-252, S3-253, S3-282.
/// </summary>
public sealed class Reparametrization(int units)
{
    private readonly Workspace _Z = new(), _dH = new(), _deviations = new();
    private MatrixView _σε;

    /// <summary>A sample of each column's distribution, valid until the next pass.</summary>
    /// <exception cref="ArgumentException">Other shapes; the message names them.</exception>
    public MatrixView Forward(MatrixView H, MatrixView ε)
    {
        if (H.RowCount != 2 * units || ε.RowCount != units || ε.ColumnCount != H.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected means and log-variances [{2 * units} × N] and noise [{units} × N]; got {H} and {ε}.",
                nameof(ε));
        }

        MatrixView Z = _Z.Of(units, H.ColumnCount);
        _σε = _deviations.Of(units, H.ColumnCount);
        for (int n = 0; n < H.ColumnCount; n++)
        {
            Span<double> h = H.Column(n), σε = _σε.Column(n);
            TensorPrimitives.Multiply(h[units..], 0.5, σε);
            Kernels.Exp(σε, σε);
            TensorPrimitives.Multiply(σε, ε.Column(n), σε);
            TensorPrimitives.Add(h[..units], σε, Z.Column(n)); // (23.6)
        }

        return Z;
    }

    /// <summary>∂L/∂H from ∂L/∂Z of the last pass, valid until the next one. // dZ [k × N], dH [2k × N]</summary>
    /// <exception cref="ArgumentException">Another shape than that of the last sample.</exception>
    public MatrixView Backward(MatrixView dZ)
    {
        if (dZ.RowCount != units || dZ.ColumnCount != _σε.ColumnCount)
        {
            throw new ArgumentException($"Expected the gradient of the last sample {_σε}; got {dZ}.", nameof(dZ));
        }

        MatrixView dH = _dH.Of(2 * units, dZ.ColumnCount);
        for (int n = 0; n < dZ.ColumnCount; n++)
        {
            Span<double> dz = dZ.Column(n), dμ = dH.Column(n)[..units], ds = dH.Column(n)[units..];
            dz.CopyTo(dμ); // (23.7)
            TensorPrimitives.Multiply(dz, _σε.Column(n), ds);
            TensorPrimitives.Multiply(ds, 0.5, ds); // (23.7)
        }

        return dH;
    }
}
