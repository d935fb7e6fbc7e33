using System.Numerics;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <content>Factorizations and norms of float matrices: MathNet's own.</content>
public partial class ProductLinearAlgebraProvider
{
    void ILinearAlgebraProvider<float>.ConjugateArray(float[] x, float[] result)
        => Managed<float>().ConjugateArray(x, result);

    void ILinearAlgebraProvider<float>.PointWisePowerArrays(float[] x, float[] y, float[] result)
        => Managed<float>().PointWisePowerArrays(x, y, result);

    double ILinearAlgebraProvider<float>.MatrixNorm(Norm norm, int rows, int columns, float[] matrix)
        => Managed<float>().MatrixNorm(norm, rows, columns, matrix);

    void ILinearAlgebraProvider<float>.LUFactor(float[] data, int order, int[] ipiv)
        => Managed<float>().LUFactor(data, order, ipiv);

    void ILinearAlgebraProvider<float>.LUInverse(float[] a, int order)
        => Managed<float>().LUInverse(a, order);

    void ILinearAlgebraProvider<float>.LUInverseFactored(float[] a, int order, int[] ipiv)
        => Managed<float>().LUInverseFactored(a, order, ipiv);

    void ILinearAlgebraProvider<float>.LUSolve(int columnsOfB, float[] a, int order, float[] b)
        => Managed<float>().LUSolve(columnsOfB, a, order, b);

    void ILinearAlgebraProvider<float>.LUSolveFactored(int columnsOfB, float[] a, int order, int[] ipiv, float[] b)
        => Managed<float>().LUSolveFactored(columnsOfB, a, order, ipiv, b);

    void ILinearAlgebraProvider<float>.CholeskyFactor(float[] a, int order)
        => Managed<float>().CholeskyFactor(a, order);

    void ILinearAlgebraProvider<float>.CholeskySolve(float[] a, int orderA, float[] b, int columnsB)
        => Managed<float>().CholeskySolve(a, orderA, b, columnsB);

    void ILinearAlgebraProvider<float>.CholeskySolveFactored(float[] a, int orderA, float[] b, int columnsB)
        => Managed<float>().CholeskySolveFactored(a, orderA, b, columnsB);

    void ILinearAlgebraProvider<float>.QRFactor(float[] a, int rowsA, int columnsA, float[] q, float[] tau)
        => Managed<float>().QRFactor(a, rowsA, columnsA, q, tau);

    void ILinearAlgebraProvider<float>.ThinQRFactor(float[] a, int rowsA, int columnsA, float[] r, float[] tau)
        => Managed<float>().ThinQRFactor(a, rowsA, columnsA, r, tau);

    void ILinearAlgebraProvider<float>.QRSolve(
        float[] a, int rows, int columns, float[] b, int columnsB, float[] x, QRMethod method)
        => Managed<float>().QRSolve(a, rows, columns, b, columnsB, x, method);

    void ILinearAlgebraProvider<float>.QRSolveFactored(
        float[] q, float[] r, int rowsA, int columnsA, float[] tau, float[] b, int columnsB, float[] x,
        QRMethod method)
        => Managed<float>().QRSolveFactored(q, r, rowsA, columnsA, tau, b, columnsB, x, method);

    void ILinearAlgebraProvider<float>.SingularValueDecomposition(
        bool computeVectors, float[] a, int rowsA, int columnsA, float[] s, float[] u, float[] vt)
        => Managed<float>().SingularValueDecomposition(computeVectors, a, rowsA, columnsA, s, u, vt);

    void ILinearAlgebraProvider<float>.SvdSolve(float[] a, int rowsA, int columnsA, float[] b, int columnsB, float[] x)
        => Managed<float>().SvdSolve(a, rowsA, columnsA, b, columnsB, x);

    void ILinearAlgebraProvider<float>.SvdSolveFactored(
        int rowsA, int columnsA, float[] s, float[] u, float[] vt, float[] b, int columnsB, float[] x)
        => Managed<float>().SvdSolveFactored(rowsA, columnsA, s, u, vt, b, columnsB, x);

    void ILinearAlgebraProvider<float>.EigenDecomp(
        bool isSymmetric, int order, float[] matrix, float[] matrixEv, Complex[] vectorEv, float[] matrixD)
        => Managed<float>().EigenDecomp(isSymmetric, order, matrix, matrixEv, vectorEv, matrixD);
}
