using System.Text;

namespace Reference.Plotting.Tests;

/// <summary>
/// A second renderer, to show what stands behind the seam: it matches on the series it knows, reads their data, and
/// returns bytes. A wrapper of another plotting library looks the same, with that library's calls in place of
/// characters.
/// </summary>
internal sealed class TextRenderer(int columns, int rows) : IFigureRenderer
{
    public string Extension => ".txt";

    public byte[] Render(Figure figure)
    {
        var page = new StringBuilder(figure.Title).Append('\n');
        foreach (Panel panel in figure.Panels)
        {
            (double X, double Y, char Mark)[] points =
                [.. panel.Series.SelectMany(Points).Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y))];
            (double left, double right) = (panel.X.Min ?? points.Min(p => p.X), panel.X.Max ?? points.Max(p => p.X));
            (double low, double high) = (panel.Y.Min ?? points.Min(p => p.Y), panel.Y.Max ?? points.Max(p => p.Y));
            var grid = new char[rows, columns];
            foreach ((double x, double y, char mark) in points)
            {
                (int row, int column) = ((int)Math.Round((high - y) / (high - low) * (rows - 1)),
                    (int)Math.Round((x - left) / (right - left) * (columns - 1)));
                if (row >= 0 && row < rows && column >= 0 && column < columns)
                {
                    grid[row, column] = mark;
                }
            }

            for (int row = 0; row < rows; row++)
            {
                string line = string.Concat(Enumerable.Range(0, columns)
                    .Select(column => grid[row, column] == 0 ? ' ' : grid[row, column]));
                page.Append('|').Append(line.TrimEnd()).Append('\n');
            }

            page.Append('+').Append('-', columns).Append(' ').Append(panel.X.Label).Append('\n');
        }

        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static IEnumerable<(double X, double Y, char Mark)> Points(Series series) => series switch
    {
        Line line => line.Xs.Zip(line.Ys, (x, y) => (x, y, '.')),
        Markers markers => markers.Xs.Zip(markers.Ys, (x, y) => (x, y, 'o')),
        Bars bars => bars.Values.Select((value, i) => ((double)i, value, '#')),
        _ => throw new NotSupportedException(
            $"The text renderer draws lines, markers and bars; got {series.GetType().Name}."),
    };
}
