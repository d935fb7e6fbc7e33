using Reference.Plotting;

namespace Reference.Transformers;

/// <summary>Blocks and models as diagrams, from below to above.</summary>
internal static class DiagramFigures
{
    private const double Half = 0.42;

    public static Figure Block() => Figure.Grid("Two orders of the same parts", 2,
    [
        Chain("norm after, 2017 and BERT", ["attention", "+", "norm", "feed-forward", "+", "norm"]),
        Chain("norm before, GPT-2", ["norm", "attention", "+", "norm", "feed-forward", "+"]),
    ]) with { Height = 620, Width = 760 };

    private static Panel Chain(string title, string[] parts)
    {
        List<Series> series = [new Annotation(0, 0, "X"), new Annotation(0, parts.Length + 1, "Y")];
        double from = 0.35;
        for (int i = 0; i < parts.Length; i++)
        {
            int y = i + 1;
            series.Add(new Arrow(0, y - 1 + (i == 0 ? 0.25 : Half), 0, y - (parts[i] == "+" ? 0.2 : Half)));
            if (parts[i] == "+")
            {
                series.Add(new Line([0, -1.75, -1.75, -0.25], [from, from, y, y])
                    { Color = Palette.Vermillion, Width = 2 });
                series.Add(new Arrow(-0.5, y, -0.22, y) { Color = Palette.Vermillion });
                series.Add(new Annotation(0, y, "+"));
                from = y + 0.5 + (i + 1 < parts.Length && parts[i + 1] == "norm" && title.StartsWith("norm after")
                    ? 1 : 0);
            }
            else
            {
                series.AddRange(Box(0, y, 1.35, parts[i]));
            }
        }

        series.Add(new Arrow(0, parts.Length + (parts[^1] == "+" ? 0.2 : Half), 0, parts.Length + 0.75));
        return new()
        {
            Title = title, ShowAxes = false, ShowGrid = false, ShowLegend = false, Series = series,
            X = new Axis("") { Min = -2.2, Max = 2.2 }, Y = new Axis("") { Min = -0.5, Max = parts.Length + 1.5 },
        };
    }

    public static Figure Models()
    {
        string[] encoder = ["E[id] + P", "self-attention", "feed-forward"],
            decoder = ["E[id] + P", "causal self-attention", "cross-attention", "feed-forward", "linear, softmax"],
            gpt = [.. decoder.Where(part => part != "cross-attention")];
        List<Series> series =
        [
            .. Stack(0, "encoder", "I love deep learning", encoder, null),
            .. Stack(4.6, "decoder", "start, J'adore", decoder, "l'apprentissage"),
            .. Stack(9.6, "GPT: a decoder alone", "I love deep", gpt, "learning"),
            .. Stack(14.2, "BERT: an encoder alone", "I love [MASK] learning", [.. encoder, "linear, softmax"],
                "deep"),
            new Line([0, 0, 2.3, 2.3], [3 + Half, 4.2, 4.2, 3]) { Color = Palette.Vermillion, Width = 2 },
            new Arrow(2.3, 3, 2.78, 3) { Color = Palette.Vermillion },
        ];
        return new("Transformers and their parts", new Panel
        {
            ShowAxes = false, ShowGrid = false, ShowLegend = false, Series = series,
            X = new Axis("") { Min = -2.2, Max = 16.4 }, Y = new Axis("") { Min = -0.5, Max = 7.4 },
        }) { Height = 480, Width = 1250 };
    }

    private static IEnumerable<Series> Stack(double x, string name, string read, string[] parts, string? written)
    {
        yield return new Annotation(x, 7, name);
        yield return new Annotation(x, 0, read);
        for (int i = 0; i < parts.Length; i++)
        {
            yield return new Arrow(x, i + (i == 0 ? 0.25 : Half), x, i + 1 - Half);
            foreach (Series part in Box(x, i + 1, 1.8, parts[i]))
            {
                yield return part;
            }
        }

        if (written is not null)
        {
            yield return new Arrow(x, parts.Length + Half, x, parts.Length + 0.75);
            yield return new Annotation(x, parts.Length + 1, written);
        }
    }

    private static IEnumerable<Series> Box(double x, double y, double half, string text) =>
    [
        new Region([x - half, x + half], [y - Half, y - Half], [y + Half, y + Half])
        {
            Opacity = 0.3,
            Color = text.Contains("attention") ? Palette.Blue
                : text == "feed-forward" ? Palette.Orange : text == "norm" ? Palette.Green : Palette.Grey,
        },
        new Annotation(x, y, text),
    ];
}
