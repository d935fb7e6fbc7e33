using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Reference.Datasets;

/// <summary>Some samples as the columns of a matrix. The matrices are used again for the next batch: who keeps a batch
/// copies it.</summary>
public sealed class Batch
{
    // So many samples are on their way from memory while one is written; measured on digits.
    private const int Ahead = 4;

    private readonly DenseMatrix _x, _y;

    internal Batch(int features, int targets, int size) =>
        (_x, _y, Indices, Labels) = (new DenseMatrix(features, size), new DenseMatrix(targets, size), new int[size],
            new int[size]);

    /// <summary>The inputs, one per column. // [D × B]</summary>
    public Matrix<double> X => _x;

    /// <summary>The targets, one per column. // [K × B]</summary>
    public Matrix<double> Y => _y;

    /// <summary>The classes; 0 when the targets are not classes. // [B]</summary>
    public int[] Labels { get; }

    /// <summary>Where in the set each column comes from. // [B]</summary>
    public int[] Indices { get; }

    /// <summary>B.</summary>
    public int Count => Indices.Length;

    internal void Fill(SampleSet set, ReadOnlySpan<int> indices)
    {
        indices.CopyTo(Indices);
        IReadOnlyList<int> labels = set.Labels;
        // A column of a MathNet matrix is contiguous: a sample is written where it will be read.
        Span<double> x = _x.Values, y = _y.Values;
        for (int column = 0; column < indices.Length; column++)
        {
            if (column + Ahead < indices.Length)
            {
                set.X.Expect(indices[column + Ahead]);
            }

            set.X.CopyTo(indices[column], x.Slice(column * _x.RowCount, _x.RowCount));
            set.Y.CopyTo(indices[column], y.Slice(column * _y.RowCount, _y.RowCount));
            Labels[column] = labels.Count > 0 ? labels[indices[column]] : 0;
        }
    }
}
