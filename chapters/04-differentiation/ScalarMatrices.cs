using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>The notes' matrix operations in indices and loops, S2-041, the truth for <see cref="MatrixEquations"/>.</summary>
public static class ScalarMatrices
{
    /// <summary>(A + B)ᵢⱼ = Aᵢⱼ + Bᵢⱼ, (4.7), S2-041. // [m × n]</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static double[,] Sum(double[,] A, double[,] B) => ByElement(A, B, (a, b) => a + b); // (4.7)

    /// <summary>(A − B)ᵢⱼ = Aᵢⱼ − Bᵢⱼ, (4.7), S2-041. // [m × n]</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static double[,] Difference(double[,] A, double[,] B) => ByElement(A, B, (a, b) => a - b); // (4.7)

    /// <summary>(A ∘ B)ᵢⱼ = AᵢⱼBᵢⱼ, (4.7), S2-043. // [m × n]</summary>
    /// <exception cref="ArgumentException">The shapes differ, or a number is not finite.</exception>
    public static double[,] Hadamard(double[,] A, double[,] B) => ByElement(A, B, (a, b) => a * b); // (4.7)

    /// <summary>(cA)ᵢⱼ = cAᵢⱼ, (4.7), S2-042. // [m × n]</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static double[,] Scaled(double c, double[,] A)
    {
        Require.Finite(c);
        return ByElement(A, A, (a, _) => c * a); // (4.7)
    }

    /// <summary>Cᵢⱼ = Σₖ AᵢₖBₖⱼ, row times column, (4.8), S2-044, S2-045, S4-053.</summary>
    /// <param name="A">The left factor. // [m × k]</param>
    /// <param name="B">The right factor. // [k × n]</param>
    /// <returns>The product. // [m × n]</returns>
    /// <exception cref="ArgumentException">The columns of A are not as many as the rows of B, or a number is not finite.</exception>
    public static double[,] Product(double[,] A, double[,] B)
    {
        Require.Finite(A);
        Require.Finite(B);
        (int m, int inner, int n) = (A.GetLength(0), A.GetLength(1), B.GetLength(1));
        if (B.GetLength(0) != inner)
        {
            throw new ArgumentException($"Expected as many rows of B as columns of A; got [{m} × {inner}] and [{B.GetLength(0)} × {n}].", nameof(B));
        }

        var C = new double[m, n];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int k = 0; k < inner; k++)
                {
                    C[i, j] += A[i, k] * B[k, j]; // (4.8)
                }
            }
        }

        return C;
    }

    /// <summary>(Aᵀ)ᵢⱼ = Aⱼᵢ, (4.9), S2-038. // [n × m]</summary>
    public static double[,] Transpose(double[,] A)
    {
        Require.Finite(A);
        var T = new double[A.GetLength(1), A.GetLength(0)];
        for (int i = 0; i < T.GetLength(0); i++)
        {
            for (int j = 0; j < T.GetLength(1); j++)
            {
                T[i, j] = A[j, i]; // (4.9)
            }
        }

        return T;
    }

    /// <summary>The determinant of a 2 × 2 matrix, ad − bc, (4.10), S2-038.</summary>
    /// <exception cref="ArgumentException">The matrix is not 2 × 2.</exception>
    public static double Determinant(double[,] A)
    {
        Require.Finite(A);
        if (A.GetLength(0) != 2 || A.GetLength(1) != 2)
        {
            throw new ArgumentException($"Expected a 2 × 2 matrix; got [{A.GetLength(0)} × {A.GetLength(1)}].", nameof(A));
        }

        return A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]; // (4.10)
    }

    /// <summary>The inverse of a 2 × 2 matrix, (4.10), S2-038, S2-039.</summary>
    /// <exception cref="ArgumentException">The matrix is not 2 × 2, or it is singular: square is not enough.</exception>
    public static double[,] Inverse(double[,] A)
    {
        double det = Determinant(A);
        return det != 0
            ? new[,] { { A[1, 1] / det, -A[0, 1] / det }, { -A[1, 0] / det, A[0, 0] / det } } // (4.10)
            : throw new ArgumentException("Expected a matrix with an inverse, of determinant ≠ 0; got determinant 0.", nameof(A));
    }

    private static double[,] ByElement(double[,] A, double[,] B, Func<double, double, double> f)
    {
        Require.Finite(A);
        Require.Finite(B);
        if (A.GetLength(0) != B.GetLength(0) || A.GetLength(1) != B.GetLength(1))
        {
            throw new ArgumentException(
                $"Expected B to have the shape [{A.GetLength(0)} × {A.GetLength(1)}] of A; got [{B.GetLength(0)} × {B.GetLength(1)}].", nameof(B));
        }

        var C = new double[A.GetLength(0), A.GetLength(1)];
        for (int i = 0; i < C.GetLength(0); i++)
        {
            for (int j = 0; j < C.GetLength(1); j++)
            {
                C[i, j] = f(A[i, j], B[i, j]);
            }
        }

        return C;
    }
}
