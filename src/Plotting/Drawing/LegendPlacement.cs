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
            Markers markers => Share(markers.Xs, markers.Ys),
            Region region => (Share(region.Xs, region.Lower, joined: true) + Share(region.Xs, region.Upper, joined: true)) / 2,
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

        // Ink behind the box: for a line its length there in widths of the box, for points two thirds each: a hidden point is missed.
        double Share(IReadOnlyList<double> xs, IReadOnlyList<double> ys, bool joined = false)
        {
            int step = Math.Max(1, xs.Count / 400);
            return Hits([.. Enumerable.Range(0, (xs.Count + step - 1) / step).Select(i => At(xs[i * step], ys[i * step]))], joined);
        }

        double Hits(Point[] points, bool joined)
        {
            if (!joined)
            {
                return points.Count(p => Near(p, 5)) * 0.65;
            }

            double length = 0;
            for (int i = 0; i + 1 < points.Length; i++)
            {
                Point step = points[i + 1] - points[i];
                int pieces = (int)Math.Clamp(step.Length / 10, 1, 100);
                length += Enumerable.Range(0, pieces).Count(k => Near(points[i] + step * ((k + 0.5) / pieces), 3)) * step.Length / pieces;
            }

            return length / box.Width;
        }

        bool Near(Point p, double margin) => new Rect(box.X - margin, box.Y - margin, box.Width + 2 * margin, box.Height + 2 * margin).Contains(p);
    }
}
