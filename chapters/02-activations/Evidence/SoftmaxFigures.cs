using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <content>The figures on softmax.</content>
public static partial class ActivationFigures
{
    private static readonly string[] Animals = ["cat", "dog", "bird"];
    private static readonly double[] Scores = [4.2, 1.8, -0.5];

    /// <summary>The Frobenius norm of the Jacobian at s times the scores of cat, dog and bird. S1-239.</summary>
    public static double NormAt(double s) =>
        Math.Sqrt(SoftmaxJacobian([.. Scores.Select(z => s * z)]).Flat().Sum(v => v * v));

    private static double[] PowersOfTen(double from, double to) =>
        [.. Enumerable.Range(0, 201).Select(i => Math.Pow(10, from + (to - from) * i / 200))];

    private static Figure CatDogBird() => Figure.Grid("From scores to probabilities", 3,
    [
        BarsOf("scores z", Scores, "0.0") with { Y = new Axis("scores z") { Min = -1.4, Max = 5 } },
        BarsOf("exponentials e^{z}", [.. Scores.Select(Math.Exp)], "0.000"),
        BarsOf("probabilities p", Softmax(Scores), "0.000") with
        {
            Y = new Axis("probabilities p") { Min = 0, Max = 1 },
        },
    ]);

    private static Panel BarsOf(string what, double[] values, string format) => new()
    {
        Title = what,
        X = new Axis("class"),
        Y = new Axis(what),
        ShowLegend = false,
        Series = [new Bars(Animals, values) { ShowValues = format, Color = Palette.Blue }],
    };

    private static Figure TwoClasses()
    {
        double[] z1 = new RandomStream(1).Uniforms(40, -4, 4), z2 = new RandomStream(2).Uniforms(40, -4, 4);
        Line sigmoid = Line.Of(gap => SoftmaxOfTwo(gap, 0), -8, 8) with
            { Label = "σ(z₂ − z₁)", Color = ColorOf.Activation("sigmoid") };
        return Figure.Grid("Two classes", 2,
            [Panel("score z₂", (a, b) => b), Panel("gap z₂ − z₁", (a, b) => b - a, sigmoid)]) with { ShareY = true };

        Panel Panel(string over, Func<double, double, double> x, params Series[] behind) => new()
        {
            X = new Axis(over),
            Y = new Axis("probability of class 2"),
            ShowLegend = behind.Length > 0,
            Series =
            [
                .. behind, Of(z1, z2, x) with { Label = "40 pairs (z₁, z₂)", Color = ColorOf.Data, Filled = false },
                Of([2], [2.1], x) with { Label = "(2, 2.1)", Color = Palette.Vermillion, Size = 10 },
                Of([2], [4], x) with
                    { Label = "(2, 4)", Color = Palette.Green, Size = 10, Shape = MarkerShape.Square },
            ],
        };

        static Markers Of(double[] z1, double[] z2, Func<double, double, double> x) =>
            new([.. z1.Zip(z2, x)], [.. z1.Zip(z2, (a, b) => Softmax([a, b])[1])]);
    }

    private static Figure Temperature()
    {
        double[] T = PowersOfTen(-1, 2);
        double[][] p = [.. T.Select(t => Softmax([1, 2, 3], t))];
        return new Figure("Temperature", new Panel
        {
            X = new Axis("temperature T") { Scale = AxisScale.Log },
            Y = new Axis("probability"),
            Series =
            [
                .. new[] { 2, 1, 0 }.Select(k => new Line(T, [.. p.Select(shares => shares[k])])
                {
                    Label = $"score {k + 1}", Color = Palette.Order[k], Style = Style(k),
                }),
            ],
        });
    }

    private static Figure Jacobian()
    {
        double[] scales = PowersOfTen(-2, 1.5);
        return Figure.Grid("The Jacobian of softmax", 2,
        [
            new Panel
            {
                Title = "∂pᵢ/∂zⱼ at (4.2, 1.8, −0.5)",
                X = new Axis("by the score of"),
                Y = new Axis("of the probability of"),
                ShowLegend = false,
                Series =
                [
                    new HeatMap(SoftmaxJacobian(Scores))
                    {
                        RowLabels = Animals, ColumnLabels = Animals, OriginAtTop = true, CellFormat = "0.0000",
                        Map = ColorMap.Diverging, Min = -0.09, Max = 0.09, ColorBar = "",
                    },
                ],
            },
            new Panel
            {
                Title = "norm of the Jacobian at s·(4.2, 1.8, −0.5)",
                X = new Axis("stretch s") { Scale = AxisScale.Log },
                Y = new Axis("‖∂p/∂z‖") { Scale = AxisScale.Log },
                ShowLegend = false,
                Series = [new Line(scales, [.. scales.Select(NormAt)]) { Color = Palette.Blue }],
            },
        ]);
    }
}
