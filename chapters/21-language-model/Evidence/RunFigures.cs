using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.LanguageModels;

/// <summary>Figures of trained models.</summary>
internal static class RunFigures
{
    /// <summary>Both losses by iteration, and what counting reaches. S1-292</summary>
    public static Figure Loss(GptTraining run, IReadOnlyList<(string Name, double Loss)> baselines)
    {
        double[] steps = [.. Enumerable.Range(1, run.Losses.Count).Select(i => (double)i)];
        double every = run.Settings.ValidationEvery;
        Color[] colors = [Palette.Grey, Palette.Orange, Palette.Green];
        return new("Loss of the GPT", new Panel
        {
            X = "iteration", Y = new Axis("nats a character") { Min = 1.4, Max = Math.Log(65) + 0.1 },
            Series =
            [
                new Line(steps, [.. run.Losses])
                    { Color = ColorOf.Training.Towards(Palette.White, 0.4), Width = 1,
                        Label = "training, every batch" },
                new Line([.. run.Validated.Select((_, i) => (i + 1) * every)], [.. run.Validated])
                    { Color = ColorOf.Validation, Width = 1.6, Label = "validation, every 10 iterations" },
                .. baselines.Select((b, i) => new Line([1, steps[^1]], [b.Loss, b.Loss])
                    { Color = colors[i], Width = 1.6, Label = b.Name }),
            ],
        }) { Height = 460, Width = 760 };
    }

    /// <summary>Loss by what was read, of a short run and of the notes' one. S1-280, S1-292</summary>
    public static Figure ByCharacters(
        GptTraining brief, GptTraining notes, IReadOnlyList<(string Name, double Loss)> baselines)
    {
        double[] Millions(GptTraining run, int every, int count) => [.. Enumerable.Range(1, count).Select(i =>
            (double)i * every * run.Settings.BatchSize * run.Model.Configuration.ContextSize / 1e6)];
        Line Validation(GptTraining run, Color color, string label) => new(
            Millions(run, run.Settings.ValidationEvery, run.Validated.Count), [.. run.Validated])
            { Color = color, Width = 1.6, Label = label };
        double[] all = Millions(notes, 1, notes.Losses.Count);
        Color[] colors = [Palette.Grey, Palette.Orange, Palette.Green];
        return new("Loss by characters read", new Panel
        {
            X = new Axis("characters read, millions") { Min = 0, Max = all[^1] },
            Y = new Axis("nats a character") { Min = 1, Max = 3 },
            Series =
            [
                new Line(all, [.. notes.Losses])
                    { Color = ColorOf.Training.Towards(Palette.White, 0.4), Width = 1,
                        Label = $"{notes.Settings.BatchSize} windows, training" },
                Validation(notes, ColorOf.Validation, $"{notes.Settings.BatchSize} windows, first validation batch"),
                Validation(brief, Palette.Black, $"{brief.Settings.BatchSize} windows, first validation batch"),
                .. baselines.Select((b, i) => new Line([all[0], all[^1]], [b.Loss, b.Loss])
                    { Color = colors[i], Width = 1.6, Label = b.Name }),
            ],
        }) { Height = 460, Width = 760 };
    }

    /// <summary>What the model writes at four moments. S1-287</summary>
    public static Figure Texts(GptTraining run)
    {
        int last = run.Texts.Count - 1;
        int[] chosen = last >= 20 ? [0, 1, 5, last] : [.. Enumerable.Range(0, last + 1)];
        return Figure.Grid("What it writes after a newline", 2, [.. chosen.Select(i => new Panel
        {
            Title = i == 0 ? "untrained" : $"after {i * run.Settings.TextEvery:N0} iterations", ShowAxes = false,
            ShowGrid = false, X = new Axis("") { Min = 0, Max = 1 }, Y = new Axis("") { Min = -6.5, Max = 0.5 },
            Series =
            [
                .. run.Texts[i].Trim().Split('\n').SelectMany(Folded).Take(7).Select((line, row) =>
                    new Annotation(0.01, -row, line.Length == 0 ? " " : line) { Anchor = TextAnchor.Left }),
            ],
        })]) with { Height = 520 };

        static IEnumerable<string> Folded(string line) =>
            line.Length == 0 ? [""] : line.Chunk(42).Select(part => new string(part));
    }

