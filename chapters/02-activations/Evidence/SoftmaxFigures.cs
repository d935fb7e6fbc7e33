using Reference.Book;
using Reference.Plotting;
using static Reference.Activations.ScalarActivations;

namespace Reference.Activations;

/// <summary>The figures of chapter 02 on softmax.</summary>
public static class SoftmaxFigures
{
    private static readonly string[] Animals = ["cat", "dog", "bird"];
    private static readonly double[] Scores = [4.2, 1.8, -0.5];

    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("cat-dog-bird", "Softmax at work: scores, their exponentials, and the shares in the sum.",
            "S0-018 S0-019 S0-021 S0-022 S1-018 S1-232 S1-339 S2-035", CatDogBird),
        new("two-classes", "Softmax of two classes is a sigmoid of the gap: [2, 2.1] is almost even, [2, 4] is not.", "S0-025 S1-339", TwoClasses),
        new("naive-shares", "Three outputs, one of them negative: divided by their sum they are no probabilities, with softmax they are.",
            "S3-086 S3-087", NaiveShares),
        new("softmax-jacobian", "The Jacobian at cat, dog and bird, and how its norm vanishes when the scores are stretched.", "S1-235 S1-239", Jacobian),
        new("temperature", "The probabilities of (1, 2, 3) against the temperature: all for the largest at the left, equal shares at the right.",
            "S1-021 S1-234", Temperature),
    ];

    private static Figure CatDogBird() => Figure.Grid("From scores to probabilities", 3,
    [
        BarsOf("scores z", Scores, "0.0") with { Y = new Axis("scores z") { Min = -1, Max = 5 } },
        BarsOf("exponentials e^{z}", [.. Scores.Select(Math.Exp)], "0.000"),
        BarsOf("probabilities p", Softmax(Scores), "0.000") with { Y = new Axis("probabilities p") { Min = 0, Max = 1 } },
    ]);

    private static Panel BarsOf(string what, double[] values, string format) => new()
    {
        Title = what,
        X = new Axis("class"),
        Y = new Axis(what),
        Legend = Legend.None,
        Series = [new Bars(Animals, values) { ShowValues = format, Color = Palette.Blue }],
    };

    private static Figure TwoClasses() => new("Two classes", new Panel
    {
        X = new Axis("gap z₂ − z₁"),
        Y = new Axis("probability of class 2"),
        Legend = Legend.TopLeft,
        Series =
        [
            Line.Of(gap => Softmax([0, gap])[1], -6, 6) with { Label = "softmax (z₁, z₂)₂", Color = Palette.Blue },
            Line.Of(gap => ClassProbabilities.FirstOfTwo(gap, 0), -6, 6)
                with { Label = "σ(z₂ − z₁)", Color = Palette.Orange, Style = LineStyle.Dotted, Width = 3 },
            new Markers([0.1], [Softmax([2, 2.1])[1]]) { Label = "[2, 2.1]", Color = Palette.Black, Size = 9 },
            new Markers([2], [Softmax([2, 4.0])[1]]) { Label = "[2, 4]", Color = Palette.Vermillion, Size = 9, Shape = MarkerShape.Square },
        ],
    });

    private static Figure NaiveShares()
    {
        double[] y = [-1, 2, 3];
        string[] names = ["y₁ = −1", "y₂ = 2", "y₃ = 3"];
        return new Figure("Why not just divide by the sum", new Panel
        {
            X = new Axis("output"),
            Y = new Axis("share"),
            Legend = Legend.TopLeft,
            Series =
            [
                new Bars(names, ClassProbabilities.NaiveShares(y)) { Label = "y / Σy", Color = Palette.Vermillion, ShowValues = "0.000" },
                new Bars(names, Softmax(y)) { Label = "softmax", Color = Palette.Blue, ShowValues = "0.000" },
            ],
        });
    }

    private static Figure Temperature()
    {
        double[] T = [.. Enumerable.Range(0, 201).Select(i => Math.Pow(10, -1 + 3 * i / 200.0))];
        double[][] p = [.. T.Select(t => ClassProbabilities.Tempered([1, 2, 3], t))];
        return new Figure("Temperature", new Panel
        {
            X = new Axis("temperature T") { Scale = AxisScale.Log },
            Y = new Axis("probability"),
            Legend = Legend.TopRight,
            Series =
            [
                .. new[] { 2, 1, 0 }.Select(k => new Line(T, [.. p.Select(shares => shares[k])])
                {
                    Label = $"score {k + 1}", Color = Palette.Order[k], Style = (LineStyle)k,
                }),
            ],
        });
    }

    private static Figure Jacobian()
    {
        double[] scales = [.. Enumerable.Range(0, 201).Select(i => Math.Pow(10, -2 + 3.5 * i / 200.0))];
        return Figure.Grid("The slope of softmax", 2,
        [
            new Panel
            {
                Title = "∂pᵢ/∂zⱼ at (4.2, 1.8, −0.5)",
                X = new Axis("by the score of"),
                Y = new Axis("of the probability of"),
                Legend = Legend.None,
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
                Legend = Legend.None,
                Series = [new Line(scales, [.. scales.Select(NormAt)]) { Color = Palette.Blue }],
            },
        ]);
    }

    /// <summary>The Frobenius norm of the Jacobian at s times the scores of cat, dog and bird. S1-239.</summary>
    public static double NormAt(double s) => Math.Sqrt(SoftmaxJacobian([.. Scores.Select(z => s * z)]).Cast<double>().Sum(v => v * v));
}
