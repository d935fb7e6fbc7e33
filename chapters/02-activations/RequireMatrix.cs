using System.Runtime.CompilerServices;
using MathNet.Numerics.LinearAlgebra;

namespace Reference.Activations;

/// <summary>What the matrix equations ask of their input.</summary>
internal static class RequireMatrix
{
    /// <summary>The matrix itself, if it holds neither NaN nor ±∞.</summary>
    public static Matrix<double> Finite(Matrix<double> matrix, [CallerArgumentExpression(nameof(matrix))] string name = "")
    {
        foreach ((int i, int j, double value) in matrix.EnumerateIndexed())
        {
            if (!double.IsFinite(value))
            {
                throw new ArgumentException($"Expected {name} to hold finite numbers; element [{i}, {j}] is {value}.", name);
            }
        }

        return matrix;
    }

    /// <summary>An upstream gradient of the shape of what it is a gradient of, and finite numbers in both.</summary>
    public static void Gradient(
        Matrix<double> of, Matrix<double> upstream, [CallerArgumentExpression(nameof(of))] string name = "", [CallerArgumentExpression(nameof(upstream))] string upstreamName = "")
    {
        if (of.RowCount != upstream.RowCount || of.ColumnCount != upstream.ColumnCount)
        {
            throw new ArgumentException(
                $"Expected {upstreamName} to have the shape [{of.RowCount}×{of.ColumnCount}] of {name}; got [{upstream.RowCount}×{upstream.ColumnCount}].", upstreamName);
        }

        Finite(of, name);
        Finite(upstream, upstreamName);
    }
}
