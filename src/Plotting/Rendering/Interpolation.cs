namespace Reference.Plotting.Rendering;

/// <summary>Bilinear interpolation between the entries of a table; constant beyond the outermost.</summary>
internal static class Interpolation
{
    public static double At(double[,] values, double row, double column)
    {
        static (int First, int Second, double Way) Place(double at, int last)
        {
            double inside = Math.Clamp(at, 0, last);
            return ((int)inside, Math.Min((int)inside + 1, last), inside - (int)inside);
        }

        (int above, int below, double down) = Place(row, values.GetLength(0) - 1);
        (int left, int right, double along) = Place(column, values.GetLength(1) - 1);
        return double.Lerp(double.Lerp(values[above, left], values[above, right], along),
            double.Lerp(values[below, left], values[below, right], along), down);
    }

    /// <summary>The grid with each cell cut into as many as keep both sides at or below a number; the values stand at
    /// the cells' centres.</summary>
    public static double[,] Refine(double[,] values, int most)
    {
        (int rows, int columns) = (values.GetLength(0), values.GetLength(1));
        int factor = Math.Max(1, most / Math.Max(rows, columns));
        return Table.Of(rows * factor, columns * factor, (i, j) =>
            At(values, (i + 0.5) / factor - 0.5, (j + 0.5) / factor - 0.5));
    }
}
