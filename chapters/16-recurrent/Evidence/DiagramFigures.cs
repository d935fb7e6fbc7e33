using Reference.Plotting;

namespace Reference.RecurrentNetworks;

/// <summary>Recurrent networks as diagrams.</summary>
internal static class DiagramFigures
{
    public static Figure Unrolled()
    {
        double[] angles = [.. Enumerable.Range(0, 61).Select(i => Math.PI * (-0.8 + i / 60.0 * 1.56))];
        Panel folded = Empty("folded") with
        {
            Series =
            [
                new Line([.. angles.Select(a => 0.4 + 0.34 * Math.Cos(a))],
                    [.. angles.Select(a => 0.72 * Math.Sin(a))])
                { Color = Palette.Vermillion, Width = 2.6 },
                new Arrow(0.17, 0.53, 0.09, 0.36) { Color = Palette.Vermillion },
                new NetworkDiagram(
                    [new(0, -2, "xₜ"), new(0, 0, "hₜ") { Color = Palette.Blue }, new(0, 2, "yₜ")],
                    [new(0, 1) { Label = "W" }, new(1, 2) { Label = "V" }]) { Radius = 21 },
                new Annotation(0.9, 0, "U"),
            ],
            X = new Axis("") { Min = -1.6, Max = 1.6 }, Y = new Axis("") { Min = -2.9, Max = 2.9 },
        };
        const int T = 4;
        string[] below = ["₁", "₂", "₃", "₄"];
        Node[] nodes =
        [
            new(0, 0, "h₀") { Color = Palette.Grey },
            .. Enumerable.Range(0, T).SelectMany(t => new Node[]
            {
                new(2 * t + 2, -2, $"x{below[t]}"), new(2 * t + 2, 0, $"h{below[t]}") { Color = Palette.Blue },
                new(2 * t + 2, 2, $"y{below[t]}"),
            }),
        ];
        Edge[] edges =
        [
            .. Enumerable.Range(0, T).SelectMany(t => new Edge[]
            {
                new(t == 0 ? 0 : 3 * t - 1, 3 * t + 2) { Color = Palette.Vermillion, Label = "U" },
                new(3 * t + 1, 3 * t + 2) { Label = "W" }, new(3 * t + 2, 3 * t + 3) { Label = "V" },
            }),
        ];
        Panel unrolled = Empty("unrolled in time") with
        {
            Series = [new NetworkDiagram(nodes, edges) { Radius = 21 }],
            X = new Axis("") { Min = -0.9, Max = 8.9 }, Y = new Axis("") { Min = -2.9, Max = 2.9 },
        };
        return Figure.Grid("The state of a step is an input of the next", 2, [folded, unrolled]) with { Height = 400 };
    }

    public static Figure Wirings() => Figure.Grid("Inputs below, states in the middle, outputs above", 5,
    [
        Wiring("one to one", 1, [0], [0]),
        Wiring("one to many", 3, [0], [0, 1, 2]),
        Wiring("many to one", 3, [0, 1, 2], [2]),
        Wiring("many to many", 3, [0, 1, 2], [0, 1, 2]),
        Wiring("in, then out", 4, [0, 1], [2, 3]),
    ]) with { Height = 300 };

    private static Panel Wiring(string title, int steps, int[] inputs, int[] outputs)
    {
        Node[] nodes =
        [
            .. Enumerable.Range(0, steps).Select(t => new Node(1.5 * t, 0, "h") { Color = Palette.Blue }),
            .. inputs.Select(t => new Node(1.5 * t, -1.8, "x")),
            .. outputs.Select(t => new Node(1.5 * t, 1.8, "y") { Color = Palette.Green }),
        ];
        Edge[] edges =
        [
            .. Enumerable.Range(1, steps - 1).Select(t => new Edge(t - 1, t) { Color = Palette.Vermillion }),
            .. inputs.Select((t, i) => new Edge(steps + i, t)),
            .. outputs.Select((t, i) => new Edge(t, steps + inputs.Length + i)),
        ];
        double middle = 0.75 * (steps - 1);
        return Empty(title) with
        {
            Series = [new NetworkDiagram(nodes, edges) { Radius = 13 }],
            X = new Axis("") { Min = middle - 2.9, Max = middle + 2.9 }, Y = new Axis("") { Min = -2.5, Max = 2.5 },
        };
    }

    private static Panel Empty(string title) => new() { Title = title, ShowAxes = false, ShowGrid = false };
}
