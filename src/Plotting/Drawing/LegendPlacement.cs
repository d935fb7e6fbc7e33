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
            Line line => Share(line.Xs, line.Ys),
            Markers markers => Share(markers.Xs, markers.Ys) * 1.5,
            Region region => (Share(region.Xs, region.Lower) + Share(region.Xs, region.Upper)) / 2,
            ErrorBars errors => (Share(errors.Xs, errors.Lower) + Share(errors.Xs, errors.Upper)) / 2,
            VectorField field => Share(field.Xs, field.Ys),
            Bars bars => bars.Values.Select((value, i) => box.X < At(i + 0.4, 0).X && box.Right > At(i - 0.4, 0).X && box.Bottom > At(i, value).Y - 20 ? 0.3 : 0).Sum(),
            Histogram histogram => histogram.Heights.Select((height, i) =>
                box.X < plot.X[histogram.Edges[i + 1]] && box.Right > plot.X[histogram.Edges[i]] && box.Bottom > y[height] ? 0.1 : 0).Sum(),
            Annotation note => Near(At(note.At.X, note.At.Y), 40) ? 1 : 0,
            Arrow arrow => Near(At(arrow.From.X, arrow.From.Y), 5) || Near(At(arrow.To.X, arrow.To.Y), 5) ? 0.6 : 0,
            _ => 0,
        };

        // The fraction of the series' points behind the box, thinned to some hundreds; a touch counts something.
        double Share(IReadOnlyList<double> xs, IReadOnlyList<double> ys)
        {
            int step = Math.Max(1, xs.Count / 400), hits = 0;
            for (int i = 0; i < xs.Count; i += step)
            {
                hits += Near(At(xs[i], ys[i]), 4) ? 1 : 0;
            }

            return hits == 0 ? 0 : 0.2 + (double)hits * step / xs.Count;
        }

        bool Near(Point p, double margin) => new Rect(box.X - margin, box.Y - margin, box.Width + 2 * margin, box.Height + 2 * margin).Contains(p);
    }
}
