using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Verification;

namespace Reference.Differentiation;

/// <summary>The derivations of chapter 04 that are about matrices.</summary>
internal static class MatrixDerivations
{
    private static Matrix<double> Random(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    private static Func<RandomStream, (Matrix<double> A, Matrix<double> B, Matrix<double> U)> Factors { get; } =
        random => (Random(random, 3, 2), Random(random, 2, 4), Random(random, 3, 4));

    public static Derivation TransposedProduct() => new Derivation<(Matrix<double> A, Matrix<double> B, Matrix<double> U)>(
        "transposed-product", "The transpose of a product", "S2-039 S4-053", Factors)
        .Start(@"\big((AB)^\top\big)_{ij} = \sum_k A_{jk} B_{ki}", p => Flat(ScalarMatrices.Transpose(ScalarMatrices.Product(p.A.ToArray(), p.B.ToArray()))))
        .Equal(@"\sum_k (B^\top)_{ik} (A^\top)_{kj}",
            p => Flat(ScalarMatrices.Product(ScalarMatrices.Transpose(p.B.ToArray()), ScalarMatrices.Transpose(p.A.ToArray()))))
        .Equal(@"(B^\top A^\top)_{ij}", p => (p.B.Transpose() * p.A.Transpose()).ToRowMajorArray());

    public static Derivation Inverse() => new Derivation<double[,]>(
        "inverse", "The inverse of a 2 × 2 matrix", "S2-038 S2-039",
        random =>
        {
            double[] n = random.Normals(3);
            double a = 1 + Math.Abs(n[0]);
            return new[,] { { a, n[1] }, { n[2], (n[1] * n[2] + 1 + Math.Abs(n[0])) / a } }; // determinant 1 + |n₀|: well away from 0
        })
        .Start(@"A A^{-1}", A => Flat(ScalarMatrices.Product(A, ScalarMatrices.Inverse(A))))
        .Equal(@"\frac{1}{ad - bc} \begin{pmatrix} a & b \\ c & d \end{pmatrix} \begin{pmatrix} d & -b \\ -c & a \end{pmatrix}", A =>
            Flat(ScalarMatrices.Scaled(1 / ScalarMatrices.Determinant(A), ScalarMatrices.Product(A, new[,] { { A[1, 1], -A[0, 1] }, { -A[1, 0], A[0, 0] } }))))
        .Equal(@"\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}", _ => [1, 0, 0, 1]);

    public static Derivation ProductGradient() => new Derivation<(Matrix<double> A, Matrix<double> B, Matrix<double> U)>(
        "product-gradient", "A gradient back through a matrix product", "S2-060 S4-053", Factors)
        .Start(@"\frac{\partial L}{\partial A_{ik}},\quad C = AB",
            p => NumericalDerivative.Gradient(
                a => p.U.PointwiseMultiply(Matrix<double>.Build.DenseOfRowMajor(3, 2, a) * p.B).Enumerate().Sum(), p.A.ToRowMajorArray()))
        .Numerically(@"\sum_j \bar C_{ij}\, \frac{\partial C_{ij}}{\partial A_{ik}} = \sum_j \bar C_{ij}\, B_{kj}",
            p => Flat(ScalarMatrices.Product(p.U.ToArray(), ScalarMatrices.Transpose(p.B.ToArray()))),
            "only row i of C depends on row i of A")
        .Equal(@"(\bar C B^\top)_{ik}", p => MatrixTape.Gradient(A => A * A.Tape.Constant(p.B), p.A, p.U).ToRowMajorArray());

    public static Derivation BroadcastGradient() => new Derivation<(Matrix<double> X, Matrix<double> B, Matrix<double> U)>(
        "broadcast-gradient", "A gradient back through a bias that is added to every column", "S2-060 S4-047",
        random => (Random(random, 3, 4), Random(random, 3, 1), Random(random, 3, 4)))
        .Start(@"\frac{\partial L}{\partial b_i},\quad Y_{ij} = X_{ij} + b_i",
            p => NumericalDerivative.Gradient(
                b => p.U.PointwiseMultiply(p.X + Matrix<double>.Build.Dense(3, 4, (i, _) => b[i])).Enumerate().Sum(), p.B.ToRowMajorArray()))
        .Numerically(@"\sum_j \bar Y_{ij}", p => p.U.RowSums().ToArray(), "every copy of b has its effect")
        .Equal(@"\bar b_i \text{ from the tape}", p => MatrixTape.Gradient(b => b.Tape.Constant(p.X) + b, p.B, p.U).ToRowMajorArray());

    private static double[] Flat(double[,] values) => [.. values.Cast<double>()];
}
