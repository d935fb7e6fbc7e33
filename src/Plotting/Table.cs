namespace Reference.Plotting;

/// <summary>Tables by a rule for their entries.</summary>
internal static class Table
{
    public static T[,] Of<T>(int rows, int columns, Func<int, int, T> entry)
    {
        var table = new T[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                table[row, column] = entry(row, column);
            }
        }

        return table;
    }
}
