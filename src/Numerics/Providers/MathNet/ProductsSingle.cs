using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <content>Products of float matrices and sums of float arrays.</content>
public partial class ProductLinearAlgebraProvider
{
    /// <summary>result = x·y.</summary>
    /// <exception cref="ArgumentNullException">An array is missing.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit one another or the arrays.</exception>
    public void MatrixMultiply(float[] x, int rowsX, int columnsX, float[] y, int rowsY, int columnsY, float[] result)
        => MatrixMultiplyWithUpdate(
            Transpose.DontTranspose, Transpose.DontTranspose, 1, x, rowsX, columnsX, y, rowsY, columnsY, 0, result);

    /// <summary>
    /// c = alpha·op(a)·op(b) + beta·c, where c may be a or b itself. Rows and columns are those of the arrays, before
    /// op.
    /// </summary>
    /// <exception cref="ArgumentNullException">An array is missing.</exception>
    /// <exception cref="ArgumentException">The shapes do not fit one another or the arrays.</exception>
    public void MatrixMultiplyWithUpdate(
        Transpose transposeA, Transpose transposeB, float alpha, float[] a, int rowsA, int columnsA, float[] b,
        int rowsB, int columnsB, float beta, float[] c)
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
    public void AddVectorToScaledVector(float[] y, float alpha, float[] x, float[] result)
    {
        Expect(x, Length(y));
        Expect(result, y.Length);
        Map2.Apply(new MultiplyAdd<float>(alpha), x, y, result, VectorPaths.Best);
    }

    /// <summary>result = alpha·x.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void ScaleArray(float alpha, float[] x, float[] result)
    {
        Expect(result, Length(x));
        Map.Apply(new Scale<float>(alpha), x, result, VectorPaths.Best);
    }

    /// <summary>xᵀy.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public float DotProduct(float[] x, float[] y)
    {
        Expect(y, Length(x));
        return Kernels.Dot(x, y);
    }

    /// <summary>result = x + y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void AddArrays(float[] x, float[] y, float[] result) => Elementwise<Add<float>, float>(x, y, result);

    /// <summary>result = x − y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void SubtractArrays(float[] x, float[] y, float[] result)
        => Elementwise<Subtract<float>, float>(x, y, result);

    /// <summary>result = x ⊙ y.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void PointWiseMultiplyArrays(float[] x, float[] y, float[] result)
        => Elementwise<Multiply<float>, float>(x, y, result);

    /// <summary>result = x ⊘ y; a zero divides as IEEE 754 says.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void PointWiseDivideArrays(float[] x, float[] y, float[] result)
        => Elementwise<Divide<float>, float>(x, y, result);
}
