namespace Reference.Plotting.Drawing;

/// <summary>How much data a box on the plot would cover.</summary>
internal static class LegendPlacement
{
    public static double Covered(Rect box, Plot plot) => plot.Series.Sum(series => Covered(box, series, plot));

    private static double Covered(Rect box, Series series, Plot plot)
    {
        return series switch
        {
            Line line => Joined(Places(line.Xs, line.Ys)),
            Band band and Region => (Joined(Places(band.Xs, band.Lower)) + Joined(Places(band.Xs, band.Upper))) / 2,
            Band band => (Hidden(Places(band.Xs, band.Lower)) + Hidden(Places(band.Xs, band.Upper))) / 2,
            PointSeries points => Hidden(Places(points.Xs, points.Ys)),
            Bars bars => 0.3 * bars.Values.Index().Count(bar => Behind(bar.Index - 0.4, bar.Index + 0.4, bar.Item, 20)),
            Histogram bins => 0.1 * bins.Heights.Index().Count(bar => Behind(bins.Edges[bar.Index], bins.Edges[bar.Index + 1], bar.Item, 0)),
            HorizontalLine line => At(0, line.At).Y is var level && level > box.Y - 4 && level < box.Bottom + 4 ? 0.25 : 0,
            VerticalLine line => At(line.At, 0).X is var at && at > box.X - 4 && at < box.Right + 4 ? 0.25 : 0,
            SlopedLine line => Joined(ReferenceDrawing.Across(line, plot)),
            NetworkDiagram network => network.Nodes.Count(node => Near(At(node.X, node.Y), network.Radius)),
            Annotation note => Near(At(note.At.X, note.At.Y), 40) ? 1 : 0,
            Arrow arrow => Near(At(arrow.From.X, arrow.From.Y), 5) || Near(At(arrow.To.X, arrow.To.Y), 5) ? 0.6 : 0,
            _ => 0,
        };

        Point At(double x, double y) => plot.At(series, x, y);

        bool Near(Point p, double margin) => box.Grown(margin).Contains(p);

        bool Behind(double left, double right, double top, double margin) =>
            box.X < At(right, 0).X && box.Right > At(left, 0).X && box.Bottom > At(0, top).Y - margin;

        Point[] Places(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
        {
            int step = Math.Max(1, xs.Count / 400);
            return [.. Enumerable.Range(0, (xs.Count + step - 1) / step).Select(i => At(xs[i * step], ys[i * step]))];
        }

        // Two thirds for each point: a hidden point is missed.
        double Hidden(Point[] points) => points.Count(p => Near(p, 5)) * 0.65;

        // The length of the line behind the box, in widths of the box.
        double Joined(Point[] points) => points.Zip(points.Skip(1), (from, to) =>
        {
            Point way = to - from;
            int pieces = (int)Math.Clamp(way.Length / 10, 1, 100);
            return Enumerable.Range(0, pieces).Count(k => Near(from + way * ((k + 0.5) / pieces), 3)) * way.Length / pieces;
        }).Sum() / box.Width;
    }
}
