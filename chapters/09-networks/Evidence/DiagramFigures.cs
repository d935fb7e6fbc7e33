using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Networks;

/// <summary>Networks as diagrams.</summary>
internal static class DiagramFigures
{
    /// <summary>The digits network as blocks from top to bottom: name, shape, parameters.</summary>
    public static Figure Model()
    {
        Summary summary = Summary.Of(DigitsNetwork.Build(new RandomStream(1)));
        int L = summary.Lines.Count;
        var series = new List<Series>();
        for (int l = 0; l < L; l++)
        {
            Summary.Line line = summary.Lines[l];
            double y = L - l;
            Color color = line.Parameters > 0 ? Palette.Blue : ColorOf.Activation(line.Name);
            series.AddRange(
            [
                new Annotation(0.25, y, line.Name) { Anchor = TextAnchor.Left },
                new Annotation(3, y, $"{line.Inputs} → {line.Outputs}"),
                new Annotation(5.75, y, line.Parameters > 0 ? $"{line.Parameters:N0}" : "–")
                { Anchor = TextAnchor.Right },
                // After the texts, whose light ground it colours.
                new Region([0, 6], [y - 0.34, y - 0.34], [y + 0.34, y + 0.34]) { Color = color, Opacity = 0.18 },
                new Line([0, 6, 6, 0, 0], [y - 0.34, y - 0.34, y + 0.34, y + 0.34, y - 0.34])
                { Color = color, Width = 1.6 },
                new Arrow(3, y + (l == 0 ? 0.72 : 0.66), 3, y + 0.36) { Color = Palette.Grey },
            ]);
        }

        series.AddRange(
        [
            new Arrow(3, 0.66, 3, 0.3) { Color = Palette.Grey },
            new Annotation(0.25, L + 0.95, "layer") { Anchor = TextAnchor.Left, Color = Palette.Grey },
            new Annotation(3, L + 0.95, "rows in → out") { Color = Palette.Grey },
            new Annotation(5.75, L + 0.95, "parameters") { Anchor = TextAnchor.Right, Color = Palette.Grey },
            new Annotation(5.75, 0.42, $"together {summary.Total:N0}") { Anchor = TextAnchor.Right },
        ]);
        return new Figure("DigitsClassifier, 784-128-64-10", new Panel
        {
            ShowAxes = false, ShowGrid = false, Series = series,
            X = new Axis("") { Min = -0.3, Max = 6.3 },
            Y = new Axis("") { Min = 0.1, Max = L + 1.1 },
        }) with { Width = 700, Height = 110 + 85 * L };
    }

    public static Figure Networks() => Figure.Grid("Every unit takes all outputs of the layer before it", 2,
    [
        Diagram("3-3-3-3-3-1: 52 parameters",
            [["x₁", "x₂", "x₃"], .. Enumerable.Repeat<string[]>(["", "", ""], 4), ["ŷ"]]),
        Diagram("several inputs, one hidden layer of sigmoids", [["x₁", "x₂", "x₃", "x₄"], ["σ", "σ", "σ"], ["ŷ"]]),
    ]) with { Height = 380 };

    private static Panel Diagram(string title, IReadOnlyList<IReadOnlyList<string>> labels) => new()
    {
        Title = title, ShowAxes = false, ShowGrid = false,
        Series = [NetworkDiagram.Layers(labels) with { Radius = 17 }],
    };
}
