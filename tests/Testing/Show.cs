using MathNet.Numerics.LinearAlgebra;

namespace Reference.Testing;

/// <summary>Numbers as text that can be pasted into a test: all digits, no more than needed.</summary>
internal static class Show
{
    public static string Vector(IEnumerable<double> values) =>
        $"[{string.Join(", ", values.Select(v => v.ToString("R")))}]";

    public static string Matrix(Matrix<double> matrix) =>
        $"{matrix.RowCount}×{matrix.ColumnCount} [{string.Join(", ", matrix.EnumerateRows().Select(Vector))}]";
}
