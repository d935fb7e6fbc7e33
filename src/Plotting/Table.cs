namespace Reference.Plotting;

/// <summary>Tables by a rule for their entries.</summary>
internal static class Table
{
    public static T[,] Of<T>(int rows, int columns, Func<int, int, T> entry)
    {
        var table = new T[rows, columns];
        for (int place = 0; place < table.Length; place++)
        {
            table[place / columns, place % columns] = entry(place / columns, place % columns);
        }

        return table;
    }
}