    /// <summary>The four heads of the last block over a line of verse.</summary>
    public static Figure Attention(GptTraining run)
    {
        const string verse = "But, soft! what light";
        string line = verse.All(run.Text.Characters.Contains) ? verse
            : run.Text.Decode(run.Text.Training[..20].ToArray());
        double[] ids = [.. run.Text.Encode(line).Select(id => (double)id)];
        run.Model.Forward(new MatrixView(ids, ids.Length, 1), Mode.Inference);
        string[] letters = [.. line.Select(c => c == ' ' ? "·" : $"{c}")];
        int last = run.Model.Blocks.Count - 1, heads = run.Model.Configuration.NumberOfHeads;
        return Figure.Grid("Attention of the last block: white 0, dark blue 1", 2,
            [.. Enumerable.Range(0, heads).Select(h => new Panel
        {
            Title = $"head {h + 1}", X = "character seen", Y = "character read", AspectEqual = true, ShowGrid = false,
            Series =
            [
                new HeatMap(run.Model.Blocks[last].Attention.Weights(0, h))
                {
                    OriginAtTop = true, Map = ColorMap.Blues, Min = 0, Max = 1, ColumnLabels = letters,
                    RowLabels = letters,
                },
            ],
        })]) with { Height = 400.0 * ((heads + 1) / 2) };
    }

    /// <summary>Cosines between the vectors of places, and their components that vary most.</summary>
    public static Figure Positions(Gpt model)
    {
        int T = model.Configuration.ContextSize;
        MatrixView P = model.PlaceVectors.Value.View();
        double[][] columns = [.. Enumerable.Range(0, T).Select(t => P.Column(t).ToArray())];
        double[] norms = [.. columns.Select(p => Math.Sqrt(Kernels.Dot(p, p)))];
        int[] rows = [.. Enumerable.Range(0, P.RowCount)
            .OrderByDescending(d => columns.Sum(p => p[d] * p[d]) - Math.Pow(columns.Sum(p => p[d]), 2) / T).Take(3)];
        var cosines = new double[T, T];
        for (int i = 0; i < T * T; i++)
        {
            cosines[i / T, i % T] = Kernels.Dot(columns[i / T], columns[i % T]) / (norms[i / T] * norms[i % T]);
        }

        return Figure.Grid("Learned vectors of the places", 2,
        [
            new Panel
            {
                Title = "cosine of two places: red 1, white 0, blue −1", X = "place", Y = "place", AspectEqual = true,
                    ShowGrid = false,
                Series =
                [
                    new HeatMap(cosines)
                        { OriginAtTop = true, Map = ColorMap.Diverging, Min = -1, Max = 1 },
                ],
            },
            new Panel
            {
                Title = "three channels that vary most", X = "place", Y = "value",
                Series =
                [
                    .. rows.Select((d, i) => new Line(
                        [.. Enumerable.Range(0, T).Select(t => (double)t)], [.. columns.Select(p => p[d])])
                        { Color = Palette.Order[i], Width = 1.8, Label = $"channel {d}" }),
                ],
            },
        ]) with { Height = 400 };
    }

    /// <summary>Reward and KL by step, with a price and without.</summary>
    public static Figure Policy(IReadOnlyList<(double β, PolicyStep[] Steps)> runs)
    {
        Color[] colors = [Palette.Vermillion, Palette.Blue];
        Panel Panel(string title, string y, Func<PolicyStep, double> of) => new()
        {
            Title = title, X = "step", Y = y,
            Series =
            [
                .. runs.Select((run, i) => new Line(
                    [.. run.Steps.Select((_, t) => t + 1.0)], [.. run.Steps.Select(of)])
                    { Color = colors[i], Width = 1.8, Label = $"β = {run.β}" }),
            ],
        };
        return Figure.Grid("Policy gradient with and without a price", 2,
        [
            Panel("reward of the reward model", "mean reward", s => s.Reward),
            Panel("distance to the model before", "KL in nats a text", s => s.Kl),
        ]) with { Height = 380 };
    }
}
