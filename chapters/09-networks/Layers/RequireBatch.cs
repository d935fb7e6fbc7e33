using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using Reference.Numerics;

namespace Reference.Networks;

/// <summary>What layers ask of their input; like <see cref="Require"/>, with messages that name the layer and both shapes.</summary>
public static class RequireBatch
{
    /// <summary>The rows of a layer's input or output: at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer.</exception>
    public static int Width(int width, [CallerArgumentExpression(nameof(width))] string name = "") => width >= 1
        ? width
        : throw new ArgumentOutOfRangeException(name, $"Expected {name} to be at least 1; got {width}.");

    /// <summary>A batch as the layer reads it: its number of rows and at least one column. A matrix that is not dense is copied.</summary>
    /// <param name="layer">Who reads it.</param>
    /// <param name="x">// [D × N]</param>
    /// <exception cref="ArgumentException">Other rows, or no column.</exception>
    public static DenseMatrix Input(ILayer layer, Matrix<double> x)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(x);
        return x.RowCount == layer.Inputs && x.ColumnCount > 0
            ? x as DenseMatrix ?? DenseMatrix.OfMatrix(x)
            : throw new ArgumentException(
                $"Expected the input of {layer.Name} to be [{layer.Inputs} × N] with N at least 1; got [{x.RowCount} × {x.ColumnCount}].",
                nameof(x));
    }

    /// <summary>An upstream gradient, of the shape of the output whose gradient it is.</summary>
    /// <param name="layer">Who reads it.</param>
    /// <param name="columns">N of the last pass in training; 0 when there was none.</param>
    /// <param name="dy">// [K × N]</param>
    /// <exception cref="ArgumentException">Another shape.</exception>
    /// <exception cref="InvalidOperationException">No pass in training came before.</exception>
    public static DenseMatrix Upstream(ILayer layer, int columns, Matrix<double> dy)
    {
        ArgumentNullException.ThrowIfNull(layer);
        ArgumentNullException.ThrowIfNull(dy);
        if (columns == 0)
        {
            throw new InvalidOperationException(
                $"Expected a forward pass in training before the backward pass of {layer.Name}; there was none, or the last one was for inference.");
        }

        return dy.RowCount == layer.Outputs && dy.ColumnCount == columns
            ? dy as DenseMatrix ?? DenseMatrix.OfMatrix(dy)
            : throw new ArgumentException(
                $"Expected the gradient of {layer.Name} to have the shape [{layer.Outputs} × {columns}] of its output; got [{dy.RowCount} × {dy.ColumnCount}].",
                nameof(dy));
    }
}
