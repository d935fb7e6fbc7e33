using Reference.Attention;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;
using Reference.RecurrentNetworks;

namespace Reference.Transformers;

/// <summary>The figures, in the order of the README.</summary>
public static class TransformerFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("positions", "Waves for a hundred places and 64 rows, and inner products of the vectors of two places by "
            + "their distance: 1 at 0, and of each distance the same everywhere.",
            "S0-176 S1-207 S2-238 S1-229", Positions),
        new("block", "An encoder block that normalizes the sum of sublayer and input, and one that normalizes the "
            + "input of the sublayer.", "S1-347", DiagramFigures.Block),
        new("depth", "Size of the gradient that reaches each of 16 blocks, drawn weights, before training: median of "
            + "9 "
            + "draws, 1 at the output.", "S1-268", Depth),
        new("stages", "Into a small trained encoder goes the sum of the words' vectors and the places' vectors; out "
            + "comes a distribution over all words for the hidden one, which sums to 1.",
            "S1-338 S1-349 S1-351 S1-228", Stages),
        new("models", "Encoder and decoder for translation, a decoder alone as GPT, an encoder alone as BERT. Each "
            + "block stands for a stack of N.",
            "S1-336 S1-350 S1-353 S1-354 S1-355 S1-356 S2-278 S2-280 S3-187", DiagramFigures.Models),
        new("masks", "What a query, a row, sees in BERT, in GPT and in T5, which reads six tokens and writes four.",
            "S1-209 S1-306 S1-307", Masks),
        ChapterFigure.Measured("dates", "Loss of a symbol in training, and the share of 1,000 unseen dates that are "
            + "translated without a mistake.", "S1-305 S2-265", "dates"),
        ChapterFigure.Measured("dates-attention", "Where the last block of the decoder looks in the English text for "
            + "each symbol of the translation.", "S1-205 S1-305", "dates"),
        ChapterFigure.Measured("sentiment",
            "Accuracy on unseen reviews by epoch, padding masked or read as a word; and "
            + "the probability of praise of the notes' last sentence by the padding behind it, after training on nine "
            + "sentences.", "S0-195 S0-198 S0-199", "sentiment"),
        ChapterFigure.Measured("sentiment-attention", "Four of the eight heads of the trained sentiment encoder.",
            "S0-182 S0-192", "sentiment"),
        ChapterFigure.Measured("masked-words", "Share of hidden words found in held-out windows of Tiny Shakespeare.",
            "S2-268", "masked-words"),
        ChapterFigure.Measured("masked-attention",
            "Heads of the last block over the beginning of a window with hidden "
            + "words.", "S2-268 S1-179", "masked-words"),
    ];

    private static readonly Lazy<TwoSenses> s_senses = new(() => new(1));

    private static Figure Positions()
    {
        const int d = 64, places = 100;
        var P = new double[d, places];
        for (int p = 0; p < places; p++)
        {
            double[] at = ScalarPositions.Sinusoid(p, d);
            for (int c = 0; c < d; c++)
            {
                P[c, p] = at[c];
            }
        }

        double[] distances = [.. Enumerable.Range(-50, 101).Select(k => (double)k)];
        int[] widths = [8, 64, 512];
        return Figure.Grid("Places as waves", 2,
        [
            new Panel
            {
                Title = $"PE, d = {d} (red 1, blue −1)", X = "place p", Y = "row", ShowGrid = false,
                Series = [new HeatMap(P) { Map = ColorMap.Diverging, Min = -1, Max = 1, OriginAtTop = true }],
            },
            new Panel
            {
                Title = "PE(p) · PE(p + k) / (d/2), p = 50", X = "distance k", Y = "inner product",
                Series =
                [
                    .. widths.Select((w, i) => new Line(distances, [.. distances.Select(k =>
                        Inner(ScalarPositions.Sinusoid(50, w), ScalarPositions.Sinusoid(50 + (int)k, w)) / (w / 2.0))])
                        { Width = 2.2, Label = $"d = {w}", Color = ColorOf.Time(i, widths.Length) }),
                ],
            },
        ]) with { Height = 400 };
    }

    private static double Inner(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();

    private static Figure Depth()
    {
        const int blocks = 16;
        double[] places = [.. Enumerable.Range(1, blocks).Select(b => (double)b)];
        (string Name, Norm? Norm, Color Color)[] kinds =
        [
            ("no residuals", null, Palette.Grey), ("norm after the sum", Norm.After, Palette.Vermillion),
            ("norm before the sublayer", Norm.Before, Palette.Blue),
        ];
        return new("Gradients on their way down", new Panel
        {
            X = "block", Y = new Axis("‖∂L/∂X‖, output = 1") { Scale = AxisScale.Log },
            Series =
            [
                .. kinds.Select(kind =>
                {
                    double[][] draws = [.. Enumerable.Range(0, 9).Select(s => Gradients(kind.Norm, blocks, (ulong)s))];
                    return new Line(places, [.. places.Select((_, b) =>
                        draws.Select(norms => norms[b]).Order().ElementAt(draws.Length / 2))])
                        { Color = kind.Color, Width = 2.2, Label = kind.Name };
                }),
            ],
        }) { Height = 420, Width = 640 };
    }

    /// <summary>‖∂L/∂X‖ at the input of each block, relative to that at the output; null: no residuals.
    /// S1-268</summary>
    public static double[] Gradients(Norm? norm, int blocks, ulong seed)
    {
        const int D = 16, T = 6;
        var random = new RandomStream(seed);
        var sequences = new Sequences(T);
        Initializer w = Initializers.Xavier(random);
        ILayer[] stack = [.. Enumerable.Range(0, blocks).Select(_ => norm is { } place
            ? (ILayer)new EncoderBlock(new(D, 4, 64, place), sequences, w, random)
            : new Sequential(
                new SelfAttention(D, 4, sequences, w), new Dense(D, 64, w), new Relu(64), new Dense(64, D, w)))];
        MatrixView X = new(random.Normals(D * T), D, T), dY = new(random.Normals(D * T), D, T);
        foreach (ILayer block in stack)
        {
            X = block.Forward(X);
        }

        var norms = new double[blocks];
        double top = Size(dY);
        for (int b = blocks - 1; b >= 0; b--)
        {
            dY = stack[b].Backward(dY);
            norms[b] = Size(dY) / top;
        }

        return norms;
    }

    private static double Size(MatrixView X) => X.ToMatrix().FrobeniusNorm();

    private static Figure Stages()
    {
        string[] sentence = ["he", "caught", "a", "[MASK]", "in", "the", "lake"];
        (MatrixView E, MatrixView P, MatrixView X) input;
        double[] p;
        TwoSenses model = s_senses.Value;
        lock (model) // a network keeps one pass
        {
            (input, p) = (model.Input(sentence), model.Hidden(sentence));
        }

        Panel Map(string title, MatrixView values) => new()
        {
            Title = title, Y = "row", ShowGrid = false,
            Series =
            [
                new HeatMap(values.ToMatrix().ToArray())
                {
                    OriginAtTop = true, Map = ColorMap.Diverging, Min = -2, Max = 2,
                        ColumnLabels = [.. sentence.Select(w => w == "[MASK]" ? "mask" : w)],
                },
            ],
        };
        int[] best = [.. Enumerable.Range(0, p.Length).OrderByDescending(id => p[id]).Take(7)];
        return Figure.Grid("From words to a distribution", 2,
        [
            Map("word vectors E[id] (red > 0 > blue)", input.E), Map("+ place vectors P", input.P),
            Map("= input X", input.X),
            new Panel
            {
                Title = "distribution for [MASK]", Y = new Axis("probability") { Min = 0 },
                Series =
                [
                    new Bars([.. best.Select(id => model.Words[id]), "rest"],
                        [.. best.Select(id => p[id]), 1 - best.Sum(id => p[id])])
                        { Color = Palette.Blue, ShowValues = "0.00" },
                ],
            },
        ]) with { Height = 640, Width = 1100 };
    }

    private static Figure Masks()
    {
        (string Title, bool Causal, int Queries, int Keys)[] maps =
        [
            ("BERT", false, 6, 6), ("GPT", true, 6, 6), ("T5, encoder", false, 6, 6), ("T5, decoder", true, 4, 4),
            ("T5, cross", false, 4, 6),
        ];
        return Figure.Grid("Three families by their masks", 5,
        [
            .. maps.Select(map => RunFigures.Weights(
                map.Title, Visible(map.Causal, map.Queries, map.Keys), null, null, "key", "query") with
                { AspectEqual = true }),
        ]) with { Height = 270, Width = 1250 };
    }

    /// <summary>1 where a query sees a key. // [n × m]. S1-209</summary>
    public static double[,] Visible(bool causal, int n, int m)
    {
        var map = new double[n, m];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < new AttentionMask(causal).Visible(0, i, n, m); j++)
            {
                map[i, j] = 1;
            }
        }

        return map;
    }
}
