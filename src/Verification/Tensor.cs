using MathNet.Numerics.LinearAlgebra;

namespace Reference.Verification;

/// <summary>
/// A number, array, vector or matrix as its shape and its elements in row-major order, whatever type a chapter uses.
/// </summary>
internal sealed record Tensor(int[] Shape, double[] Values)
{
    public static Tensor Of(object tensor, string name) => tensor switch
    {
        double number => new([], [number]),
        double[] array => new([array.Length], array),
        double[,] array => new([array.GetLength(0), array.GetLength(1)], [.. array.Cast<double>()]),
        Vector<double> vector => new([vector.Count], vector.ToArray()),
        Matrix<double> matrix => new([matrix.RowCount, matrix.ColumnCount], matrix.ToRowMajorArray()),
        null => throw new ArgumentNullException(name),
        _ => throw new ArgumentException(
            $"Expected double, double[], double[,], Vector<double> or Matrix<double>; got {tensor.GetType()}.", name),
    };

    /// <summary>A tensor of the type and shape of <paramref name="prototype"/> with other elements.</summary>
    public static T Like<T>(T prototype, double[] values)
        where T : notnull => (T)(prototype switch
        {
            double => values[0],
            double[] => (object)values.Clone(),
            double[,] array => Rectangle(values, array.GetLength(0), array.GetLength(1)),
            Vector<double> => Vector<double>.Build.Dense([.. values]),
            Matrix<double> matrix => Matrix<double>.Build.DenseOfRowMajor(matrix.RowCount, matrix.ColumnCount, values),
            _ => throw new ArgumentException($"No tensor: {prototype.GetType()}.", nameof(prototype)),
        });

    /// <summary>The shape in words: "scalar", "[5]", "[3×4]".</summary>
    public string ShapeText => Shape.Length == 0 ? "scalar" : $"[{string.Join('×', Shape)}]";

    /// <summary>The indices of the element at a row-major position: [] of a scalar, [i] or [i, j].</summary>
    public int[] IndexOf(int position) => Shape.Length switch
    {
        0 => [],
        1 => [position],
        _ => [position / Shape[1], position % Shape[1]],
    };

    public void RequireShapeOf(Tensor other, string name, string otherName)
    {
        if (!Shape.AsSpan().SequenceEqual(other.Shape))
        {
            throw new ArgumentException(
                $"Expected the shape {other.ShapeText} of {otherName}; got {ShapeText}.", name);
        }
    }

    private static double[,] Rectangle(double[] values, int rows, int columns)
    {
        var rectangle = new double[rows, columns];
        Buffer.BlockCopy(values, 0, rectangle, 0, values.Length * sizeof(double));
        return rectangle;
    }
}
