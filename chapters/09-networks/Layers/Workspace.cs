using MathNet.Numerics.LinearAlgebra.Double;

namespace Reference.Networks;

/// <summary>
/// The matrices that a layer writes into: one for each batch size met lately,
/// so that full batches, the smaller last one and the validation set take turns and nothing is allocated.
/// </summary>
/// <param name="rows">The rows of every one of them, at least 1.</param>
public sealed class Workspace(int rows)
{
    private const int Kept = 4; // full batches, the last batch, the validation set, and a single sample

    private readonly DenseMatrix?[] _latest = new DenseMatrix?[Kept];
    /// <summary>The rows of every matrix.</summary>
    public int Rows { get; } = RequireBatch.Width(rows);

    /// <summary>The matrix for a batch of a size; what an earlier batch of that size left is still in it. // [rows × columns]</summary>
    /// <param name="columns">N ≥ 1.</param>
    public DenseMatrix For(int columns)
    {
        int place = 0;
        while (place < Kept - 1 && _latest[place] is { } other && other.ColumnCount != columns)
        {
            place++;
        }

        DenseMatrix matrix = _latest[place] is { } known && known.ColumnCount == columns ? known : new DenseMatrix(Rows, columns);
        _latest.AsSpan(0, place).CopyTo(_latest.AsSpan(1)); // the latest comes first; the one that waited longest goes
        _latest[0] = matrix;
        return matrix;
    }
}
