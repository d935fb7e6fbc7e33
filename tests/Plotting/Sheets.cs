using Reference.Numerics;

namespace Reference.Plotting.Tests;

/// <summary>Every series type and every edge case, once each: what the contact sheets show and the tests
/// draw.</summary>
internal static class Sheets
{
    public static IReadOnlyList<Panel> SeriesTypes
        { get; } = [.. Curves(), .. Boxes(), .. Fields(), .. Diagrams(), .. Scales()];

    public static IReadOnlyList<Panel> EdgeCases { get; } = [.. Extremes(), .. Degenerate()];

    /// <summary>The files of the contact sheet.</summary>
    public static IReadOnlyList<(string Name, Figure[] Figures)> All { get; } =
    [
        ("lines", [LineFigure()]),
        ("heat-map", [HeatFigure()]),
        ("typeface", [TypefaceFigure()]),
        ("series", [Figure.Grid("Every series", 3, SeriesTypes)]),
        ("edge-cases", [Figure.Grid("Edge cases", 3, EdgeCases)]),
        ("shared-axes", [SharedFigure()]),
        ("notes", [NotesFigure()]),
    ];

    /// <summary>The scatter of S0-050 and the sine above the cosine, S3-194, S3-195.</summary>
    internal static Figure NotesFigure() => Figure.Grid("The first plots of the notes", 1,
    [
        new()
        {
            X = "reading", Y = "temperature (°C)",
            Series = [new Markers([55, 60, 65, 70, 75], [13, 16, 19, 22, 25])
                { Label = "temperatures", Color = Palette.Black }],
        },
        new() { X = "x", Y = "sin x", Series = [Line.Of(Math.Sin, 0, 10, 100) with { Color = Palette.Blue }] },
        new() { X = "x", Y = "cos x", Series = [Line.Of(Math.Cos, 0, 10, 100) with { Color = Palette.Blue }] },
    ]) with
    { Height = 760 };

    private static Figure LineFigure() => new("Sigmoid and tanh with their derivatives", new Panel
    {
        X = "z",
        Y = "activation",
        Series =
        [
            Line.Of(Sigmoid, -6, 6) with { Label = "σ(z) = 1/(1 + e⁻ᶻ)" },
            Line.Of(z => Sigmoid(z) * (1 - Sigmoid(z)), -6, 6) with { Label = "σ′(z)", Style = LineStyle.Dashed },
            Line.Of(Math.Tanh, -6, 6) with { Label = "tanh z", Style = LineStyle.DashDot },
            new HorizontalLine(0.25) { Label = "¼", Style = LineStyle.Dotted },
            new Annotation(2.6, -0.5, "steepest at z = 0"),
        ],
    });

    private static Figure HeatFigure() => new("A decision surface", new Panel
    {
        X = "x₁",
        Y = "x₂",
        Series =
        [
            HeatMap.Of((x, y) => Sigmoid(3 * x * y + 1), (-2, 2), (-2, 2)) with { ColorBar = "p(y = 1 | x)" },
            Contours.Of((x, y) => Sigmoid(3 * x * y + 1), (-2, 2), (-2, 2)) with
                { Levels = [0.1, 0.5, 0.9], Color = Palette.White },
            new Arrow(0, 0, 0.8, 0.8) { Text = "w", Color = Palette.White },
        ],
    });

    private static Figure TypefaceFigure()
    {
        string[] lines =
        [
            "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz 0123456789",
            "αβγδεζηθικλμνξπρσςτυφχψω ΓΔΘΛΞΠΣΦΨΩ  ŷ ŵ x̂ x̄ ẋ x̃ ä ö ü ß é ç ñ",
            "+ − × ÷ = ≠ ≈ < > ≤ ≥ ± · √ ∑ ∏ ∫ ∂ ∇ ∞ → ← ↔ ‖x‖ ℓ",
            "x₁² + x₂² = r²,  W^{(l)}_{ij},  e⁻ˣ,  10⁻³,  Aᵀb,  2^{n+1},  x̂ᵢ = (xᵢ − μ)/√(σ² + ε),  ½ ⅔",
            "(a) [b] {c} /d\\ |e| f; g: h, i. j! k? \"l\" 'm' #n %o &p @q *r ~s ^t _u $v x° y′ … – —",
            "Weighted sum z = Σᵢ wᵢxᵢ + b; the loss falls from 0.6931 to 0.0247 after 5,000 steps.",
            "AVATAR Type Yes Wave To Ta LT PA (f) f(x) Validation accuracy, Learning rate, Gradient norm",
        ];
        return new Figure("The quick brown fox jumps over the lazy dog", new Panel
        {
            X = new Axis("∂L/∂wᵢⱼ") { Min = 0, Max = 10 },
            Y = new Axis("σ(x) = 1/(1 + e⁻ˣ)") { Min = 0, Max = 8 },
            ShowGrid = false,
            Series = [.. lines.Select((line, i) => new Annotation(0.2, 7.4 - i, line) { Anchor = TextAnchor.Left })],
        });
    }

