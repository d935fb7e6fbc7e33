namespace Reference.Plotting.Drawing;

/// <summary>Draws each kind of series.</summary>
internal static class SeriesDrawing
{
    public static void DrawAll(IReadOnlyList<Series> all, Plot plot)
    {
        Bars[] groups = [.. all.OfType<Bars>()];
        foreach (Series series in all)
        {
            Color color = series.Color ?? Ink.Text;
            Action draw = series switch
            {
                Line line => () => CurveDrawing.Draw(line, plot, color),
                Markers markers => () => CurveDrawing.Draw(markers, plot, color),
                Region region => () => CurveDrawing.Draw(region, plot, color),
                ErrorBars errors => () => CurveDrawing.Draw(errors, plot, color),
                Bars bars => () => BarDrawing.Draw(bars, Array.IndexOf(groups, bars), groups.Length, plot, color),
                Histogram histogram => () => BarDrawing.Draw(histogram, plot, color),
                BoxPlot boxes => () => BarDrawing.Draw(boxes, plot, color),
                HeatMap map => () => GridDrawing.Draw(map, plot),
                ImageGrid images => () => GridDrawing.Draw(images, plot),
                Contours contours => () => ContourDrawing.Draw(contours, plot),
                HalfPlane half => () => plot.Canvas.Fill([plot.HalfPlane(half.A, half.B, half.C)], color, half.Opacity),
                ReferenceLine line => () => ReferenceDrawing.Draw(line, plot, color),
                Arrow arrow => () => ReferenceDrawing.Draw(arrow, plot, color),
                VectorField field => () => ReferenceDrawing.Draw(field, plot, color),
                Annotation note => () => ReferenceDrawing.Draw(note, plot, color),
                NetworkDiagram network => () => NetworkDrawing.Draw(network, plot, color),
                _ => throw new NotSupportedException($"No drawing for a series of type {series.GetType().Name}."),
            };
            draw();
        }
    }
}
