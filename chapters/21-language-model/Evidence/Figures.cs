using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.LanguageModels;

/// <summary>The figures, in the order of the README.</summary>
public static class LanguageModelFigures
{
    private static readonly string[] s_tokens = ["a", "b", "c", "d", "e"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        ChapterFigure.Measured("texts", "Texts of the two-minute setting: noise, then letters as frequent as in the "
            + "text, then words, names and lines.", "S1-287 S1-286", "language-model"),
        new("stages", "From a prompt to the next character: what one call of the pipeline does, again and again.",
            "S1-357 S1-311", Stages),
        ChapterFigure.Measured("loss", "Training and validation loss of the two-minute setting, by iteration, and "
            + "n-grams on the same validation text.", "S1-293 S1-366 S1-292", "language-model"),
        ChapterFigure.Measured("notes-run", "Loss of the notes' own run and of the two-minute setting by what was "
            + "read, and n-grams that have counted the whole text.", "S1-280 S1-293", "notes-run"),
        ChapterFigure.Measured("attention", "Where the heads of the last block look, a character a row.",
            "S1-301 S1-259", "language-model"),
        ChapterFigure.Measured("positions",
            "Vectors of places as training made them: with three of their 128 channels.",
            "S1-276 S1-226", "language-model"),
        new("decoding",
            "Five tokens with the scores 2, 1, ½, 0.1 and −1: temperature, what top-k and top-p leave, and "
            + "1,000 draws beside the distribution that they come from.", "S1-360 S1-320 S1-318 S1-319 S1-358 S1-316",
            Decoding),
        new("beam-tree", "Greedy decoding takes a, the likelier token, and ends at 0.33; two beams keep b as well and "
            + "find 0.36.", "S1-359 S1-317 S1-315", Tree),
        ChapterFigure.Measured("policy",
            "Reward and KL while a policy learns from the reward model, without a price and "
            + "with one.", "S1-299 S1-352 S1-298", "reward"),
    ];

    private static Figure Stages()
    {
        (string Name, string Shown)[] stages =
        [
            ("prompt", "ROMEO:"), ("ids", "30 27 25 17 27 10"), ("vectors", "E[id] + P"), ("blocks", "4 times"),
            ("scores", "65 numbers"), ("distribution", "τ, top-k, top-p"), ("next", "⏎"),
        ];
        return new("One call", new Panel
        {
            ShowAxes = false, ShowGrid = false, X = new Axis("") { Min = -0.7, Max = 6.7 },
            Y = new Axis("") { Min = -1.6, Max = 0.8 },
            Series =
            [
                .. stages.SelectMany((stage, i) => new Series[]
                {
                    new Annotation(i, 0.25, stage.Name) { Color = Palette.Blue },
                    new Annotation(i, -0.15, stage.Shown),
                }),
                .. Enumerable.Range(0, 6).Select(i =>
                    new Arrow(i + 0.36, 0.25, i + 0.64, 0.25) { Color = Palette.Grey }),
                new Arrow(6, -0.5, 6, -1.1) { Color = Palette.Grey }, new Arrow(6, -1.1, 0, -1.1)
                    { Color = Palette.Grey },
                new Arrow(0, -1.1, 0, -0.5) { Color = Palette.Grey },
                new Annotation(3, -1.35, "added to the prompt; keys and values of what was read stay in the cache"),
            ],
        }) { Height = 220, Width = 980 };
    }

    private static Figure Decoding()
    {
        double[] z = [.. LanguageModelNumbers.Scores], p = ScalarActivations.Softmax(z);
        return Figure.Grid("One distribution, decoded", 3,
        [
            Bars("temperature ½", ScalarDecoding.Temperature(z, 0.5)), Bars("temperature 1", p),
            Bars("temperature 2", ScalarDecoding.Temperature(z, 2)), Bars("top-k, k = 3", ScalarDecoding.TopK(p, 3)),
            Bars("top-p, P = 0.7", ScalarDecoding.TopP(p, 0.7)), Bars("1,000 draws at temperature 1", Drawn(p)),
        ]) with { Height = 520, ShareY = true };
    }

    /// <summary>The shares of 1,000 draws. S1-358</summary>
    public static double[] Drawn(double[] p)
    {
        var random = new RandomStream(21);
        var counts = new double[p.Length];
        for (int i = 0; i < 1000; i++)
        {
            counts[ScalarDecoding.Multinomial(p, random.Uniform())] += 1e-3;
        }

        return counts;
    }

    private static Panel Bars(string title, double[] p) => new()
    {
        Title = title, X = "token", Y = new Axis("probability") { Min = 0, Max = 1 },
        Series = [new Bars(s_tokens, p) { Color = Palette.Blue, ShowValues = "0.00" }],
    };

    private static Figure Tree()
    {
        List<Series> series = [];
        for (int first = 0; first < 2; first++)
        {
            Branch(0, 0, 2, 2 - 4 * first, BeamTree.Probability([], first), first == 0 ? "a" : "b", true);
            for (int second = 0; second < 2; second++)
            {
                double p = BeamTree.Probability([first], second);
                bool kept = (first, second) is (0, 0) or (1, 1);
                (double x, double y) = (4, 3 - 4 * first - 2 * second);
                Branch(2, 2 - 4 * first, x, y, p, second == 0 ? "a" : "b", kept);
                series.Add(new Annotation(x + 0.3, y, $"{BeamTree.Probability([], first) * p:0.00}"
                    + ((first, second) switch { (0, 0) => "  greedy", (1, 1) => "  best of two beams", _ => "" }))
                    { Anchor = TextAnchor.Left });
            }
        }

        return new("A beam of two", new Panel
        {
            ShowAxes = false, ShowGrid = false, X = new Axis("") { Min = -0.3, Max = 6.2 },
            Y = new Axis("") { Min = -4, Max = 4 }, Series = series,
        }) { Height = 360, Width = 640 };

        void Branch(double x0, double y0, double x, double y, double p, string token, bool kept)
        {
            Color color = kept ? Palette.Blue : Palette.Grey;
            series.Add(new Line([x0 + 0.15, x - 0.15], [y0 + 0.075 * (y - y0), y - 0.075 * (y - y0)])
                { Color = color, Width = kept ? 2.4 : 1.2 });
            series.Add(new Annotation((x0 + x) / 2, (y0 + y) / 2 + (x0 == 0 ? 0.55 : 0.4), $"{p:0.00}")
                { Color = color });
            series.Add(new Annotation(x, y, token));
        }
    }
}