    private static Figure SharedFigure() =>
        Figure.Grid("Shared axes", 2, [.. new[] { 0.1, 0.3, 0.6, 0.9 }.Select(beta => new Panel
    {
        Title = $"β = {beta}",
        X = "step",
        Y = "average",
        Series = [new Line(Steps(60), Average(beta)) { Color = Palette.Blue }],
    })]) with
    { ShareX = true, ShareY = true };

    private static IEnumerable<Panel> Curves()
    {
        double[] xs = Steps(40), mean = [.. xs.Select(x => Math.Exp(-x / 12))];
        yield return new Panel
        {
            Title = "lines, band, steps",
            X = "epoch",
            Y = "loss (nats)",
            Series =
            [
                new Region(xs, [.. mean.Select(m => m - 0.1)], [.. mean.Select(m => m + 0.1)])
                    { Color = Palette.Blue, Label = "± 1 s.d." },
                new Line(xs, mean) { Color = Palette.Blue, Label = "mean" },
                new Line([0, 10, 20, 30, 40], [1, 0.8, 0.6, 0.5, 0.45])
                    { Steps = true, Label = "rate", Style = LineStyle.Dashed },
            ],
        };
        yield return new Panel
        {
            Title = "markers",
            X = "x",
            Y = new Axis("y") { Ticks = [new(0, "zero"), new(5, "five")] },
            Series =
            [
                .. Enum.GetValues<MarkerShape>().Select((shape, k) =>
                    new Markers([1, 2, 3], [k, k, k]) { Shape = shape, Label = $"{shape}" }),
                .. Enum.GetValues<MarkerShape>().Select((shape, k) =>
                    new Markers([4, 5, 6], [k, k, k]) { Shape = shape, Filled = false, Color = Palette.Grey }),
            ],
        };
        yield return new Panel
        {
            Title = "a fit with residuals",
            X = "dose (mg)",
            Y = "response",
            Series =
            [
                new Line([1, 1, 3, 3, 3, 5, 5], [1.1, 1, double.NaN, 3.2, 3, 5, 5]) { Color = Palette.Grey },
                new Markers([1, 2, 3, 4, 5], [1.1, 1.9, 3.2, 3.9, 5]) { Label = "data", Color = Palette.Vermillion },
                new SlopedLine(1, -1, 0) { Label = "y = x" },
                new VerticalLine(3.5),
            ],
        };
    }

