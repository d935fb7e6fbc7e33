using System.Runtime.CompilerServices;

namespace Reference.Datasets;

/// <summary>Checks of an index and of the column that a sample is written to.</summary>
internal static class Sample
{
    public static void Within(int index, int count, [CallerArgumentExpression(nameof(index))] string name = "")
    {
        if ((uint)index >= (uint)count)
        {
            throw new ArgumentOutOfRangeException(name, $"Expected an index in [0, {count}); got {index}.");
        }
    }

    public static void Fits(Span<double> column, int features,
        [CallerArgumentExpression(nameof(column))] string name = "")
    {
        if (column.Length != features)
        {
            throw new ArgumentException($"Expected a column of {features} numbers; got {column.Length}.", name);
        }
    }
}
