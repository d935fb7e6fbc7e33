namespace Reference.Plotting.Drawing;

/// <summary>How much data a box on the plot would cover.</summary>
internal static class LegendPlacement
{
    public static double Covered(Rect box, Plot plot) => plot.Series.Sum(series => Covered(box, series, plot));

    private static double Covered(Rect box, Series series, Plot plot)
    {
        AxisMap y = plot.YOf(series);
        Point At(double u, double v) => new(plot.X[u], y[v]);
        return series switch
        {
            Line line => Share(line.Xs, line.Ys, joined: true),
            Markers markers => Share(markers.Xs, markers.Ys) * 1.5,
            Region region => (Share(region.Xs, region.Lower) + Share(region.Xs, region.Upper)) / 2,
            ErrorBars errors => (Share(errors.Xs, errors.Lower) + Share(errors.Xs, errors.Upper)) / 2,
            VectorField field => Share(field.Xs, field.Ys),
            Bars bars => bars.Values.Select((value, i) => box.X < At(i + 0.4, 0).X && box.Right > At(i - 0.4, 0).X && box.Bottom > At(i, value).Y - 20 ? 0.3 : 0).Sum(),
            Histogram histogram => histogram.Heights.Select((height, i) =>
                box.X < plot.X[histogram.Edges[i + 1]] && box.Right > plot.X[histogram.Edges[i]] && box.Bottom > y[height] ? 0.1 : 0).Sum(),
            HorizontalLine line => y[line.At] is var level && level > box.Y - 4 && level < box.Bottom + 4 ? 0.25 : 0,
            VerticalLine line => plot.X[line.At] is var at && at > box.X - 4 && at < box.Right + 4 ? 0.25 : 0,
            SlopedLine line => Hits(ReferenceDrawing.Across(line, plot), joined: true),
            NetworkDiagram network => network.Nodes.Count(node => Near(At(node.X, node.Y), network.Radius)),
            Annotation note => Near(At(note.At.X, note.At.Y), 40) ? 1 : 0,
            Arrow arrow => Near(At(arrow.From.X, arrow.From.Y), 5) || Near(At(arrow.To.X, arrow.To.Y), 5) ? 0.6 : 0,
            _ => 0,
        };

        // The fraction of the series' points behind the box, thinned to some hundreds; a touch counts something.
        double Share(IReadOnlyList<double> xs, IReadOnlyList<double> ys, bool joined = false)
        {
            int step = Math.Max(1, xs.Count / 400);
            return Hits([.. Enumerable.Range(0, (xs.Count + step - 1) / step).Select(i => At(xs[i * step], ys[i * step]))], joined);
        }

        double Hits(Point[] points, bool joined)
        {
            // Between distant points of a line there is ink, too.
            int between = joined && points.Length < 60 ? 20 : 1, hits = 0;
            for (int i = 0; i < points.Length * between; i++)
            {
                Point from = points[i / between], to = points[Math.Min(i / between + 1, points.Length - 1)];
                hits += Near(from + (to - from) * (i % between / (double)between), 4) ? 1 : 0;
            }

            return hits == 0 ? 0 : 0.2 + (double)hits / (points.Length * between);
        }

        bool Near(Point p, double margin) => new Rect(box.X - margin, box.Y - margin, box.Width + 2 * margin, box.Height + 2 * margin).Contains(p);
    }
}
