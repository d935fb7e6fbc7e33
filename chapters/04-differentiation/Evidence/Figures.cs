using Reference.Book;
using Reference.Plotting;

namespace Reference.Differentiation;

/// <summary>The figures of chapter 04.</summary>
public static class DifferentiationFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("sine-and-cosine", "sin and cos of 25 evenly spaced points, both ends included.", "S4-049 S4-050", SineAndCosine),
        new("vector-sum", "Vectors add tip to tail; a number stretches one.", "S4-043 S4-044", VectorSum),
        new("tangent-of-square", "x² with its tangent at 2: slope 4, the line 4x − 4.", "S1-362 S1-081 S2-054 S4-054", TangentOfSquare),
        new("secants", "Secants of x² through (1, 1): the nearer the second point, the nearer the slope to 2.", "S2-053", Secants),
        new("tangents-of-cube", "x³ with its tangents at 1, 2 and 3: slopes 3, 12 and 27.", "S2-055", TangentsOfCube),
        new("polynomial", "z = x² + 2x + 1 with its tangent at 2, and the slope dz/dx = 2x + 2: height 9, slope 6.", "S4-056", Polynomial),
        new("partial-slices", "A partial derivative is the slope of a slice: x² + y² along x with y held at −1, 0 and 1, and along y with x held at 1.",
            "S2-056", SurfaceFigures.PartialSlices),
        new("gradient-field", "The gradient of x² + y² points uphill, at right angles to the contours, and is longer where it is steeper.",
            "S1-083 S2-056", SurfaceFigures.GradientField),
        new("saddle", "The notes' cost is a saddle: descent from (1, 1) first falls towards 23, then drifts away along the diagonal, below 23 without end.",
            "S2-057", SurfaceFigures.Saddle),
        new("product-surface", "f = uv + u² with the point (1, 2), where f = 3, and its gradient (4, 1).", "S4-057", SurfaceFigures.ProductSurface),
        new("chain-rule", "y = (3x + 2)⁴ as a chain: x goes to u = 3x + 2 with slope 3, u goes to u⁴ with slope 4u³; the slopes multiply.",
            "S2-058 S2-059", ChainRule),
        new("step-size-error",
            "The error of three difference quotients on eˣ at 1 against the step: truncation falls to the left, rounding rises. Lines predict, dots measure.",
            "S2-053", () => StepFigures.ErrorFigure(DifferentiationExperiments.MeasureErrors(perDecade: 12))),
        new("graph-product", "The graph of f = uv + u² at (1, 2). Above each node its value, below it the adjoint that the backward pass brings.",
            "S4-057 S4-058 S4-175", GraphFigures.Product),
        new("graph-sigmoid-unit", "A sigmoid unit a = σ(wx + b) with its squared error: values forward, adjoints backward.",
            "S2-060 S0-059", GraphFigures.SigmoidUnit),
        new("accumulation", "The gradient of y = x² at 2 after each of four backward passes: added up, or set to zero before each.",
            "S4-055 S2-061", GraphFigures.Accumulation),
    ];

    private static Figure SineAndCosine()
    {
        Tensor points = Tensor.Linspace(0, 2 * Math.PI, 25);
        return new Figure("Functions by elements", new Panel
        {
            X = new Axis("x (radians)"),
            Y = new Axis("f(x)"),
            Series =
            [
                Line.Of(Math.Sin, 0, 2 * Math.PI) with { Color = Palette.Blue, Width = 1.2 },
                Line.Of(Math.Cos, 0, 2 * Math.PI) with { Color = Palette.Vermillion, Width = 1.2 },
                new Markers(points.ToArray(), points.Sin().ToArray()) { Color = Palette.Blue, Label = "sin x" },
                new Markers(points.ToArray(), points.Cos().ToArray()) { Color = Palette.Vermillion, Shape = MarkerShape.Square, Label = "cos x" },
            ],
        });
    }

    private static Figure VectorSum()
    {
        (Tensor u, Tensor v) = (Tensor.Of(2, 1), Tensor.Of(-0.5, 1.5));
        (Tensor sum, Tensor stretched) = (u + v, 1.5 * u);
        return new Figure("u + v and 1.5u", new Panel
        {
            X = new Axis("first component") { Min = -1, Max = 3.5 },
            Y = new Axis("second component") { Min = -0.5, Max = 3 },
            AspectEqual = true,
            Series =
            [
                new Arrow(0, 0, stretched[0], stretched[1]) { Color = Palette.Sky, Width = 5, Opacity = 0.6 },
                new Arrow(0, 0, u[0], u[1]) { Color = Palette.Blue, Width = 2.4 },
                new Arrow(0, 0, v[0], v[1]) { Color = Palette.Vermillion, Width = 2.4 },
                new Arrow(u[0], u[1], sum[0], sum[1]) { Color = Palette.Vermillion, Width = 1.2 },
                new Arrow(0, 0, sum[0], sum[1]) { Color = Palette.Black, Width = 2.4 },
                new Annotation(1.1, 0.3, "u"),
                new Annotation(-0.45, 0.85, "v"),
                new Annotation(0.5, 1.5, "u + v"),
                new Annotation(2.85, 1.2, "1.5u"),
            ],
        })
        { Width = 720, Height = 600 };
    }

    private static Figure TangentOfSquare()
    {
        Tangent tangent = Tangent.Of(Square, x => ScalarDerivatives.PowerDerivative(x, 2), 2);
        return new Figure("The slope of x² at 2 is 4", new Panel
        {
            X = new Axis("x"),
            Y = new Axis("f(x)") { Min = -5, Max = 14 },
            Series =
            [
                Line.Of(Square, -3, 3.7) with { Color = Palette.Blue, Label = "x²" },
                Touching(tangent, 0, 3.7, Palette.Vermillion, "tangent 4x − 4"),
                new Markers([tangent.At], [tangent.Value]) { Color = Palette.Black, Size = 9 },
            ],
        });
    }

    private static Figure Secants()
    {
        double[] steps = [1.5, 1, 0.5];
        Color[] colours = [Palette.Purple, Palette.Orange, Palette.Green];
        var series = new List<Series> { Line.Of(Square, -0.3, 2.8) with { Color = Palette.Blue, Label = "x²" } };
        foreach ((double h, Color colour) in steps.Zip(colours))
        {
            double slope = ScalarDerivatives.SecantSlope(Square, 1, h);
            series.Add(Touching(new Tangent(1, 1, slope), 0, 2.8, colour, $"h = {h}: slope {slope}"));
            series.Add(new Markers([1 + h], [Square(1 + h)]) { Color = colour, Size = 8 });
        }

        series.Add(Touching(new Tangent(1, 1, ScalarDerivatives.PowerDerivative(1, 2)), 0, 2.8, Palette.Black, "h → 0: slope 2") with
        { Style = LineStyle.Solid });
        series.Add(new Markers([1], [1]) { Color = Palette.Black, Size = 9 });
        return new Figure("From secant to tangent", new Panel
        {
            X = new Axis("x"),
            Y = new Axis("f(x)") { Min = -2, Max = 8 },
            Legend = Legend.TopLeft,
            Series = series,
        });
    }

    private static Figure TangentsOfCube()
    {
        Color[] colours = [Palette.Green, Palette.Orange, Palette.Vermillion];
        var series = new List<Series> { Line.Of(x => x * x * x, -1, 3.6) with { Color = Palette.Blue, Label = "x³" } };
        for (int a = 1; a <= 3; a++)
        {
            Tangent tangent = Tangent.Of(x => x * x * x, x => ScalarDerivatives.PowerDerivative(x, 3), a);
            series.Add(Touching(tangent, a - 0.8, a + 0.6, colours[a - 1], $"at {a}: slope {tangent.Slope}"));
            series.Add(new Markers([tangent.At], [tangent.Value]) { Color = colours[a - 1], Size = 8 });
        }

        return new Figure("Three slopes of x³", new Panel { X = new Axis("x"), Y = new Axis("f(x)"), Legend = Legend.TopLeft, Series = series });
    }

    private static Figure Polynomial()
    {
        Tangent tangent = Tangent.Of(ScalarDerivatives.Polynomial, ScalarDerivatives.PolynomialDerivative, 2);
        return new Figure("z = x² + 2x + 1", new Panel
        {
            X = new Axis("x"),
            Y = new Axis("z, dz/dx") { Min = -6, Max = 17 },
            Legend = Legend.TopLeft,
            Series =
            [
                Line.Of(ScalarDerivatives.Polynomial, -4, 3) with { Color = Palette.Blue, Label = "z" },
                Line.Of(ScalarDerivatives.PolynomialDerivative, -4, 3) with { Color = Palette.Green, Style = LineStyle.DashDot, Label = "dz/dx = 2x + 2" },
                Touching(tangent, 0, 3, Palette.Vermillion, "tangent at 2: slope 6"),
                new Markers([tangent.At], [tangent.Value]) { Color = Palette.Black, Size = 9 },
            ],
        });
    }

    private static Figure ChainRule()
    {
        const double At = -0.2;
        double u = 3 * At + 2;
        return Figure.Grid("Slopes of a chain multiply", 3,
        [
            Link("u = 3x + 2", "x", "u", t => 3 * t + 2, _ => 3, At, (-1, 0.4)),
            Link("y = u⁴", "u", "y", t => Math.Pow(t, 4), t => ScalarDerivatives.PowerDerivative(t, 4), u, (-1.2, 2.2)),
            Link("y = (3x + 2)⁴", "x", "y", ScalarDerivatives.FourthPower, ScalarDerivatives.FourthPowerDerivative, At, (-1, 0.1)),
        ]) with
        { Height = 420 };
    }

    private static Panel Link(string title, string x, string y, Func<double, double> f, Func<double, double> slope, double at, (double Low, double High) range)
    {
        Tangent tangent = Tangent.Of(f, slope, at);
        double reach = (range.High - range.Low) / 5;
        return new()
        {
            Title = title,
            X = new Axis(x),
            Y = new Axis(y),
            Legend = Legend.TopLeft,
            Series =
            [
                Line.Of(f, range.Low, range.High) with { Color = Palette.Blue },
                Touching(tangent, at - reach, at + reach, Palette.Vermillion, $"slope {tangent.Slope:0.###}"),
                new Markers([at], [tangent.Value]) { Color = Palette.Black, Size = 8 },
            ],
        };
    }

    private static Line Touching(Tangent tangent, double from, double to, Color colour, string label) =>
        Line.Of(tangent.Height, from, to, points: 2) with { Color = colour, Style = LineStyle.Dashed, Label = label };

    private static double Square(double x) => x * x;
}
