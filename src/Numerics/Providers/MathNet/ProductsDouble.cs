using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <content>Products of double matrices and sums of double arrays.</content>
public partial class ProductLinearAlgebraProvider
{
    /// <summary>result = x·y.</summary>
    /// <exception cref="ArgumentNullException">An array is missing.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit one another or the arrays.</exception>
    public void MatrixMultiply(
        double[] x, int rowsX, int columnsX, double[] y, int rowsY, int columnsY, double[] result)
        => MatrixMultiplyWithUpdate(
            Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    /// <summary>
    /// c = alpha·op(a)·op(b) + beta·c, where c may be a or b itself. Rows and columns are those of the arrays, before
    /// op.
    /// </summary>
    /// <exception cref="ArgumentNullException">An array is missing.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit one another or the arrays.</exception>
    public void MatrixMultiplyWithUpdate(
        Transpose transposeA, Transpose transposeB, double alpha, double[] a, int rowsA, int columnsA,
        double[] b, int rowsB, int columnsB, double beta, double[] c)
    {
        GemmShape shape = Shape(transposeA, transposeB, rowsA, columnsA, rowsB, columnsB);
        Expect(a, rowsA * columnsA);
        Expect(b, rowsB * columnsB);
        Expect(c, shape.M * shape.N);
        // An operand that is also the result is copied first, as it is read while the result is written.
        Engine.Multiply(shape, alpha, ReferenceEquals(a, c) ? [.. a] : a, ReferenceEquals(b, c) ? [.. b] : b, beta, c);
    }

    /// <summary>result = y + alpha·x, each element rounded once.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void AddVectorToScaledVector(double[] y, double alpha, double[] x, double[] result)
    {
        Expect(x, Length(y));
        Expect(result, y.Length);
        Map2.Apply(new MultiplyAdd<double>(alpha), x, y, result, VectorPaths.Best);
    }

    /// <summary>result = alpha·x.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void ScaleArray(double alpha, double[] x, double[] result)
    {
        Expect(result, Length(x));
        Map.Apply(new Scale<double>(alpha), x, result, VectorPaths.Best);
    }

    /// <summary>xᵀy.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public double DotProduct(double[] x, double[] y)
    {
        Expect(y, Length(x));
        return Kernels.Dot(x, y);
    }

    /// <summary>result = x + y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void AddArrays(double[] x, double[] y, double[] result) => Elementwise<Add<double>, double>(x, y, result);

    /// <summary>result = x − y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void SubtractArrays(double[] x, double[] y, double[] result)
        => Elementwise<Subtract<double>, double>(x, y, result);

    /// <summary>result = x ⊙ y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void PointWiseMultiplyArrays(double[] x, double[] y, double[] result)
        => Elementwise<Multiply<double>, double>(x, y, result);

    /// <summary>result = x ⊘ y; a zero divides as IEEE 754 says.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void PointWiseDivideArrays(double[] x, double[] y, double[] result)
        => Elementwise<Divide<double>, double>(x, y, result);
}
