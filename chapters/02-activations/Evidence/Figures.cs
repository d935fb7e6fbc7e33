using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The figures of chapter 02.</summary>
public static partial class ActivationFigures
{
    /// <summary>All of the chapter, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("four-activations",
            "Four activations (solid) and their derivatives (dashed): all but ReLU flatten on both sides.",
            "S0-013 S0-014 S0-015 S0-016 S1-071 S1-090 S1-122 S1-123 S1-140 S1-142 S2-031 S2-032 S2-033 S2-034 S2-035 "
                + "S2-036 S3-064 S3-208 S3-210 S3-211 S4-003 S4-009 S4-010 S4-136", Four),
        new("step-and-linear", "Two that hidden layers cannot use: the step has derivative 0, the line adds nothing.",
            "S4-006 S4-007", StepAndLinear),
        new("step-to-sigmoid",
            "One unit with w = (2, 1), b = −1: two regions with the step, a probability everywhere with the sigmoid.",
            "S1-017 S1-014 S1-015", StepToSigmoid),
        new("sigmoid-2000", "S4's listing: the sigmoid at 2000 scores from −100 to 99.9 is nearly a step.", "S4-094",
            Sampled),
        new("slopes-cross", "Tanh is steeper than the sigmoid up to |x| = 1.662886 and flatter beyond.", "S1-141",
            SlopesCross),
        new("gradient-by-layer",
            "Chains of units with weights 1, and random networks of ten layers: sigmoids let the gradient vanish.",
            "S4-005 S2-036 S1-140", Vanishing),
        new("dead-unit",
            "A unit with bias −100 under gradient descent: with ReLU it never changes, with leaky ReLU it comes back.",
            "S1-124 S2-033 S2-036 S3-211", Dead),
        new("self-normalizing",
            "Mean and variance of the outputs through 50 layers: SELU stays near 0 and 1, tanh dies down.",
            "S1-127", SelfNormalizing),
        new("rectifiers", "Relatives of the rectifier: a slope, an exponential or a soft bend to the left of 0.",
            "S1-125 S1-126 S1-127 S4-011",
            () => Figure.Grid("Rectifiers", 2,
                WithDerivatives(
                    [Activation.Relu, Activation.Leaky(0.1), Activation.Elu, Activation.Selu, Activation.Softplus],
                        3))),
        new("gelu", "GELU beside ReLU, their derivatives, and the error of GELU's tanh form.", "S1-267", OfGelu),
        new("cat-dog-bird", "Softmax at work: scores, their exponentials, and the shares in the sum.",
            "S0-018 S0-019 S0-021 S0-022 S1-018 S1-232 S1-339 S2-035", CatDogBird),
        new("two-classes", "Softmax of forty pairs of scores: scattered over z₂, on one sigmoid over the gap z₂ − z₁.",
            "S0-025 S1-339", TwoClasses),
        new("softmax-jacobian", "The Jacobian at cat, dog and bird, and its norm when the scores are stretched.",
            "S1-235 S1-239", Jacobian),
        new("temperature",
            "The probabilities of (1, 2, 3): a low temperature favours the largest, a high one makes them equal.",
            "S1-021 S1-234", Temperature),
    ];

    /// <summary>start, start + step, … below the end, like <c>torch.arange</c>. S4-094.</summary>
    public static double[] Range(double start, double end, double step) =>
        [.. Enumerable.Range(0, (int)Math.Ceiling((end - start) / step)).Select(i => start + i * step)];

    /// <summary>A random network of equal layers. S4-005, S1-127.</summary>
    public static IReadOnlyList<LayerFlow> Layers(Activation f, double gain, int width, int depth, ulong seed) =>
        VanishingGradient.ThroughRandomNetwork(f, gain, new RandomStream(seed),
            [.. Enumerable.Repeat(width, depth + 1)]);

    /// <summary>‖∂L/∂W‖ by layer in random networks of 64 units a layer. S4-005, S2-036.</summary>
    public static Panel GradientByLayer(int depth, ulong seed)
    {
        double[] layers = Count(depth);
        (Activation F, double Gain, MarkerShape Shape)[] networks =
        [
            (Activation.Sigmoid, 1, MarkerShape.Circle), (Activation.Tanh, 1, MarkerShape.Square),
            (Activation.Relu, Math.Sqrt(2), MarkerShape.Triangle),
        ];
        return new Panel
        {
            Title = $"{depth} layers of 64 units",
            X = new Axis("layer, 1 next to the input"),
            Y = new Axis("‖∂L/∂W‖") { Scale = AxisScale.Log },
            Series = [.. networks.SelectMany(n =>
            {
                double[] norms = [.. Layers(n.F, n.Gain, 64, depth, seed).Select(layer => layer.GradientNorm)];
                return new Series[]
                {
                    new Line(layers, norms) { Color = ColorOf.Activation(n.F.Name), Width = 1.4 },
                    new Markers(layers, norms)
                        { Color = ColorOf.Activation(n.F.Name), Shape = n.Shape, Label = n.F.Name },
                };
            })],
        };
    }

    private static double[] Count(int n) => [.. Enumerable.Range(1, n).Select(l => (double)l)];

    // Dots would be too pale beside lines.
    private static LineStyle Style(int i) =>
        (i % 3) switch { 0 => LineStyle.Solid, 1 => LineStyle.Dashed, _ => LineStyle.DashDot };

    // One colour for an activation, whatever its α.
    private static Color ColorFor(Activation f) => ColorOf.Activation(f.Name.Split(',')[0]);

    private static Axis Score(double end) => new("score x")
    {
        Ticks = [.. Enumerable.Range(-3, 7).Select(k => end == 4 ? 2 * k : k * end / 3).Where(x => Math.Abs(x) <= end)
            .Select(x => new Tick(x, $"{x}".Replace('-', '−')))],
    };

    private static Line Value(Activation f, double end) => Line.Of(f.Value, -end, end, 801);

    private static bool Jumps(Activation f) => Math.Abs(f.Derivative(1e-9) - f.Derivative(-1e-9)) > 1e-3;

    // The ends of a jump of the derivative at 0, the value there closed.
    private static IEnumerable<Series> Ends(Activation f) => !Jumps(f) ? [] :
    [
        new Markers([0], [f.Derivative(0)]) { Color = ColorFor(f), Size = 7 },
        new Markers([0], [f.Derivative(1e-9)]) { Color = ColorFor(f), Size = 7, Filled = false },
    ];

    // With a gap at 0 where the derivative jumps.
    private static Line Derivative(Activation f, double end)
    {
        Line line = Line.Of(f.Derivative, -end, end, 801);
        return Jumps(f)
            ? new([.. line.Xs], [.. line.Xs.Select((at, i) => Math.Abs(at) < 1e-9 ? double.NaN : line.Ys[i])])
            : line;
    }

    private static IReadOnlyList<Panel> WithDerivatives(Activation[] some, double end) =>
    [
        new Panel
        {
            Title = "output f(x)",
            X = Score(end),
            Y = new Axis("f(x)"),
            Series = [.. some.Select((f, i) => Value(f, end) with
            {
                Label = f.Name, Color = ColorFor(f), Style = Style(i),
            })],
        },
        new Panel
        {
            Title = "derivative f′(x)",
            X = Score(end),
            Y = new Axis("f′(x)"),
            ShowLegend = false,
            Series = [.. some.Select((f, i) => Derivative(f, end) with { Color = ColorFor(f), Style = Style(i) }),
                .. some.SelectMany(Ends)],
        },
    ];

    private static Figure Four()
    {
        Activation softmax = new(
            "softmax, p₁ of (x, 1, 0)", x => Softmax([x, 1, 0])[0], x => SoftmaxJacobian([x, 1, 0])[0, 0]);
        Activation[] four = [Activation.Sigmoid, Activation.Tanh, Activation.Relu, softmax];
        return Figure.Grid("Four activations", 2, [.. four.Select(f => new Panel
        {
            Title = f.Name,
            X = Score(6),
            Y = new Axis("output and derivative"),
            Series =
            [
                Value(f, 6) with { Color = ColorOf.Function, Label = "f(x)" },
                Derivative(f, 6) with { Color = ColorOf.Derivative, Style = LineStyle.Dashed, Label = "f′(x)" },
                .. Ends(f).Select(end => end with { Color = ColorOf.Derivative }),
            ],
        })]);
    }

    // The jump is a gap, with an open end at 0 below and a closed one at 1.
    private static Figure StepAndLinear()
    {
        return Figure.Grid("Step and line", 2,
            [Panel("output f(x)", f => f.Value), Panel("derivative f′(x)", f => f.Derivative)]);

        static Panel Panel(string title, Func<Activation, Func<double, double>> part)
        {
            Func<double, double> step = part(Activation.Step), line = part(Activation.Linear);
            double[] xs = [-3, -double.Epsilon, 0, 0, 3];
            bool jumps = step(-1) != step(1);
            return new Panel
            {
                Title = title,
                X = Score(3),
                Y = new Axis(title),
                ShowLegend = jumps,
                Series =
                [
                    new Line(xs, [.. xs.Select((x, i) => i == 2 ? double.NaN : step(x))])
                    {
                        Label = "step", Color = Palette.Black,
                    },
                    new Markers([0], [step(-1)]) { Color = Palette.Black, Size = 9, Filled = false },
                    .. jumps ? new Series[] { new Markers([0], [step(0)]) { Color = Palette.Black, Size = 9 } } : [],
                    new Line([-3, 3], [line(-3), line(3)])
                    {
                        Label = "linear", Color = Palette.Grey, Style = LineStyle.Dashed,
                    },
                ],
            };
        }
    }

    private static Figure Sampled()
    {
        double[] z = Range(-100, 100, 0.1);
        return new Figure("σ(z) for z = −100, −99.9, …, 99.9", new Panel
        {
            X = new Axis("z"),
            Y = new Axis("σ(z)"),
            ShowLegend = false,
            Series = [new Line(z, [.. z.Select(Sigmoid)]) { Color = ColorOf.Activation("sigmoid") }],
        });
    }

    private static Figure StepToSigmoid()
    {
        double[] w = [2, 1];
        const double B = -1;
        return Figure.Grid("From two regions to a probability", 3,
        [
            Map("step(w·x + b)", (x1, x2) => Step(w[0] * x1 + w[1] * x2 + B), bar: null),
            Map("σ(w·x + b)", (x1, x2) => SigmoidUnit(w, B, [x1, x2]), "output"),
            new Panel
            {
                Title = "σ(‖w‖d), ‖w‖ = 0.5, 1, 3",
                X = new Axis("signed distance d"),
                Y = new Axis("probability of label 1"),
                Series =
                [
                    .. new[] { 0.5, 1, 3 }.Select((norm, i) => Line.Of(d => Sigmoid(norm * d), -5, 5) with
                    {
                        Label = $"{norm}", Color = ColorOf.Time(i, 3), Style = Style(i),
                    }),
                ],
            },
        ]) with
        { Height = 316 };

        Panel Map(string title, Func<double, double, double> f, string? bar) => new()
        {
            Title = title,
            X = new Axis("x₁"),
            Y = new Axis("x₂"),
            AspectEqual = true,
            ShowLegend = false,
            Series =
            [
                HeatMap.Of(f, (-3, 3), (-3, 3), 400, 400) with
                    { Map = ColorMap.Blues, Min = 0, Max = 1, ColorBar = bar },
                new SlopedLine(w[0], w[1], B) { Color = Palette.Black, Style = LineStyle.Dashed },
            ],
        };
    }

    private static Figure SlopesCross()
    {
        double at = Math.Acosh(1 + Math.Sqrt(3)); // where cosh²x = 2 cosh x + 2
        return new Figure("Where tanh stops being steeper", new Panel
        {
            X = new Axis("score x"),
            Y = new Axis("derivative"),
            Series =
            [
                Line.Of(TanhDerivative, -5, 5) with { Label = "tanh′(x)", Color = ColorOf.Activation("tanh") },
                Line.Of(SigmoidDerivative, -5, 5) with
                {
                    Label = "σ′(x)", Color = ColorOf.Activation("sigmoid"), Style = LineStyle.Dashed,
                },
                new Markers([-at, at], [SigmoidDerivative(at), SigmoidDerivative(at)])
                {
                    Color = Palette.Black, Size = 8, Label = "|x| = 1.662886",
                },
            ],
        });
    }

    private static Figure Vanishing() => Figure.Grid("Vanishing gradients", 2,
        [ChainBound(), GradientByLayer(depth: 10, seed: 1)]);

    private static Panel ChainBound()
    {
        double[] lengths = Count(20);
        return new Panel
        {
            Title = "chains with weights 1",
            X = new Axis("units in the chain L"),
            Y = new Axis("derivative of the chain") { Scale = AxisScale.Log },
            Series =
            [
                new Line(lengths, [.. lengths.Select(l => Math.Pow(0.25, l))])
                {
                    Color = Palette.Black, Style = LineStyle.Dashed, Label = "bound (¼)ᴸ",
                },
                Course(Activation.Sigmoid, 0, MarkerShape.Circle), // 0 is where the first sigmoid is steepest
                Course(Activation.Tanh, 1, MarkerShape.Square),
                Course(Activation.Relu, 1, MarkerShape.Triangle),
            ],
        };

        Markers Course(Activation f, double x, MarkerShape shape) =>
            new(lengths, [.. lengths.Select(l => VanishingGradient.Chain(f, [.. Enumerable.Repeat(1.0, (int)l)],
                x).Derivative)])
            {
                Color = ColorFor(f), Label = f.Name, Shape = shape,
            };
    }

    private static Figure Dead() => new("A dead unit stays dead", new Panel
    {
        X = new Axis("step of gradient descent"),
        Y = new Axis("bias b"),
        Series = [.. new[] { Activation.Relu, Activation.Leaky(0.05), Activation.Leaky(0.1),
            Activation.Leaky(0.2) }.Select((f, i) =>
        {
            // w = 1 and b = 1 fit these targets.
            double[] biases = DeadUnit.Train(f, -100, [-1, 0, 1, 2], [0, 1, 2, 3], learningRate: 0.5, steps: 1000);
            return new Line([.. biases.Select((_, step) => (double)step)], biases)
            {
                Label = f.Name, Color = ColorFor(f), Style = Style(i),
            };
        })],
    });

    private static Figure SelfNormalizing()
    {
        (Activation F, double Gain)[] networks = [(Activation.Selu, 1), (Activation.Relu, Math.Sqrt(2)),
            (Activation.Tanh, 1)];
        IReadOnlyList<LayerFlow>[] layers = [.. networks.Select(n => Layers(n.F, n.Gain, 128, 50, 1))];
        return Figure.Grid("Fifty layers of random weights", 2,
            [Panel("mean of the outputs", l => l.Mean, showLegend: false),
                Panel("variance of the outputs", l => l.Variance, showLegend: true)]);

        Panel Panel(string what, Func<LayerFlow, double> part, bool showLegend) => new()
        {
            Title = what,
            X = new Axis("layer"),
            Y = new Axis(what),
            ShowLegend = showLegend,
            Series =
            [
                .. networks.Select((n, i) => new Line(Count(50), [.. layers[i].Select(part)])
                {
                    Label = n.F.Name, Color = ColorFor(n.F), Style = Style(i),
                }),
            ],
        };
    }

    private static Figure OfGelu() => Figure.Grid("GELU", 3,
    [
        .. WithDerivatives([Activation.Gelu, Activation.Relu], 4),
        new Panel
        {
            Title = "tanh form − exact",
            X = new Axis("score x"),
            Y = new Axis("difference"),
            ShowLegend = false,
            Series = [Line.Of(x => GeluTanh(x) - Gelu(x), -6, 6) with { Color = ColorOf.Activation("GELU") }],
        },
    ]);
}
