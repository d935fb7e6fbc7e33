using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Numerics;

/// <summary>Validates matrices, as <see cref="Require"/> does numbers; messages name both shapes.</summary>
public static class RequireMatrix
{
    /// <summary>All elements are finite. Returns the matrix.</summary>
    public static Matrix<double> Finite(
        Matrix<double> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "")
    {
        if (matrix.AsColumnMajorArray() is { } values && Kernels.AllFinite(values))
        {
            return matrix;
        }

        foreach ((int i, int j, double value) in matrix.EnumerateIndexed())
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException(
                    $"Expected {name} to hold finite numbers; element [{i}, {j}] is {value}.", name);
            }
        }

        return matrix;
    }

    /// <summary>
    /// An upstream gradient has the shape of its function's value, and all elements of both are finite.
    /// </summary>
    public static void Gradient(
        Matrix<double> of, Matrix<double> upstream,
        [CallerArgumentExpression(nameof(of))] string name = "",
        [CallerArgumentExpression(nameof(upstream))] string upstreamName = "")
    {
        SameShape(of, upstream, name, upstreamName);
        Finite(of, name);
        Finite(upstream, upstreamName);
    }

    /// <summary>Two matrices have the same shape.</summary>
    public static void SameShape(
        Matrix<double> first, Matrix<double> second,
        [CallerArgumentExpression(nameof(first))] string firstName = "",
        [CallerArgumentExpression(nameof(second))] string secondName = "")
    {
        if (first.RowCount != second.RowCount || first.ColumnCount != second.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected {secondName} to have the shape [{first.RowCount} × {first.ColumnCount}] of {firstName}; "
                + $"got [{second.RowCount} × {second.ColumnCount}].",
                secondName);
        }
    }
}
