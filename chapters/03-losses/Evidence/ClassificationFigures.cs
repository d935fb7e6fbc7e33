using Reference.Book;
using Reference.Plotting;

namespace Reference.Losses;

/// <summary>Figures of likelihood and cross-entropy.</summary>
internal static class ClassificationFigures
{
    public static Figure CoinLikelihood()
    {
        (string Name, BernoulliCoin Coin, Color Color)[] coins =
            [("H, H, T", new([1, 1, 0]), Palette.Blue), ("H, T, H, T", new([1, 0, 1, 0]), Palette.Vermillion)];
        var θ = new Axis("θ, probability of heads") { Min = 0, Max = 1 };
        return Figure.Grid("Likelihood of a coin", 2,
        [
            new Panel
            {
                Title = "likelihood", X = θ, Y = new Axis("P(flips | θ)") { Min = 0 },
                Series =
                [
                    .. coins.SelectMany(c => Curve(c, c.Coin.Likelihood)),
                    .. coins.Select(c => Values(c.Coin) with { Color = c.Color, Filled = false, Size = 8 }),
                ],
            },
            new Panel
            {
                Title = "log-likelihood", X = θ, Y = new Axis("ln P(flips | θ)") { Min = -8, Max = 0 },
                Series = [.. coins.SelectMany(c => Curve(c, c.Coin.LogLikelihood))],
            },
        ]);

        // The notes' 0.2 and 0.5, where no maximum is marked already.
        static Markers Values(BernoulliCoin coin)
        {
            double[] θs = [.. new[] { 0.2, 0.5 }.Where(at => at != coin.MostLikely)];
            return new(θs, [.. θs.Select(coin.Likelihood)]);
        }
    }

    private static IEnumerable<Series> Curve((string Name, BernoulliCoin Coin, Color Color) c,
        Func<double, double> f) =>
    [
        Line.Of(f, 0.0001, 0.9999) with
        {
            Label = c.Name, Color = c.Color, Width = 2.2,
            Style = c.Color == Palette.Blue ? LineStyle.Solid : LineStyle.Dashed,
        },
        new VerticalLine(c.Coin.MostLikely) { Color = c.Color, Style = LineStyle.DashDot },
        new Markers([c.Coin.MostLikely], [f(c.Coin.MostLikely)]) { Color = c.Color, Size = 9 },
    ];

    public static Figure Consistency()
    {
        IReadOnlyList<LossExamples.ErrorAt> errors = LossExamples.MeasureConsistency(seed: 1, series: 200);
        double[] flips = [.. errors.Select(e => (double)e.Flips)];
        return new Figure("More flips, a better estimate", new Panel
        {
            X = new Axis("flips n") { Scale = AxisScale.Log },
            Y = new Axis("root mean squared error of θ") { Scale = AxisScale.Log },
            Series =
            [
                new Line(flips, [.. errors.Select(e => e.Theory)])
                    { Label = "√(θ(1 − θ)/n), θ = 0.3", Color = ColorOf.Truth, Style = LineStyle.Dashed },
                new Markers(flips, [.. errors.Select(e => e.Error)])
                    { Label = "measured", Color = ColorOf.Data, Size = 8 },
            ],
        });
    }

    public static Figure Underflow()
    {
        double[] counts = [.. Enumerable.Range(1, 100).Select(k => 12.0 * k)];
        double[] sum = [.. counts.Select(n =>
            -Likelihood.CrossEntropyInBase([.. Enumerable.Repeat(0.4, (int)n)], 10))];
        double[] product = [.. counts.Select(n => Math.Log10(Likelihood.Of([.. Enumerable.Repeat(0.4, (int)n)])))];
        return new Figure("Why logarithms", new Panel
        {
            X = new Axis("points of probability 0.4"), Y = new Axis("log₁₀ of the likelihood"),
            Series =
            [
                new Line(counts, sum) { Label = "sum of logarithms", Color = Palette.Blue, Width = 2.4 },
                new Line(counts, [.. product.Select(v => double.IsFinite(v) ? v : double.NaN)])
                { Label = "logarithm of the product", Color = Palette.Vermillion, Style = LineStyle.Dashed,
                    Width = 2.4 },
                new HorizontalLine(Math.Log10(double.Epsilon))
                { Label = "smallest positive double", Color = Palette.Grey, Style = LineStyle.DashDot },
            ],
        });
    }

