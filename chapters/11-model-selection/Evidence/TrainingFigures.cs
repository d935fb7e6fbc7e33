using Reference.Book;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.ModelSelection;

/// <summary>Figures of searches over the notes' network.</summary>
internal static class TrainingFigures
{
    public static Figure Table()
    {
        int[] epochs = [2, 8, 30];
        double[] rates = [1e-4, 1e-3, 1e-2, 1e-1];
        int[][] topologies = [[16], [64], [128], [32, 32]];
        double[][,] tables = NotesObjective.Table(NotesObjective.Data(1, 320), topologies, rates, epochs);
        double[] all = [.. tables.SelectMany(table => table.Cast<double>())];
        return Figure.Grid("Validation accuracy of 20-H-3 networks", 3, [.. epochs.Select((e, i) => new Panel
        {
            Title = $"after {e} epochs", X = "learning rate", Y = i == 0 ? "hidden layers" : "", ShowGrid = false,
            Series =
            [
                new HeatMap(tables[i])
                {
                    RowLabels = [.. topologies.Select(t => string.Join("-", t))],
                    ColumnLabels = ["10⁻⁴", "10⁻³", "10⁻²", "10⁻¹"], CellFormat = "0.00", Min = all.Min(),
                    Max = all.Max(), OriginAtTop = true,
                },
            ],
        })]) with
        { Height = 340 };
    }

    public static Figure Objective()
    {
        ThreeParts parts = NotesObjective.Data(1, 240);
        const int Rates = 9, Widths = 5;
        double[] widths = [.. Enumerable.Range(0, Widths).Select(w => 16 + (w + 0.5) * 112 / Widths)];
        var grid = new GridSampler(
            ("hidden_dim", [.. widths.Select(w => Math.Round(w))]),
            ("learning_rate", [.. Enumerable.Range(0, Rates)
                .Select(r => ScalarSearch.LogUniform(1e-4, 1e-1, (r + 0.5) / Rates))]));
        Study all = new Study(grid).Optimize(NotesObjective.Objective(parts), grid.Count),
            tpe = new Study(new TpeSampler(new RandomStream(2))).Optimize(NotesObjective.Objective(parts), 30);
        var values = new double[Widths, Rates];
        Array.ForEach([.. all.Trials], trial => values[trial.Number / Rates, trial.Number % Rates] = trial.Value);
        return Figure.Grid(
            $"The notes' objective: grid of {grid.Count} best {all.Best.Value:0.000}, 30 trials of TPE "
                + $"{tpe.Best.Value:0.000}", 1, [new Panel
        {
            X = new Axis("log₁₀ learning rate") { Min = -4.05, Max = -0.95 },
            Y = new Axis("hidden units") { Min = 12, Max = 132 }, ShowLegend = false, ShowGrid = false,
            Series =
            [
                new HeatMap(values)
                    { XRange = (-4, -1), YRange = (16, 128), ColorBar = "validation loss after 20 epochs" },
                .. tpe.Trials.Select((trial, t) => new Markers(
                    [Math.Log10(trial.Parameters["learning_rate"])], [trial.Parameters["hidden_dim"]])
                { Color = Palette.White, Size = 6, Filled = false }),
                new Markers(
                    [Math.Log10(tpe.Best.Parameters["learning_rate"])], [tpe.Best.Parameters["hidden_dim"]])
                { Color = Palette.White, Size = 11 },
            ],
        }]) with
        { Height = 460 };
    }

    public static Figure Pruning()
    {
        Study study = new Study(new TpeSampler(new RandomStream(3)), new MedianPruner(5, 2))
            .Optimize(NotesObjective.Objective(NotesObjective.Data(1, 240)), 30);
        Trial[] complete = [.. study.Trials.Where(trial => trial.State == TrialState.Complete)],
            pruned = [.. study.Trials.Where(trial => trial.State == TrialState.Pruned)];
        double[] epochs = [.. Enumerable.Range(1, 20).Select(e => (double)e)];
        int trained = study.Trials.Sum(trial => trial.Reports.Count);
        Line Of(Trial trial, Color color, string? label) =>
            new([.. trial.Reports.Keys.Select(step => (double)step)], [.. trial.Reports.Values])
            { Color = color, Width = 1.2, Label = label };
        return Figure.Grid(
            $"{pruned.Length} of 30 trials stopped: {trained} epochs instead of {30 * 20}", 1, [new Panel
        {
            X = "epoch", Y = new Axis("validation loss") { Min = 0.4, Max = 1.6 },
            Series =
            [
                .. complete.Select((trial, i) => Of(trial, Palette.Sky, i == 0 ? "complete" : null)),
                .. pruned.Select((trial, i) => Of(trial, ColorOf.Validation, i == 0 ? "stopped" : null)),
                new Markers(
                    [.. pruned.Select(trial => (double)trial.Reports.Keys.Last())],
                    [.. pruned.Select(trial => trial.Reports.Values.Last())]) { Color = ColorOf.Validation, Size = 5 },
                new Line(epochs, [.. epochs.Select(e =>
                    ScalarSearch.Median([.. complete.Select(trial => trial.Reports[(int)e])]))])
                { Color = ColorOf.Minimum, Style = LineStyle.Dashed, Width = 2.2,
                    Label = "median of complete trials" },
            ],
        }]) with
        { Height = 480 };
    }
}
