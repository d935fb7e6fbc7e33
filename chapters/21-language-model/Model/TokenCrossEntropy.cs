using Reference.Networks;
using Reference.Numerics;

namespace Reference.LanguageModels;

/// <summary>
/// −Σᵢ wᵢ ln softmax(zᵢ) at yᵢ over the columns of a batch, (21.4), and its gradient (21.5). With w = 1/(N·T) it is
/// the mean of the notes; a weight of 0 leaves a token out (a question, padding), and an advantage makes it the
/// gradient of a policy. S1-285, S1-297.
/// </summary>
public sealed class TokenCrossEntropy
{
    private readonly Workspace _dZ = new();
    private double[] _logarithms = [];
    private MatrixView _last;

    /// <summary>ln p of each target of the last pass. // [N·T]</summary>
    public ReadOnlySpan<double> LogProbabilities => _logarithms.AsSpan(0, _last.ColumnCount);

    /// <summary>The loss. // Z [V × N·T]; y, w [N·T]</summary>
    /// <exception cref="ArgumentException">Other lengths, or a target that is no row of Z.</exception>
    public double Forward(MatrixView Z, ReadOnlySpan<int> y, ReadOnlySpan<double> w)
    {
        (int V, int columns) = (Z.RowCount, Z.ColumnCount);
        if (y.Length != columns || w.Length != columns)
        {
            throw new ArgumentException(
                $"Expected {columns} targets and weights for {Z}; got {y.Length}, {w.Length}.");
        }

        MatrixView dZ = _last = _dZ.Of(V, columns);
        _logarithms = _logarithms.Length < columns ? new double[columns] : _logarithms;
        Kernels.LogSoftmaxColumns(V, Z.Span, dZ.Span);
        double loss = 0;
        for (int i = 0; i < columns; i++)
        {
            _logarithms[i] = (uint)y[i] < (uint)V
                ? dZ[y[i], i]
                : throw new ArgumentException($"Expected targets from 0 to {V - 1}; got {y[i]}.");
            loss -= w[i] * _logarithms[i]; // (21.4)
        }

        Kernels.Exp(dZ.Span, dZ.Span);
        for (int i = 0; i < columns; i++)
        {
            dZ[y[i], i] -= 1; // (21.5)
            Kernels.Axpby(0, dZ.Column(i), w[i], dZ.Column(i)); // (21.5)
        }

        return loss;
    }

    /// <summary>∂L/∂Z of the last pass. // [V × N·T]</summary>
    public MatrixView Backward() => _last;
}
