using Reference.Plotting.Rendering;
using SP = ScottPlot;

namespace Reference.Plotting.Plottables;

/// <summary>Boxes, whiskers, medians and outliers.</summary>
internal static class Boxes
{
    public static IEnumerable<SP.IPlottable> Of(BoxPlot boxes, PanelPlot panel, Color color)
    {
        SP.Coordinates At(double x, double y) => panel.At(boxes, x, y);
        (int, Box)[] all = [.. boxes.Boxes.Index()];
        yield return ErrorBarPlot.Of(all.SelectMany<(int I, Box Of), (SP.Coordinates, SP.Coordinates)>(box =>
            [
                (At(box.I, box.Of.LowWhisker), At(box.I, box.Of.FirstQuartile)),
                (At(box.I, box.Of.ThirdQuartile), At(box.I, box.Of.HighWhisker)),
            ]), Theme.Frame, 12);
        foreach ((int i, Box box) in all)
        {
            SP.Coordinates[] body =
            [
                At(i - 0.27, box.FirstQuartile), At(i + 0.27, box.FirstQuartile), At(i + 0.27, box.ThirdQuartile), At(i - 0.27, box.ThirdQuartile),
            ];
            yield return new SP.Plottables.Polygon(body)
            {
                FillColor = Palette.White.Towards(color, 0.35 * boxes.Opacity).ForScottPlot(), LineStyle = Theme.Stroke(color, 1.5),
            };
            yield return Curves.Of(
                [At(i - 0.27, box.Median), At(i + 0.27, box.Median)], Theme.Stroke(color.Towards(Palette.Black, 0.4), 2.5));
            var outliers = new Markers([.. box.Outliers.Select(_ => (double)i)], box.Outliers) { Size = 5, Filled = false };
            foreach (SP.IPlottable marks in Marks.Of(outliers, panel, color))
            {
                yield return marks;
            }
        }
    }
}
