namespace Reference.Plotting.Rendering;

/// <summary>Bilinear interpolation between the centres of cells.</summary>
internal static class Interpolation
{
    /// <summary>The grid with each cell cut into as many as keep both sides at or below a number; the outer half cells
    /// are constant outwards.</summary>
    public static double[,] Refine(double[,] values, int most)
    {
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        int factor = Math.Max(1, most / Math.Max(rows, columns));
        return Table.Of(rows * factor, columns * factor, (i, j) =>
        {
            ((int row, int below, double down), (int column, int beside, double along)) = (Between(i, factor, rows),
                Between(j, factor, columns));
            double upper = values[row, column] * (1 - along) + values[row, beside] * along;
            double lower = values[below, column] * (1 - along) + values[below, beside] * along;
            return upper * (1 - down) + lower * down;
        });
    }

    /// <summary>The two cells whose centres a fine cell lies between, and how far it is on its way to the
    /// second.</summary>
    private static (int First, int Second, double Way) Between(int index, int factor, int count)
    {
        double position = Math.Clamp((index + 0.5) / factor - 0.5, 0, count - 1);
        int first = (int)position;
        return (first, Math.Min(first + 1, count - 1), position - first);
    }
}