    public static Figure TwoHalves()
    {
        double[] marked = [0.9, 0.1, 0.01];
        return new("Binary cross-entropy of one sample", new Panel
        {
            X = new Axis("predicted probability p of label 1") { Min = 0, Max = 1 },
            Y = new Axis("loss (nats)") { Min = 0, Max = 5 },
            Series =
            [
                Line.Of(p => ScalarBinaryCrossEntropy.OfSample(p, 1), 0.002, 1)
                    with { Label = "y = 1: −ln p", Color = ColorOf.Label1, Width = 2.4 },
                Line.Of(p => ScalarBinaryCrossEntropy.OfSample(p, 0), 0, 0.998)
                    with { Label = "y = 0: −ln(1 − p)", Color = ColorOf.Label0, Style = LineStyle.Dashed,
                        Width = 2.4 },
                new Markers([0.5], [ScalarBinaryCrossEntropy.OfSample(0.5, 1)])
                    { Label = "ln 2 at p = ½", Color = Palette.Black, Size = 8 },
                new Markers(marked, [.. marked.Select(p => ScalarBinaryCrossEntropy.OfSample(p, 1))])
                { Label = "p = 0.9, 0.1, 0.01", Color = ColorOf.Label1, Filled = false, Size = 8 },
            ],
        })
        { Width = 820, Height = 520 };
    }

    public static Figure ConfidentMistakes()
    {
        double[] marked = [0.51, 0.9, 0.99];
        static double Loss(double c) => ScalarBinaryCrossEntropy.OfSample(c, 0);
        return new Figure("The loss of a confident mistake", new Panel
        {
            X = new Axis("confidence c in the wrong answer") { Min = 0.45, Max = 1 },
            Y = new Axis("loss") { Min = 0, Max = 5 },
            Series =
            [
                Line.Of(Loss, 0.5, 0.9935) with
                    { Label = "cross-entropy −ln(1 − c)", Color = ColorOf.CrossEntropy, Width = 2.4 },
                Line.Of(c => ScalarSquaredError.Mean([c], [0]), 0.5, 1)
                    with { Label = "squared error c²", Color = ColorOf.SquaredError, Style = LineStyle.Dashed,
                        Width = 2.4 },
                new Markers(marked, [.. marked.Select(Loss)]) { Color = Palette.Blue, Size = 8 },
                .. marked.Select(c => new Annotation(c - 0.012, Loss(c) + 0.12, $"{100 * c:0} %: {Loss(c):0.00}")
                { Anchor = TextAnchor.Right }),
            ],
        });
    }

    public static Figure Gibbs()
    {
        (double P, Color Color, LineStyle Style)[] truths =
            [(0.5, Palette.Blue, LineStyle.Solid), (0.7, Palette.Green, LineStyle.Dashed),
                (1, Palette.Vermillion, LineStyle.DashDot)];
        return new Figure("No prediction beats the truth", new Panel
        {
            X = new Axis("predicted probability q") { Min = -0.02, Max = 1.02 },
            Y = new Axis("H(p, q) (nats)") { Min = -0.1, Max = 3 },
            Series =
            [
                .. truths.Select(t =>
                    Line.Of(q => Information.CrossEntropy([t.P, 1 - t.P], [q, 1 - q]), 0.00001,
                        t.P == 1 ? 1 : 0.99999, 2001)
                    with { Label = $"true p = {t.P}", Color = t.Color, Style = t.Style, Width = 2.4 }),
                new Markers([.. truths.Select(t => t.P)], [.. truths.Select(t => Information.Entropy([t.P, 1 - t.P]))])
                { Label = "entropy H(p), at q = p", Color = Palette.Black, Size = 8 },
            ],
        })
        { Width = 820, Height = 520 };
    }

    public static Figure RareClass()
    {
        double[] x = ClassWeights.Draw(1);
        ClassWeights found = ClassWeights.Measure(1);
        double[] edges = [.. Enumerable.Range(0, 33).Select(i => -4 + i * 0.25)];
        return new Figure("A rare class needs weights", new Panel
        {
            X = new Axis("x"), Y = new Axis("samples"),
            Series =
            [
                new Histogram(x[..ClassWeights.Common], edges)
                { Label = $"common, {ClassWeights.Common}", Color = ColorOf.Label0, Opacity = 0.4 },
                new Histogram(x[ClassWeights.Common..], edges)
                { Label = $"rare, {ClassWeights.Rare}", Color = ColorOf.Label1, Opacity = 0.9 },
                new VerticalLine(found.Plain.Boundary)
                { Label = $"boundary: {found.Plain.RareFound:P0} of rare found", Color = Palette.Black,
                    Style = LineStyle.Solid },
                new VerticalLine(found.Weighted.Boundary)
                { Label = $"with weights: {found.Weighted.RareFound:P0}", Color = Palette.Black,
                    Style = LineStyle.Dashed },
            ],
        })
        { Width = 900, Height = 500 };
    }
}
