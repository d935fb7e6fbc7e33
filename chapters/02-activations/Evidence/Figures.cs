using Reference.Book;
using Reference.Plotting;

namespace Reference.Activations;

/// <summary>The figures of chapter 02: here the curves of the activations and their slopes.</summary>
public static class ActivationFigures
{
    /// <summary>All of the chapter, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("four-activations", "The four activations of S2's table: what comes out, and how steeply.", "S2-031 S2-032 S2-033 S2-034 S2-035 S0-013", Four),
        new("step-and-linear", "The two that hidden layers cannot use: the step has no slope, the line adds nothing.",
            "S4-006 S4-007", () => WithSlope("Step and line", [Activation.Step, Activation.Linear], (-3, 3))),
        new("sigmoid", "The sigmoid and its slope, at most ¼.",
            "S0-014 S1-016 S1-071 S2-032 S3-208 S4-003 S1-090", () => ValueAndSlope(Activation.Sigmoid, (-8, 8))),
        new("sigmoid-2000", "S4's listing: the sigmoid at 2000 scores from −100 to 99.9 is nearly a step.", "S4-094", Sampled),
        new("step-to-sigmoid", "One unit with w = (2, 1), b = −1: two regions with the step, a probability everywhere with the sigmoid.",
            "S1-017 S1-014", StepToSigmoid),
        new("probability-by-distance", "The probability of label 1 against the signed distance from the line, for three lengths of w.", "S1-015", ByDistance),
        new("tanh", "Tanh and its slope, at most 1.", "S0-015 S1-141 S2-034 S3-210 S4-009", () => ValueAndSlope(Activation.Tanh, (-5, 5))),
        new("slopes-cross", "Tanh is steeper than the sigmoid up to |x| = 1.662886 and flatter beyond.", "S1-141", SlopesCross),
        .. GradientFigures.ManyLayers,
        new("sigmoid-tanh-relu", "Three activations (solid) beside their slopes (dashed): two flatten on both sides, one on one side only.",
            "S4-136 S1-140 S2-036", Three),
        new("relu", "ReLU and its slope.", "S0-016 S1-123 S1-142 S2-033 S3-064 S3-211 S4-010", () => ValueAndSlope(Activation.Relu, (-4, 4))),
        .. GradientFigures.Units,
        new("rectifiers", "What became of the rectifier: a slope, an exponential or a soft bend to the left of 0.", "S1-125 S1-126 S1-127 S4-011",
            () => WithSlope("Rectifiers", [Activation.Relu, Activation.Leaky(0.1), Activation.Elu, Activation.Selu, Activation.Softplus], (-3, 3))),
        new("gelu", "GELU beside ReLU, their slopes, and the error of GELU's tanh form.", "S1-267", Gelu),
        .. SoftmaxFigures.All,
    ];

    private static Figure ValueAndSlope(Activation f, (double From, double To) x) => new(f.Name, new Panel
    {
        X = new Axis("score x"),
        Y = new Axis("output and slope"),
        Legend = Legend.TopLeft,
        Series =
        [
            Value(f, x) with { Color = Palette.Blue, Label = "f(x)" },
            Derivative(f, x) with { Color = Palette.Vermillion, Style = LineStyle.Dashed, Label = "f′(x)" },
        ],
    });

    private static Figure WithSlope(string title, Activation[] some, (double From, double To) x) => Figure.Grid(title, 2,
    [
        new Panel
        {
            Title = "output f(x)",
            X = Score(x.To),
            Y = new Axis("f(x)"),
            Legend = Legend.TopLeft,
            Series = [.. some.Select((f, i) => Value(f, x) with { Label = f.Name, Color = Palette.Order[i], Style = Style(i) })],
        },
        new Panel
        {
            Title = "slope f′(x)",
            X = Score(x.To),
            Y = new Axis("f′(x)"),
            Legend = Legend.None,
            Series = [.. some.Select((f, i) => Derivative(f, x) with { Color = Palette.Order[i], Style = Style(i) })],
        },
    ]);

    private static Axis Score(double end) =>
        new("score x") { Ticks = [.. new[] { -1, -0.5, 0, 0.5, 1 }.Select(part => new Tick(part * end, $"{part * end}".Replace('-', '−')))] };

    private static LineStyle Style(int i) => (LineStyle)(i % 4);

    private static Line Value(Activation f, (double From, double To) x) => Line.Of(f.Value, x.From, x.To, 801);

    // With a gap at 0 where the slope jumps, so that no line is drawn where there is no slope.
    private static Line Derivative(Activation f, (double From, double To) x)
    {
        Line line = Line.Of(f.Derivative, x.From, x.To, 801);
        bool jumps = Math.Abs(f.Derivative(1e-9) - f.Derivative(-1e-9)) > 1e-3;
        return jumps ? new([.. line.Xs], [.. line.Xs.Select((at, i) => Math.Abs(at) < 1e-9 ? double.NaN : line.Ys[i])]) : line;
    }

    // The activations of S2's table, softmax as the probability of the first of two classes whose other score is 0.
    private static Figure Four()
    {
        Activation softmax = new("softmax (z, 0)", z => ScalarActivations.Softmax([z, 0])[0], z => ScalarActivations.SoftmaxJacobian([z, 0])[0, 0]);
        Activation[] four = [Activation.Relu, Activation.Sigmoid, Activation.Tanh, softmax];
        return WithSlope("Four activations", four, (-4, 4));
    }

    private static Figure Three() => Figure.Grid("Which slopes vanish", 3,
        [.. new[] { (Activation.Sigmoid, 8.0), (Activation.Tanh, 4.0), (Activation.Relu, 4.0) }.Select(p => new Panel
        {
            Title = p.Item1.Name,
            X = Score(p.Item2),
            Y = new Axis("output and slope"),
            Legend = Legend.TopLeft,
            Series =
            [
                Value(p.Item1, (-p.Item2, p.Item2)) with { Color = Palette.Blue, Label = "f(x)" },
                Derivative(p.Item1, (-p.Item2, p.Item2)) with { Color = Palette.Vermillion, Style = LineStyle.Dashed, Label = "f′(x)" },
            ],
        })]);

    private static Figure Sampled()
    {
        double[] z = SampledSigmoid.Scores();
        return new Figure("σ(z) for z = −100, −99.9, …, 99.9", new Panel
        {
            X = new Axis("z"),
            Y = new Axis("σ(z)"),
            Legend = Legend.None,
            Series = [new Line(z, [.. z.Select(ScalarActivations.Sigmoid)]) { Color = Palette.Blue }],
        });
    }

    private static Figure StepToSigmoid()
    {
        double[] w = [2, 1];
        const double B = -1;
        return Figure.Grid("From two regions to a probability", 2,
        [
            Map("step(w·x + b)", (x1, x2) => ScalarActivations.Step(w[0] * x1 + w[1] * x2 + B)),
            Map("σ(w·x + b)", (x1, x2) => SigmoidUnit.Output(w, B, [x1, x2])),
        ]);

        Panel Map(string title, Func<double, double, double> f) => new()
        {
            Title = title,
            X = new Axis("x₁"),
            Y = new Axis("x₂"),
            AspectEqual = true,
            Legend = Legend.None,
            Series =
            [
                HeatMap.Of(f, (-3, 3), (-3, 3)) with { Map = ColorMap.Blues, Min = 0, Max = 1, ColorBar = "output" },
                new SlopedLine(w[0], w[1], B) { Color = Palette.Black, Style = LineStyle.Dashed },
            ],
        };
    }

    private static Figure ByDistance() => new("Further from the line, surer of the side", new Panel
    {
        X = new Axis("signed distance d from the line"),
        Y = new Axis("probability of label 1, σ(‖w‖d)"),
        Legend = Legend.TopLeft,
        Series =
        [
            .. new[] { 0.5, 1, 3 }.Select((length, i) => Line.Of(d => SigmoidUnit.FromDistance(length, d), -5, 5) with
            {
                Label = $"‖w‖ = {length}", Color = Palette.Order[i], Style = Style(i),
            }),
        ],
    });

    private static Figure SlopesCross()
    {
        double at = SlopeCrossover.Exact();
        return new Figure("Where tanh stops being steeper", new Panel
        {
            X = new Axis("score x"),
            Y = new Axis("slope"),
            Legend = Legend.TopRight,
            Series =
            [
                Line.Of(ScalarActivations.TanhDerivative, -5, 5) with { Label = "tanh′(x)", Color = Palette.Blue },
                Line.Of(ScalarActivations.SigmoidDerivative, -5, 5) with { Label = "σ′(x)", Color = Palette.Vermillion, Style = LineStyle.Dashed },
                new Markers([-at, at], [ScalarActivations.SigmoidDerivative(at), ScalarActivations.SigmoidDerivative(at)])
                { Color = Palette.Black, Size = 8, Label = "|x| = 1.662886" },
            ],
        });
    }

    private static Figure Gelu() => Figure.Grid("GELU", 3,
    [
        .. WithSlope("", [Activation.Gelu, Activation.Relu], (-4, 4)).Panels,
        new Panel
        {
            Title = "tanh form − exact",
            X = new Axis("score x"),
            Y = new Axis("difference"),
            Legend = Legend.None,
            Series = [Line.Of(x => ScalarActivations.GeluTanh(x) - ScalarActivations.Gelu(x), -6, 6) with { Color = Palette.Blue }],
        },
    ]);
}
