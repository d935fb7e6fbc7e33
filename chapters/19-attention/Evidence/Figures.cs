using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Attention;

/// <summary>The figures, in the order of the README.</summary>
public static class AttentionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        ChapterFigure.Measured("reversal",
            "Share of unseen words written backwards without a mistake, by their length: "
            + "median and range of three networks each.", "S3-185 S3-183", "reversal"),
        ChapterFigure.Measured("alignment", "Where the decoder looks while it writes a word backwards.",
            "S3-185 S2-240", "reversal"),
        new("pipeline", "Scores, weights and output of four queries and six keys of width 4: each row of the weights "
            + "adds up to 1, each row of the output is a mean of the values.",
            "S0-181 S1-247 S1-249 S1-248 S1-340 S1-341 S1-342 S1-343 S1-344 S2-279", Pipeline),
        new("sat", "The word sat attends to the five words of its sentence: scores as the notes compute them, and the "
            + "weights with and without the division by √2.", "S2-250 S2-251", Sat),
        new("scaling", "Entropy of the weights of 64 keys, and the mean derivative of a weight, against the width of "
            + "random queries and keys: median of 200 draws. Dashed: ln 64, all weights equal.",
            "S1-241 S0-179 S2-242", Scaling),
        new("table", "The printed table, and what a causal mask leaves of it when a row belongs to a query.",
            "S1-246 S1-245 S1-260 S1-261", Table),
        new("masks", "What six queries see of six tokens: everything, nothing later, no padding, and both.",
            "S1-260 S1-262 S1-253 S1-345 S1-346", Masks),
        new("cost", "Numbers kept between the passes of one head of width 64: all weights, or one number a query.",
            "S1-254", Cost),
    ];

    private static Figure Pipeline()
    {
        var random = new RandomStream(5);
        double[,] Draw(int rows) => Matrix<double>.Build.Dense(rows, 4, random.Normals(rows * 4)).ToArray();
        (double[,] Q, double[,] K, double[,] V) = (Draw(4), Draw(6), Draw(6));
        double[,] S = ScalarAttention.Scores(Q, K), A = ScalarAttention.Weights(S, [6, 6, 6, 6]);
        return Figure.Grid("From scores to the output", 3,
        [
            Cells("scores qᵢ·kⱼ/√d", S, ColorMap.Diverging, -3, 3, "key", "query"),
            Cells("weights", A, ColorMap.Blues, 0, 1, "key", "query"),
            Cells("output", ScalarAttention.Output(A, V), ColorMap.Diverging, -3, 3, "place", "query"),
        ]) with
        { Height = 290 };
    }

    private static Figure Sat() => Figure.Grid("Attention of sat", 2,
    [
        new Panel
        {
            Title = "scores q·k", Y = new Axis("score") { Min = 0 },
            Series = [new Bars(SatExample.Words, SatExample.Unscaled()) { Color = Palette.Grey }],
        },
        new Panel
        {
            Title = "weights", Y = new Axis("weight") { Min = 0, Max = 0.4 },
            X = new Axis("")
                { Min = 0.5, Max = 5.5, Ticks = [.. SatExample.Words.Select((w, i) => new Tick(i + 1, w))] },
            Series =
            [
                Weights(scaled: false) with { Color = Palette.Vermillion, Label = "without the scale" },
                Weights(scaled: true) with { Color = Palette.Blue, Label = "divided by √2" },
            ],
        },
    ]);

    private static Line Weights(bool scaled) =>
        new([1, 2, 3, 4, 5], SatExample.Weights(scaled)) { Width = 2.2 };

    private static Figure Scaling()
    {
        int[] widths = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
        double[] xs = [.. widths.Select(d => (double)d)];
        (double Entropy, double Slope)[] Of(bool scaled) => [.. widths.Select(d => Saturation(d, scaled))];
        (double Entropy, double Slope)[] bare = Of(false), scaled = Of(true);
        Panel Panel(string title, string y, Func<(double Entropy, double Slope), double> of, params Series[] more) =>
            new()
            {
                Title = title, X = new Axis("width d") { Scale = AxisScale.Log }, Y = new Axis(y) { Min = 0 },
                Series =
                [
                    new Line(xs, [.. bare.Select(of)])
                        { Color = Palette.Vermillion, Width = 2.2, Label = "softmax(q·k)" },
                    new Line(xs, [.. scaled.Select(of)])
                        { Color = Palette.Blue, Width = 2.2, Label = "softmax(q·k/√d)" },
                    .. more,
                ],
            };
        return Figure.Grid("Why scores are divided by √d", 2,
        [
            Panel("entropy of the weights", "entropy in nats", p => p.Entropy,
                new HorizontalLine(Math.Log(64)) { Color = Palette.Grey }),
            Panel("mean of Σ a(1 − a)", "trace of the Jacobian", p => p.Slope),
        ]);
    }

    /// <summary>Medians of the entropy of 64 weights and of the trace of their Jacobian. S1-241</summary>
    public static (double Entropy, double Slope) Saturation(int d, bool scaled, int draws = 200)
    {
        var random = new RandomStream(11);
        (double Entropy, double Slope)[] all = [.. Enumerable.Range(0, draws).Select(_ =>
        {
            double[,] Q = Matrix<double>.Build.Dense(1, d, random.Normals(d)).ToArray(),
                K = Matrix<double>.Build.Dense(64, d, random.Normals(64 * d)).ToArray();
            Matrix<double> S = Matrix<double>.Build.DenseOfArray(ScalarAttention.Scores(Q, K));
            double[] a = [.. ScalarAttention.Weights((S * (scaled ? 1 : Math.Sqrt(d))).ToArray(), [64])
                .Cast<double>()];
            return (-a.Where(w => w > 0).Sum(w => w * Math.Log(w)), a.Sum(w => w * (1 - w)));
        })];
        return (all.Select(p => p.Entropy).Order().ElementAt(draws / 2), all.Average(p => p.Slope));
    }

    private static Figure Table()
    {
        var masked = new double[6, 6];
        for (int i = 0; i < 6; i++)
        {
            double[] row = WeightTable.Masked(i);
            for (int j = 0; j < 6; j++)
            {
                masked[i, j] = j <= i ? row[j] : double.NaN;
            }
        }

        return Figure.Grid("Attention weights of six tokens", 2,
        [
            Cells("as printed", WeightTable.Printed, ColorMap.Blues, 0, 1, "", "", "0.000", "K", "Q"),
            Cells("masked, a row a query", masked, ColorMap.Blues, 0, 1, "", "", "0.000", "Q", "K"),
        ]) with
        { Height = 420 };
    }

    private static Figure Masks()
    {
        (string Title, AttentionMask Mask)[] masks =
        [
            ("none", new()), ("causal", new(true)), ("4 tokens, 2 padding", new(Lengths: [4])),
            ("both", new(true, [4])),
        ];
        return Figure.Grid("What a query may look at", 4, [.. masks.Select(m =>
        {
            int[] visible = m.Mask.Visible(0, 6, 6);
            var seen = new double[6, 6];
            for (int i = 0; i < 36; i++)
            {
                seen[i / 6, i % 6] = i % 6 < visible[i / 6] ? 1 : 0;
            }

            return Cells(m.Title, seen, ColorMap.Blues, 0, 1.6, "key", "query", format: null);
        })]) with
        { Height = 260 };
    }

    private static Figure Cost()
    {
        int[] lengths = [128, 256, 512, 1024, 2048];
        double[] xs = [.. lengths.Select(n => (double)n)];
        return new("What attention keeps", new Panel
        {
            X = new Axis("tokens n") { Scale = AxisScale.Log },
            Y = new Axis("numbers kept") { Scale = AxisScale.Log },
            Series =
            [
                new Line(xs, [.. lengths.Select(n => (double)n * n)])
                    { Color = Palette.Vermillion, Width = 2.2, Label = "all weights, n²" },
                new Line(xs, [.. lengths.Select(n => TiledBytes(n) / 8.0)])
                    { Color = Palette.Blue, Width = 2.2, Label = "tiles, measured" },
            ],
        }) { Height = 420, Width = 600 };
    }

    private static long TiledBytes(int n)
    {
        var random = new RandomStream(1);
        MatrixView Draw() => new(random.Normals(64 * n), 64, n);
        (MatrixView Q, MatrixView K, MatrixView V, MatrixView Z) = (Draw(), Draw(), Draw(), Draw());
        var tiled = new TiledAttention();
        tiled.Forward(Q, K, V, [.. Enumerable.Repeat(n, n)], 1, Z);
        tiled.Backward(Z, Draw(), Draw(), Draw(), Draw());
        return tiled.Bytes;
    }

    private static Panel Cells(
        string title, double[,] values, ColorMap map, double min, double max, string x, string y,
        string? format = "0.00", string? rows = null, string? columns = null) => new()
        {
            Title = title, X = x, Y = y, AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(values)
                {
                    OriginAtTop = true, Map = map, Min = min, Max = max, CellFormat = format,
                    RowLabels = Numbered(rows, values.GetLength(0)),
                    ColumnLabels = Numbered(columns, values.GetLength(1)),
                },
            ],
        };

    private static string[]? Numbered(string? letter, int count) =>
        letter is null ? null : [.. Enumerable.Range(1, count).Select(i => $"{letter}_{i}")];
}
