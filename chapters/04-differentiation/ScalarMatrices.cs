using Reference.Numerics;

namespace Reference.Differentiation;

/// <summary>The notes' matrix operations in indices and loops, S2-041. Shapes that do not fit are an
/// <see cref="ArgumentException"/>.</summary>
public static class ScalarMatrices
{
    /// <summary>(A + B)ᵢⱼ = Aᵢⱼ + Bᵢⱼ, (4.5), S2-041. // [m × n]</summary>
    public static double[,] Sum(double[,] A, double[,] B) => Zip(A, B, (a, b) => a + b); // (4.5)

    /// <summary>(A − B)ᵢⱼ = Aᵢⱼ − Bᵢⱼ, (4.5), S2-041. // [m × n]</summary>
    public static double[,] Difference(double[,] A, double[,] B) => Zip(A, B, (a, b) => a - b); // (4.5)

    /// <summary>(A ∘ B)ᵢⱼ = AᵢⱼBᵢⱼ, (4.5), S2-043. // [m × n]</summary>
    public static double[,] Hadamard(double[,] A, double[,] B) => Zip(A, B, (a, b) => a * b); // (4.5)

    /// <summary>(cA)ᵢⱼ = cAᵢⱼ, (4.5), S2-042. // [m × n]</summary>
    public static double[,] Scaled(double c, double[,] A) => Zip(A, A, (a, _) => c * a); // (4.5)

    /// <summary>Cᵢⱼ = Σₖ AᵢₖBₖⱼ, (4.6), S2-044, S2-045, S4-053. // [m × k] [k × n] → [m × n]</summary>
    public static double[,] Product(double[,] A, double[,] B)
    {
        Require.SameLength(A.GetLength(1), "the columns of A", B.GetLength(0), "the rows of B");
        var C = new double[A.GetLength(0), B.GetLength(1)];
        for (int i = 0; i < C.GetLength(0); i++)
        {
            for (int j = 0; j < C.GetLength(1); j++)
            {
                for (int k = 0; k < A.GetLength(1); k++)
                {
                    C[i, j] += A[i, k] * B[k, j]; // (4.6)
                }
            }
        }

        return C;
    }

    /// <summary>(Aᵀ)ᵢⱼ = Aⱼᵢ, (4.5), S2-038. // [n × m]</summary>
    public static double[,] Transpose(double[,] A)
    {
        var T = new double[A.GetLength(1), A.GetLength(0)];
        for (int i = 0; i < T.GetLength(0); i++)
        {
            for (int j = 0; j < T.GetLength(1); j++)
            {
                T[i, j] = A[j, i]; // (4.5)
            }
        }

        return T;
    }

    /// <summary>The determinant of a 2 × 2 matrix, ad − bc, (4.7), S2-038. // [2 × 2]</summary>
    public static double Determinant(double[,] A)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(A.Length, 4, "the elements of a 2 × 2 matrix A");
        return A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]; // (4.7)
    }

    /// <summary>The inverse of a 2 × 2 matrix, (4.7), S2-038, S2-039; not finite where det A = 0. // [2 × 2]</summary>
    public static double[,] Inverse(double[,] A) =>
        Scaled(1 / Determinant(A), new[,] { { A[1, 1], -A[0, 1] }, { -A[1, 0], A[0, 0] } }); // (4.7)

    private static double[,] Zip(double[,] A, double[,] B, Func<double, double, double> f)
    {
        Require.SameShape(A, B);
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
