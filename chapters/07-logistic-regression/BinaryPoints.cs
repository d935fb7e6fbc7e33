using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Classification;

/// <summary>What logistic regression asks of its points and labels.</summary>
internal static class BinaryPoints
{
    /// <summary>At least one point, one label a point, labels 0 or 1, finite numbers.</summary>
    public static void Validate(double[,] X, int[] y)
    {
        Require.NotEmpty(X.Length, nameof(X));
        Require.SameLength(X.GetLength(1), "the columns of X", y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        Require.Finite(X);
    }

    /// <summary>The same of a matrix.</summary>
    public static void Validate(Matrix<double> X, Vector<double> y)
    {
        Require.SameLength(X.ColumnCount, "the columns of X", y.Count, nameof(y));
        RequireMatrix.Finite(X);
        for (int n = 0; n < y.Count; n++)
        {
            if (y[n] is not (0 or 1))
            {
                throw new ArgumentOutOfRangeException(nameof(y), $"Expected y to hold labels 0 or 1; element {n} is {y[n]}.");
            }
        }
    }

    /// <summary>Weights that fit the points, all finite.</summary>
    public static void Validate(Vector<double> w, double b, Matrix<double> X)
    {
        Require.SameLength(w.Count, nameof(w), X.RowCount, "the rows of X");
        Require.Finite(w.ToArray(), nameof(w));
        Require.Finite(b);
        RequireMatrix.Finite(X);
    }
}
