using Reference.Book;
using Reference.Plotting;
using static Reference.Differentiation.TwoVariables;

namespace Reference.Differentiation;

/// <summary>The figures of chapter 04 with two variables.</summary>
internal static class SurfaceFigures
{
    /// <summary>Slices through x² + y², S2-056.</summary>
    public static Figure PartialSlices() => Figure.Grid("Partial derivatives are slopes of slices", 2,
    [
        Slice("∂f/∂x: y is held", "x",
            Line.Of(x => Bowl(x, 0), -2, 2) with { Color = ColorOf.Function, Label = "y = 0" },
            Line.Of(x => Bowl(x, 1), -2, 2) with
                { Color = Palette.Green, Style = LineStyle.DashDot, Label = "y = ±1" },
            TangentAtOne(x => Bowl(x, 0), x => BowlGradient(x, 0).X),
            TangentAtOne(x => Bowl(x, 1), x => BowlGradient(x, 1).X) with { Label = null }),
        Slice("∂f/∂y: x is held", "y",
            Line.Of(y => Bowl(1, y), -2, 2) with { Color = ColorOf.Function, Label = "x = 1" },
            TangentAtOne(y => Bowl(1, y), y => BowlGradient(1, y).Y)),
    ]) with
    { ShareY = true };

    private static Panel Slice(string title, string variable, params Series[] series) => new()
    {
        Title = title,
        X = new Axis(variable),
        Y = new Axis("f(x, y)") { Min = -1.5, Max = 8 },
        Series = series,
    };

    private static Line TangentAtOne(Func<double, double> f, Func<double, double> derivative) =>
        Line.Of(ScalarDerivatives.Tangent(f, derivative, 1), 0, 2, points: 2) with
        { Color = ColorOf.Derivative, Style = LineStyle.Dashed, Label = $"slope {derivative(1)} at 1" };

    /// <summary>∇(x² + y²) and ∇(uv + u²) over their contours, S1-083, S2-056, S4-057.</summary>
    public static Figure Gradients()
    {
        double[] ticks = Tensor.Linspace(-1.5, 1.5, 6).ToArray();
        (double X, double Y)[] at = [.. from x in ticks from y in ticks select (x, y)];
        (double X, double Y)[] gradients = [.. at.Select(p => BowlGradient(p.X, p.Y))];
        (double du, double dv) = ProductGradient(1, 2);
        Contours f = Contours.Of(Product, (-1, 3), (0, 4));
        return Figure.Grid("Gradients point uphill", 2,
        [
            Map("∇(x² + y²)", "x", "y",
            [
                Contours.Of(Bowl, (-2, 2), (-2, 2)) with
                { Filled = true, Map = ColorMap.Blues, Levels = [1, 2, 3, 4, 5, 6, 7], ColorBar = "x² + y²" },
                .. at.Zip(gradients, (p, g) => new Arrow(p.X, p.Y, p.X + 0.15 * g.X, p.Y + 0.15 * g.Y)
                    { Color = Palette.Vermillion, Width = 1.3 }),
            ]),
            Map("∇(uv + u²) at (1, 2)", "u", "v",
                f with
                {
                    Filled = true, Map = ColorMap.Blues, Levels = [-2, -1, 0, 1, 2, 3, 4, 6, 8, 12, 16, 20],
                    ColorBar = "f(u, v)",
                },
                f with { Levels = [Product(1, 2)], Color = Palette.Black },
                new Arrow(1, 2, 1 + du / 4, 2 + dv / 4) { Width = 3, Color = Palette.Vermillion },
                new Markers([1], [2]) { Color = Palette.Black, Size = 9 },
                new Annotation(1.05, 1.75, "f(1, 2) = 3") { Anchor = TextAnchor.Left },
                new Annotation(2.1, 2.5, "∇f = (4, 1)")),
        ]) with
        { Height = 412 };
    }

    /// <summary>The saddle with 400 steps of descent, S2-057.</summary>
    public static Figure Saddle()
    {
        IReadOnlyList<(double M, double L)> path = Descend(1, 1, 0.1, 400);
        double[] steps = [.. Enumerable.Range(1, path.Count - 1).Select(i => (double)i)];
        return Figure.Grid("A cost without a minimum", 2,
        [
            new()
            {
                Title = "contours and 400 steps",
                X = new Axis("weight m"),
                Y = new Axis("weight l"),
                AspectEqual = true,
                Series =
                [
                    Contours.Of(Cost, (-6, 6), (-6, 6), 301, 301) with
                    {
                        Filled = true, Map = ColorMap.Blues, ColorBar = "C(m, l)",
                        Levels = [21, 22, 22.5, 23, 24, 30, 50, 100, 200],
                    },
                    new Line([.. path.Select(p => p.M)], [.. path.Select(p => p.L)])
                    { Color = ColorOf.Path, Label = "descent from (1, 1)" },
                    new Markers([1], [1]) { Color = ColorOf.Path, Size = 8 },
                    new Markers([0], [0])
                    { Color = ColorOf.Minimum, Shape = MarkerShape.Cross, Size = 10, Label = "∇C = 0" },
                ],
            },
            new()
            {
                Title = "the cost on the way",
                X = new Axis("step"),
                Y = new Axis("C"),
                Series =
                [
                    new Line(steps, [.. path.Skip(1).Select(p => Cost(p.M, p.L))])
                    { Color = ColorOf.Path, Label = "after each step" },
                    new HorizontalLine(Cost(0, 0)) { Label = "C(0, 0) = 23" },
                ],
            },
        ]) with
        { Height = 460 };
    }

    private static Panel Map(string title, string x, string y, params Series[] series) => new()
    {
        Title = title,
        X = new Axis(x),
        Y = new Axis(y),
        AspectEqual = true,
        ShowLegend = false,
        Series = series,
    };
}
