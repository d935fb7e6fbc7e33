using Reference.Datasets;

namespace Reference.Convolutions;

/// <summary>
/// Pooling of one image, channel by channel: the maximum or the mean of each window. No weights. S0-085, S2-144,
/// S2-145, S3-124, S4-025.
/// </summary>
public static class ScalarPooling
{
    /// <summary>(12.13) y_ijc = max_ab x_{si+a, sj+b, c}; zeros of the padding do not take part, NaN passes through.
    /// // x [H × W × C] → [H′ × W′ × C]</summary>
    public static double[,,] Max(double[,,] x, Window window)
    {
        double[,,] y = Empty(x, window);
        Each(y, (i, j, c) => y[i, j, c] =
            Patch(x, window, i, j).Select(at => x[at.Row, at.Column, c]).Aggregate(Math.Max)); // (12.13)
        return y;
    }

    /// <summary>(12.14) The gradient goes to the first place of the maximum. // dy like y → like x</summary>
    public static double[,,] MaxGradient(double[,,] x, double[,,] dy, Window window)
    {
        var dx = new double[x.GetLength(0), x.GetLength(1), x.GetLength(2)];
        Each(dy, (i, j, c) =>
        {
            (int row, int column) = Patch(x, window, i, j).MaxBy(at => x[at.Row, at.Column, c]);
            dx[row, column, c] += dy[i, j, c]; // (12.14)
        });
        return dx;
    }

    /// <summary>(12.15) y_ijc = Σ_ab x_{si+a, sj+b, c}/(k_h k_w); zeros of the padding count.
    /// // x [H × W × C] → [H′ × W′ × C]</summary>
    public static double[,,] Average(double[,,] x, Window window)
    {
        double[,,] y = Empty(x, window);
        Each(y, (i, j, c) => y[i, j, c] =
            Patch(x, window, i, j).Sum(at => x[at.Row, at.Column, c]) / (window.Height * window.Width)); // (12.15)
        return y;
    }

    /// <summary>(12.16) Every number of a window receives an equal share. // dy like y → like x</summary>
    public static double[,,] AverageGradient(double[,,] x, double[,,] dy, Window window)
    {
        var dx = new double[x.GetLength(0), x.GetLength(1), x.GetLength(2)];
        Each(dy, (i, j, c) =>
        {
            foreach ((int row, int column) in Patch(x, window, i, j))
            {
                dx[row, column, c] += dy[i, j, c] / (window.Height * window.Width); // (12.16)
            }
        });
        return dx;
    }

    private static double[,,] Empty(double[,,] x, Window window)
    {
        ImageShape y = window.Output(new(x.GetLength(0), x.GetLength(1), x.GetLength(2)), x.GetLength(2));
        return new double[y.Height, y.Width, y.Channels];
    }

    // The places of a window that are inside the image.
    private static IEnumerable<(int Row, int Column)> Patch(double[,,] x, Window window, int i, int j) =>
        from a in Enumerable.Range(0, window.Height)
        from b in Enumerable.Range(0, window.Width)
        let row = window.Row(i, a)
        let column = window.Column(j, b)
        where row >= 0 && row < x.GetLength(0) && column >= 0 && column < x.GetLength(1)
        select (row, column);

    private static void Each(double[,,] y, Action<int, int, int> at)
    {
        for (int i = 0; i < y.GetLength(0); i++)
        {
            for (int j = 0; j < y.GetLength(1); j++)
            {
                for (int c = 0; c < y.GetLength(2); c++)
                {
                    at(i, j, c);
                }
            }
        }
    }
}