    private static IEnumerable<Panel> Boxes()
    {
        var random = new RandomStream(2);
        string[] animals = ["cat", "dog", "bird"];
        yield return new Panel
        {
            Title = "bars", Y = "probability",
            Series =
            [
                new Bars(animals, [0.2, 0.7, 0.1]) { Label = "p", ShowValues = "0.0" },
            ],
        };
        yield return new Panel
        {
            Title = "negative bars", Y = "Δ accuracy (%)",
            Series = [new Bars(["without a long name", "b", "with another", "d"], [1, -2, 3, 0.5])
                { ShowValues = "0.0" }],
        };
        yield return new Panel
        {
            Title = "histogram", X = "z", Y = "density",
            Series =
            [
                new Histogram(random.Normals(3000), [.. Enumerable.Range(-15, 31).Select(i => i / 4.0)])
                    { Density = true, Label = "3000 draws" },
                Line.Of(z => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI), -4, 4) with { Label = "N(0, 1)" },
            ],
        };
    }

    private static IEnumerable<Panel> Fields()
    {
        yield return new Panel
        {
            Title = "filled contours", X = "w₁", Y = "w₂",
            Series = [Contours.Of(Rosenbrock, (-2, 2), (-1, 3)) with
                { Filled = true, ColorBar = "L(w)", Levels = [0.5, 2, 5, 10, 20, 50, 100] }],
        };
        double[] path1 = [-1.8, -1.2, -0.8, -0.4, -0.1], path2 = [1.5, -0.8, 0.4, -0.1, 0];
        yield return new Panel
        {
            Title = "contours and a descent",
            X = "w₁",
            Y = "w₂",
            ShowLegend = false,
            Series =
            [
                Contours.Of((x, y) => x * x + 4 * y * y, (-2, 2), (-2, 2)) with
                    { Levels = [0.5, 2, 5, 10] },
                new Line(path1, path2) { Color = Palette.Vermillion },
                new Markers(path1, path2) { Color = Palette.Vermillion, Size = 5 },
            ],
        };
        yield return new Panel
        {
            Title = "half-planes", X = new Axis("x₁") { Min = -0.5, Max = 1.5 }, Y = new Axis("x₂")
                { Min = -0.5, Max = 1.5 }, AspectEqual = true,
            Series =
            [
                new HalfPlane(20, 20, -30) { Label = "ŷ = 1", Color = Palette.Blue },
                new SlopedLine(20, 20, -30) { Color = Palette.Blue },
                new Markers([0, 0, 1], [0, 1, 0]) { Filled = false, Color = Palette.Vermillion, Size = 9 },
                new Markers([1], [1]) { Color = Palette.Vermillion, Size = 9 },
            ],
        };
        yield return new Panel
        {
            Title = "surface", X = "w₁", Y = "w₂",
            Series =
            [
                Surface.Of((x, y) => x * x - y * y, (-1, 1), (-1, 1)) with
                {
                    Height = "L(w)",
                        Path = [.. Enumerable.Range(0, 9)
                        .Select(k => (0.8 - k * 0.1, k * 0.1, Math.Pow(0.8 - k * 0.1, 2) - k * k * 0.01 + 0.02))],
                    Color = Palette.Vermillion,
                },
            ],
        };
        yield return new Panel
        {
            Title = "confusion matrix", X = "predicted", Y = "true", AspectEqual = true,
            Series =
            [
                new HeatMap(new double[,] { { 50, 3, 1 }, { 2, 45, 5 }, { 0, 4, 40 } })
                {
                    RowLabels = ["cat", "dog", "bird"], ColumnLabels = ["cat", "dog", "bird"], OriginAtTop = true,
                        CellFormat = "0", Map = ColorMap.Blues,
                },
            ],
        };
    }

    private static IEnumerable<Panel> Diagrams()
    {
        NetworkDiagram layers = NetworkDiagram.Layers([["x₁", "x₂"], ["h₁", "h₂", "h₃"], ["ŷ"]]);
        yield return new Panel
        {
            Title = "network", ShowAxes = false,
            Series =
            [
                new NetworkDiagram(layers.Nodes, [.. layers.Edges.Zip([1, -2, 0.5, 0.1, -1, 3, 1, -1, 0.3],
                    (edge, weight) => edge with { Color = weight < 0 ? Palette.Vermillion : null })]),
            ],
        };
        yield return new Panel
        {
            Title = "labelled edges", ShowAxes = false,
            Series =
            [
                new NetworkDiagram(
                    [new(0, 1, "x₁"), new(0, 0, "x₂"), new(2, 0.5, "Σ") { Color = Palette.Vermillion },
                        new(4, 0.5, "ŷ")],
                    [new(0, 2) { Label = "20" }, new(1, 2) { Label = "−20" }, new(2, 3)]),
            ],
        };
        yield return new Panel
        {
            Title = "images", ShowAxes = false,
            Series = [new ImageGrid([.. Enumerable.Range(0, 8).Select(Pattern)], 4)
                { Captions = ["0", "1", "2", "3", "4", "5", "6", "7"] }],
        };
        yield return new Panel
        {
            Title = "arrows and notes", X = "x", Y = "y",
            Series =
            [
                new Arrow(0, 0, 1, 2) { Text = "a" },
                new Arrow(0, 0, 2, 0.5) { Text = "b", Color = Palette.Blue },
                new Arrow(0, 0, 3, 2.5) { Text = "a + b", Color = Palette.Vermillion },
                new Annotation(2.4, 0.1, "two lines\nof text"),
            ],
        };
    }

    private static IEnumerable<Panel> Scales()
    {
        double[] steps = [.. Enumerable.Range(1, 500).Select(i => (double)i)];
        yield return new Panel
        {
            Title = "log axes", X = new Axis("step") { Scale = AxisScale.Log }, Y = new Axis("loss")
                { Scale = AxisScale.Log },
            Series =
            [
                new Line(steps, [.. steps.Select(s => 5 / s / s)]) { Label = "η = 10⁻²" },
                new Line(steps, [.. steps.Select(s => 5 / s)]) { Label = "η = 10⁻³", Style = LineStyle.Dotted },
            ],
        };
        yield return new Panel
        {
            Title = "legend outside", X = "x", Y = "y",
            Series = [.. Enumerable.Range(1, 5).Select(k =>
                Line.Of(x => Math.Sin(k * x), 0, 6) with { Label = $"sin {k}x" })],
        };
    }

    private static IEnumerable<Panel> Extremes()
    {
        yield return new Panel
        {
            Title = "10⁻³⁰⁰ … 10³⁰⁰", X = "x", Y = new Axis("y") { Scale = AxisScale.Log },
            Series = [new Line([0, 1, 2], [1e-300, 1, 1e300])],
        };
        yield return new Panel
            { Title = "all doubles", X = "x", Y = "y",
            Series = [new Line([0, 1, 2], [-double.MaxValue, 0, double.MaxValue])] };
        yield return new Panel
            { Title = "tiny", X = "x", Y = "y", Series = [new Line([0, 1, 2], [1e-300, 3e-300, 2e-300])] };
        yield return new Panel
            { Title = "large offset", X = "x", Y = "y", Series = [new Line([0, 1, 2], [1e6 + 1, 1e6 + 3, 1e6 + 2])] };
        double[] many = [.. Enumerable.Range(0, 200_000).Select(i => (double)i)];
        yield return new Panel
        {
            Title = "200,000 points", X = "i", Y = "y",
            Series = [new Line(many, [.. many.Select(i => Math.Sin(i / 2e4) + 0.2 * Math.Sin(i))]) { Width = 1 }],
        };
        yield return new Panel
        {
            Title = string.Join(' ', Enumerable.Repeat("a title longer than its panel", 5)), X = new string('w', 90),
                Y = new string('h', 90),
            Series = [Line.Of(x => x, 0, 1) with { Label = new string('l', 90) }],
        };
        yield return new Panel
        {
            Title = "unknown letters", X = "漢字 \U0001F600", Y = "tab\tand\u0007bell",
            Series = [Line.Of(x => x, 0, 1) with { Label = "a_{unclosed" }],
        };
    }

    private static IEnumerable<Panel> Degenerate()
    {
        yield return new Panel
        {
            Title = "an empty line beside another", X = "x", Y = "y",
            Series = [new Line([], []) { Label = "empty" }, Line.Of(x => x, 0, 1) with { Label = "another" }],
        };
        yield return new Panel { Title = "one point", X = "x", Y = "y", Series = [new Markers([3], [4])] };
        yield return new Panel { Title = "constant", X = "x", Y = "y", Series = [new Line([0, 1, 2], [7, 7, 7])] };
        yield return new Panel
        {
            Title = "gaps", X = "x", Y = "y",
            Series =
            [
                new Line([0, 1, 2, 3, 4, 5, 6], [1, 2, double.NaN, 2, double.PositiveInfinity, 1, 2]),
                new Region([0, 1, 2, 3], [0, 0, double.NaN, 0], [1, 1, 1, 1]),
            ],
        };
        yield return new Panel
        {
            Title = "zeros on a log axis", X = "x", Y = new Axis("y") { Scale = AxisScale.Log },
            Series =
            [
                new Line([0, 1, 2, 3, 4], [1, 0, 10, 100, -1]),
                new Markers([0, 2], [1, 10]),
                new Bars(["a", "b"], [5, 50]) { Opacity = 0.3 },
            ],
        };
        yield return new Panel
            { Title = "one cell",
            Series = [new HeatMap(new double[,] { { 3 } }) { CellFormat = "0.0", ColorBar = "" }] };
        yield return new Panel
            { Title = "empty cells",
            Series = [new HeatMap(new[,] { { 1, double.NaN }, { double.PositiveInfinity, 2 } })] };
        yield return new Panel
        {
            Title = "a flat function",
            Series = [Contours.Of((_, _) => 1, (0, 1), (0, 1), 5, 5) with
                { Filled = true, ColorBar = "f" }],
        };
        yield return new Panel
        {
            Title = "arrows without length",
            Series =
            [
                new Arrow(1, 1, 1, 1) { Text = "?" },
                new NetworkDiagram([new(0, 0, "a very long label")], [new(0, 0)]),
            ],
        };
    }

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    private static double Rosenbrock(double x, double y) => (1 - x) * (1 - x) + 10 * (y - x * x) * (y - x * x);

    private static double[] Steps(int count) => [.. Enumerable.Range(0, count + 1).Select(i => (double)i)];

    private static double[] Average(double beta)
    {
        double[] noise = new RandomStream(7).Normals(61);
        for (int i = 1; i < noise.Length; i++)
        {
            noise[i] = beta * noise[i - 1] + (1 - beta) * noise[i];
        }

        return noise;
    }

    private static double[,] Pattern(int k)
    {
        var image = new double[8, 8];
        for (int i = 0; i < 64; i++)
        {
            image[i / 8, i % 8] = Math.Sin(i / 8 * k * 0.4) + Math.Cos(i % 8 * k * 0.3);
        }

        return image;
    }
}
