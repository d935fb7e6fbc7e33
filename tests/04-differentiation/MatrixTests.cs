using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Differentiation.Tests;

public class MatrixTests
{
    private static Matrix<double> Random(RandomStream random, int rows, int columns) =>
        Matrix<double>.Build.Dense(rows, columns, random.Normals(rows * columns));

    // (4.5) S2-041 S2-042 S2-043: loops and MathNet agree by elements.
    [Property]
    public void Scalar_and_matrix_elements_agree(PairOfMatrices pair, Number c)
    {
        (double[,] a, double[,] b) = (pair.A.ToArray(), pair.B.ToArray());
        Assert.Equal(MatrixEquations.Sum(pair.A, pair.B).ToArray(), ScalarMatrices.Sum(a, b));
        Assert.Equal(MatrixEquations.Difference(pair.A, pair.B).ToArray(), ScalarMatrices.Difference(a, b));
        Assert.Equal(MatrixEquations.Hadamard(pair.A, pair.B).ToArray(), ScalarMatrices.Hadamard(a, b));
        Assert.Equal(MatrixEquations.Scaled(c.Value, pair.A).ToArray(), ScalarMatrices.Scaled(c.Value, a));
        Assert.Equal(a[0, 0] - b[0, 0], ScalarMatrices.Difference(a, b)[0, 0]);
    }

    // (4.6) (4.5) S2-039 S2-044 S4-053: agreement, (AB)ᵀ = BᵀAᵀ, associativity, IA = A.
    [Property]
    public void The_product_is_associative_and_reverses_under_transposition(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] n = [.. Enumerable.Range(0, 4).Select(_ => 1 + random.Below(6))];
        Matrix<double> A = Random(random, n[0], n[1]), B = Random(random, n[1], n[2]), C = Random(random, n[2], n[3]),
            AB = MatrixEquations.Product(A, B);
        double terms = A.FrobeniusNorm() * B.FrobeniusNorm(); // no less than any sum of |aᵢₖbₖⱼ|
        Digits.Agree(AB.ToArray(), ScalarMatrices.Product(A.ToArray(), B.ToArray()), 14, terms);
        Digits.Agree(MatrixEquations.Product(AB, C), MatrixEquations.Product(A, MatrixEquations.Product(B, C)), 14,
            terms * C.FrobeniusNorm());
        Digits.Agree(MatrixEquations.Transpose(AB),
            MatrixEquations.Product(MatrixEquations.Transpose(B), MatrixEquations.Transpose(A)), 14, terms);
        Assert.Equal(MatrixEquations.Transpose(A).ToArray(), ScalarMatrices.Transpose(A.ToArray()));
        Assert.Equal(A, MatrixEquations.Product(Matrix<double>.Build.DenseIdentity(n[0]), A));
    }

    // (4.5) (4.7) S2-038 S2-039: the notes' matrix, its transpose, determinant and inverse; a singular one has none.
    [Fact]
    public void The_notes_matrix_has_determinant_minus_two()
    {
        Assert.Equal(-2, ScalarMatrices.Determinant(NotesExamples.A));
        Assert.Equal(NotesExamples.Left, ScalarMatrices.Transpose(NotesExamples.A));
        Assert.Equal(new[,] { { -2, 1.5 }, { 1, -0.5 } }, ScalarMatrices.Inverse(NotesExamples.A));
        Assert.DoesNotContain(ScalarMatrices.Inverse(new double[,] { { 1, 2 }, { 2, 4 } }).Flat(), double.IsFinite);
    }

    // (4.7) S2-038 S2-039: the inverse undoes, from both sides; the determinant is MathNet's.
    [Property]
    public void A_matrix_times_its_inverse_is_the_identity(Seed seed)
    {
        Matrix<double> A = Random(seed.Stream(), 2, 2);
        double det = ScalarMatrices.Determinant(A.ToArray());
        Digits.Agree(A.Determinant(), det, 14, terms: Math.Pow(A.FrobeniusNorm(), 2)); // ad − bc cancels
        if (Math.Abs(det) < 0.05)
        {
            return; // nearly singular: rounding grows as 1/det
        }

        Matrix<double> inverse = Matrix<double>.Build.DenseOfArray(ScalarMatrices.Inverse(A.ToArray()));
        Matrix<double> I = Matrix<double>.Build.DenseIdentity(2);
        Digits.Agree(I, A * inverse, 10);
        Digits.Agree(I, inverse * A, 10);
    }
}
