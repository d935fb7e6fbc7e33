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
            switch (series)
            {
                case Line line:
                    CurveDrawing.Draw(line, plot, color);
                    break;
                case Markers markers:
                    CurveDrawing.Draw(markers, plot, color);
                    break;
                case Region region:
                    CurveDrawing.Draw(region, plot, color);
                    break;
                case ErrorBars errors:
                    CurveDrawing.Draw(errors, plot, color);
                    break;
                case Bars bars:
                    BarDrawing.Draw(bars, Array.IndexOf(groups, bars), groups.Length, plot, color);
                    break;
                case Histogram histogram:
                    BarDrawing.Draw(histogram, plot, color);
                    break;
                case BoxPlot boxes:
                    BarDrawing.Draw(boxes, plot, color);
                    break;
                case HeatMap map:
                    GridDrawing.Draw(map, plot);
                    break;
                case ImageGrid images:
                    GridDrawing.Draw(images, plot);
                    break;
                case Contours contours:
                    ContourDrawing.Draw(contours, plot);
                    break;
                case HalfPlane half:
                    plot.Canvas.Fill([plot.HalfPlane(half.A, half.B, half.C)], color, half.Opacity);
                    break;
                case ReferenceLine line:
                    ReferenceDrawing.Draw(line, plot, color);
                    break;
                case Arrow arrow:
                    ReferenceDrawing.Draw(arrow, plot, color);
                    break;
                case VectorField field:
                    ReferenceDrawing.Draw(field, plot, color);
                    break;
                case Annotation note:
                    ReferenceDrawing.Draw(note, plot, color);
                    break;
                case NetworkDiagram network:
                    NetworkDrawing.Draw(network, plot, color);
                    break;
            }
        }
    }
}
