using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using Reference.Verification;
using static Reference.Differentiation.ScalarDerivatives;
using M = MathNet.Numerics.LinearAlgebra.Matrix<double>;

namespace Reference.Differentiation;

/// <summary>The figures of chapter 04: curves here, surfaces and graphs in files of their own.</summary>
public static class DifferentiationFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("elementwise",
            "Vectors add tip to tail, and a number stretches one; sin and cos of 25 evenly spaced points, "
            + "both ends included.", "S4-043 S4-044 S4-049 S4-050", Elementwise),
        new("secants", "Secants of x² through (1, 1): the nearer the second point, the nearer the slope to 2.",
            "S2-053", Secants),
        new("tangents",
            "x² with its tangent at 2, the line 4x − 4; x³ with its tangents at 1, 2 and 3, of slopes 3, 12 "
            + "and 27; z = x² + 2x + 1 with its tangent at 2 and its derivative 2x + 2.",
            "S1-362 S1-081 S2-054 S2-055 S4-054 S4-056", Tangents),
        new("partial-slices", "A partial derivative is the slope of a slice: x² + y² along x with y held at −1, 0 and "
            + "1, and along y with x held at 1.", "S2-056", SurfaceFigures.PartialSlices),
        new("gradients",
            "The gradient points uphill at right angles to the contours, and is longer where it is steeper: of "
            + "x² + y² at 36 points, and of uv + u² at (1, 2), where f = 3 and ∇f = (4, 1).",
            "S1-083 S2-056 S4-057", SurfaceFigures.Gradients),
        new("saddle", "The notes' cost has a saddle: descent from (1, 1) first falls to nearly 23, then moves away "
            + "along the diagonal and falls below 23 without end.", "S2-057", SurfaceFigures.Saddle),
        new("chain-rule",
            "y = (3x + 2)⁴ as a chain: u = 3x + 2 has derivative 3, u⁴ has 4u³; the derivatives multiply.",
            "S2-058 S2-059", ChainRule),
        new("step-size-error", "The error of three difference quotients on eˣ at 1 against the step: truncation falls "
            + "to the left, rounding rises. Lines predict, dots measure.",
            "S2-053", () => StepErrors(DifferentiationExperiments.MeasureErrors(perDecade: 12))),
        new("gradient-checks", "The errors of 400 gradient checks of tanh(WX): a right gradient stays below the "
            + "tolerance of its scheme, one without the factor 1 − tanh² is wrong by some tens of percent.",
            "S2-053 S2-060", GradientChecks),
        new("graph-product", "The graph of f = uv + u² at (1, 2): above each node its value, below it its adjoint, on "
            + "each edge the local derivative.", "S4-057 S4-058 S4-175", GraphFigures.Product),
        new("graph-sigmoid-unit", "A sigmoid unit a = σ(wx + b) with its squared error: values above, adjoints below, "
            + "local derivatives on the edges.", "S2-060 S0-059", GraphFigures.SigmoidUnit),
    ];

    private static Figure Elementwise()
    {
        (Tensor u, Tensor v, Tensor x) = (Tensor.Of(2, 1), Tensor.Of(-0.5, 1.5), Tensor.Linspace(0, 2 * Math.PI, 25));
        (Tensor sum, Tensor stretched) = (u + v, 1.5 * u);
        return Figure.Grid("Operations by elements", 2,
        [
            new()
            {
                Title = "u + v and 1.5u",
                X = new Axis("first component") { Min = -1, Max = 3.5 },
                Y = new Axis("second component") { Min = -0.7, Max = 3.3 },
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
                    new Annotation(3, 1.02, "1.5u"),
                ],
            },
            new()
            {
                Title = "sine and cosine",
                X = new Axis("x (radians)"),
                Y = new Axis("f(x)"),
                Series =
                [
                    Line.Of(Math.Sin, 0, 2 * Math.PI) with { Color = Palette.Blue, Width = 1.2 },
                    Line.Of(Math.Cos, 0, 2 * Math.PI) with { Color = Palette.Vermillion, Width = 1.2 },
                    new Markers(x.ToArray(), x.Sin().ToArray()) { Color = Palette.Blue, Label = "sin x" },
                    new Markers(x.ToArray(), x.Cos().ToArray())
                    { Color = Palette.Vermillion, Shape = MarkerShape.Square, Label = "cos x" },
                ],
            },
        ]) with
        { Height = 440 };
    }

    private static Figure Secants() => new("From secant to tangent", new Panel
    {
        X = new Axis("x"),
        Y = new Axis("f(x)") { Min = -2, Max = 8 },
        Series =
        [
            Line.Of(Square, -0.3, 2.8) with { Color = ColorOf.Function, Label = "x²" },
            .. Secant(1.5, Palette.Purple),
            .. Secant(1, Palette.Orange),
            .. Secant(0.5, Palette.Green),
            Straight(Tangent(Square, x => PowerDerivative(x, 2), 1), 0, 2.8, Palette.Black, "h → 0: slope 2")
                with { Style = LineStyle.Solid },
            Dot(1, Square(1)),
        ],
    });

    private static IEnumerable<Series> Secant(double h, Color colour)
    {
        double slope = SecantSlope(Square, 1, h);
        return [Straight(x => 1 + slope * (x - 1), 0, 2.8, colour, $"h = {h}: slope {slope}"),
            Dot(1 + h, Square(1 + h), colour)];
    }

    private static Figure Tangents() => Figure.Grid("Tangents", 3,
    [
        new()
        {
            Title = "the slope of x² at 2 is 4",
            X = new Axis("x"),
            Y = new Axis("f(x)") { Min = -5, Max = 14 },
            Series =
            [
                Line.Of(Square, -3, 3.7) with { Color = ColorOf.Function, Label = "x²" },
                Straight(Tangent(Square, x => PowerDerivative(x, 2), 2), 0, 3.7, Palette.Black, "tangent 4x − 4"),
                Dot(2, Square(2)),
            ],
        },
        new()
        {
            Title = "three slopes of x³",
            X = new Axis("x"),
            Y = new Axis("f(x)"),
            Series =
            [
                Line.Of(Cube, -1, 3.6) with { Color = ColorOf.Function, Label = "x³" },
                .. CubeTangent(1, Palette.Green),
                .. CubeTangent(2, Palette.Orange),
                .. CubeTangent(3, Palette.Purple),
            ],
        },
        new()
        {
            Title = "z = x² + 2x + 1",
            X = new Axis("x"),
            Y = new Axis("z, dz/dx") { Min = -6, Max = 17 },
            Series =
            [
                Line.Of(Polynomial, -4, 3) with { Color = ColorOf.Function, Label = "z" },
                Line.Of(PolynomialDerivative, -4, 3)
                    with { Color = ColorOf.Derivative, Style = LineStyle.Dashed, Label = "dz/dx" },
                Straight(Tangent(Polynomial, PolynomialDerivative, 2), 0, 3, Palette.Black, "tangent, slope 6"),
                Dot(2, Polynomial(2)),
            ],
        },
    ]) with
    { Height = 420 };

    private static IEnumerable<Series> CubeTangent(int a, Color colour) =>
    [
        Straight(Tangent(Cube, x => PowerDerivative(x, 3), a), a - 0.8, a + 0.6, colour,
            $"at {a}: slope {PowerDerivative(a, 3)}"),
        Dot(a, Cube(a), colour),
    ];

    private static Figure ChainRule()
    {
        const double At = -0.2;
        return Figure.Grid("The derivatives of a chain multiply", 3,
        [
            Link("u = 3x + 2", "x", "u", t => 3 * t + 2, _ => 3, At, (-1, 0.4)),
            Link("y = u⁴", "u", "y", t => Math.Pow(t, 4), t => PowerDerivative(t, 4), 3 * At + 2, (-1.2, 2.2)),
            Link("y = (3x + 2)⁴", "x", "y", FourthPower, FourthPowerDerivative, At, (-1, 0.1)),
        ]) with
        { Height = 420 };
    }

    private static Panel Link(
        string title, string x, string y, Func<double, double> f, Func<double, double> derivative, double at,
        (double Low, double High) range)
    {
        double reach = (range.High - range.Low) / 5;
        return new()
        {
            Title = title,
            X = new Axis(x),
            Y = new Axis(y),
            Series =
            [
                Line.Of(f, range.Low, range.High) with { Color = ColorOf.Function },
                Straight(Tangent(f, derivative, at), at - reach, at + reach, Palette.Black,
                    $"slope {derivative(at):0.###}"),
                Dot(at, f(at)),
            ],
        };
    }

    /// <summary>Measured errors as dots, predicted ones as lines, 10⁻⁵ marked. S2-053.</summary>
    public static Figure StepErrors(IReadOnlyList<DifferentiationExperiments.ErrorAt> errors)
    {
        double[] steps = [.. errors.Select(e => e.Step)];
        return new Figure("Too long a step truncates, too short a step rounds", new Panel
        {
            X = new Axis("step h") { Scale = AxisScale.Log },
            Y = new Axis("relative error of the derivative") { Scale = AxisScale.Log, Min = 1e-15, Max = 10 },
            Series =
            [
                Measured(e => e.Forward, "forward", Palette.Vermillion, MarkerShape.Circle),
                Measured(e => e.Central, "central", Palette.Blue, MarkerShape.Square),
                Measured(e => e.Richardson, "Richardson", Palette.Green, MarkerShape.Triangle),
                Predicted(BestStep.ForwardError, Palette.Vermillion) with { Label = "predicted" },
                Predicted(BestStep.CentralError, Palette.Blue),
                Predicted(BestStep.RichardsonError, Palette.Green),
                new VerticalLine(1e-5) { Color = Palette.Black, Style = LineStyle.Dotted, Label = "h = 10⁻⁵" },
            ],
        })
        { Height = 600 };

        // An error of exactly 0 has no place on a logarithmic axis.
        Markers Measured(
            Func<DifferentiationExperiments.ErrorAt, double> error, string label, Color colour, MarkerShape shape) =>
            new(steps, [.. errors.Select(e => Math.Max(error(e), 1e-16))])
            { Label = label, Color = colour, Shape = shape, Size = 4, Opacity = 0.8 };

        // All derivatives of eˣ are its value, so relative errors are those of f = 1.
        Line Predicted(Func<double, double, double, double> error, Color colour) =>
            new(steps, [.. steps.Select(h => error(h, 1, 1))]) { Color = colour, Width = 1.4 };
    }

    // Random W, X and upstream gradients each time.
    private static Figure GradientChecks()
    {
        var random = new RandomStream(53);
        var checks = Enumerable.Range(0, 400).Select(_ =>
        {
            M W = Draw(3, 4), X = Draw(4, 2), upstream = Draw(3, 2);
            M dX = MatrixTape.Gradient(x => (x.Tape.Constant(W) * x).Tanh(), X, upstream);
            M F(M x) => (W * x).PointwiseTanh();
            return (Richardson: GradientCheck.Smooth(F, X, upstream, dX).Error,
                Central: GradientCheck.Kinked(F, X, upstream, dX, distanceToNearestKink: 1).Error,
                Wrong: GradientCheck.Smooth(F, X, upstream, W.Transpose() * upstream).Error);
        }).ToArray();
        double[] edges = [.. Enumerable.Range(0, 65).Select(i => Math.Pow(10, -15 + i / 4.0))];
        return new Figure("Gradient checks: right and wrong gradients lie far apart", new Panel
        {
            X = new Axis("relative error of the check") { Scale = AxisScale.Log, Min = 1e-15, Max = 10 },
            Y = new Axis("checks"),
            Series =
            [
                Errors([.. checks.Select(c => c.Richardson)], "right, Richardson", Palette.Green),
                Errors([.. checks.Select(c => c.Central)], "right, central differences", Palette.Blue),
                Errors([.. checks.Select(c => c.Wrong)], "1 − tanh² forgotten", Palette.Vermillion),
                new VerticalLine(Tolerances.Smooth) { Color = Palette.Green, Label = "tolerance 10⁻⁸" },
                new VerticalLine(Tolerances.Kinked) { Color = Palette.Blue, Label = "tolerance 10⁻⁶" },
            ],
        });

        Histogram Errors(double[] errors, string label, Color colour) =>
            new(errors, edges) { Label = label, Color = colour, Opacity = 0.75 };

        M Draw(int rows, int columns) => M.Build.Dense(rows, columns, random.Normals(rows * columns));
    }

    private static Line Straight(Func<double, double> line, double from, double to, Color colour, string label) =>
        Line.Of(line, from, to, points: 2) with { Color = colour, Style = LineStyle.Dashed, Label = label };

    private static Markers Dot(double x, double y, Color? colour = null) =>
        new([x], [y]) { Color = colour ?? Palette.Black, Size = 8 };

    private static double Square(double x) => x * x;

    private static double Cube(double x) => x * x * x;
}
