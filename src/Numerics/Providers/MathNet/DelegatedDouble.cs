using System.Numerics;
using MathNet.Numerics.LinearAlgebra.Factorization;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics;

/// <content>Factorizations and norms of double matrices: MathNet's own.</content>
public partial class ProductLinearAlgebraProvider
{
    void ILinearAlgebraProvider<double>.ConjugateArray(double[] x, double[] result)
        => Managed<double>().ConjugateArray(x, result);

    void ILinearAlgebraProvider<double>.PointWisePowerArrays(double[] x, double[] y, double[] result)
        => Managed<double>().PointWisePowerArrays(x, y, result);

    double ILinearAlgebraProvider<double>.MatrixNorm(Norm norm, int rows, int columns, double[] matrix)
        => Managed<double>().MatrixNorm(norm, rows, columns, matrix);

    void ILinearAlgebraProvider<double>.LUFactor(double[] data, int order, int[] ipiv)
        => Managed<double>().LUFactor(data, order, ipiv);

    void ILinearAlgebraProvider<double>.LUInverse(double[] a, int order)
        => Managed<double>().LUInverse(a, order);

    void ILinearAlgebraProvider<double>.LUInverseFactored(double[] a, int order, int[] ipiv)
        => Managed<double>().LUInverseFactored(a, order, ipiv);

    void ILinearAlgebraProvider<double>.LUSolve(int columnsOfB, double[] a, int order, double[] b)
        => Managed<double>().LUSolve(columnsOfB, a, order, b);

    void ILinearAlgebraProvider<double>.LUSolveFactored(int columnsOfB, double[] a, int order, int[] ipiv, double[] b)
        => Managed<double>().LUSolveFactored(columnsOfB, a, order, ipiv, b);

    void ILinearAlgebraProvider<double>.CholeskyFactor(double[] a, int order)
        => Managed<double>().CholeskyFactor(a, order);

    void ILinearAlgebraProvider<double>.CholeskySolve(double[] a, int orderA, double[] b, int columnsB)
        => Managed<double>().CholeskySolve(a, orderA, b, columnsB);

    void ILinearAlgebraProvider<double>.CholeskySolveFactored(double[] a, int orderA, double[] b, int columnsB)
        => Managed<double>().CholeskySolveFactored(a, orderA, b, columnsB);

    void ILinearAlgebraProvider<double>.QRFactor(double[] a, int rowsA, int columnsA, double[] q, double[] tau)
        => Managed<double>().QRFactor(a, rowsA, columnsA, q, tau);

    void ILinearAlgebraProvider<double>.ThinQRFactor(double[] a, int rowsA, int columnsA, double[] r, double[] tau)
        => Managed<double>().ThinQRFactor(a, rowsA, columnsA, r, tau);

    void ILinearAlgebraProvider<double>.QRSolve(
        double[] a, int rows, int columns, double[] b, int columnsB, double[] x, QRMethod method)
        => Managed<double>().QRSolve(a, rows, columns, b, columnsB, x, method);

    void ILinearAlgebraProvider<double>.QRSolveFactored(
        double[] q, double[] r, int rowsA, int columnsA, double[] tau, double[] b, int columnsB, double[] x,
        QRMethod method)
        => Managed<double>().QRSolveFactored(q, r, rowsA, columnsA, tau, b, columnsB, x, method);

    void ILinearAlgebraProvider<double>.SingularValueDecomposition(
        bool computeVectors, double[] a, int rowsA, int columnsA, double[] s, double[] u, double[] vt)
        => Managed<double>().SingularValueDecomposition(computeVectors, a, rowsA, columnsA, s, u, vt);

    void ILinearAlgebraProvider<double>.SvdSolve(
        double[] a, int rowsA, int columnsA, double[] b, int columnsB, double[] x)
        => Managed<double>().SvdSolve(a, rowsA, columnsA, b, columnsB, x);

    void ILinearAlgebraProvider<double>.SvdSolveFactored(
        int rowsA, int columnsA, double[] s, double[] u, double[] vt, double[] b, int columnsB, double[] x)
        => Managed<double>().SvdSolveFactored(rowsA, columnsA, s, u, vt, b, columnsB, x);

    void ILinearAlgebraProvider<double>.EigenDecomp(
        bool isSymmetric, int order, double[] matrix, double[] matrixEv, Complex[] vectorEv, double[] matrixD)
        => Managed<double>().EigenDecomp(isSymmetric, order, matrix, matrixEv, vectorEv, matrixD);
}
