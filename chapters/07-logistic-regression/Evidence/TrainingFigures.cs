using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Perceptrons;
using Reference.Plotting;
using static Reference.Classification.LogisticRegressionFigures;

namespace Reference.Classification;

/// <summary>Figures of training, and of the perceptron beside it.</summary>
internal static class TrainingFigures
{
    private static readonly LogisticModel Start = new([-1, 0.8], 1.5);

    public static Figure BoundaryMoves()
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticRun run = LogisticRun.BySample(Start, set.X, set.Labels, 0.01, 30);
        int[] shown = [0, 1, 2, 3, 5, 8];
        return new Figure("The boundary during training", Plane(4,
        [
            .. Points(set.X, set.Labels),
            .. shown.Select((epoch, i) => Boundary(run.Lines[epoch]) with
            {
                Style = LineStyle.Dashed, Color = ColorOf.Time(i, shown.Length), Width = 2,
                Label = epoch == 0 ? "at the start" : $"epoch {epoch}",
            }),
            Boundary(run.Last) with { Color = Palette.Black, Width = 2.6, Label = "epoch 30" },
        ])) { Width = 700, Height = 740 };
    }

    public static Figure Losses()
    {
        (double[,] X, int[] y) = (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);
        LogisticModel best = ExampleSets.Best(X, y);
        Line Of(string label, LogisticRun run) => OverEpochs(run.Losses) with { Label = label };
        return new Figure("100 epochs on overlapping clouds", new Panel
        {
            X = new Axis("epoch"), Y = new Axis("loss E(w, b) (nats)") { Scale = AxisScale.Log },
            Series =
            [
                .. new[] { 0.01, 0.3 }.Select(α => Of(
                    $"a step after every point, α = {α}", LogisticRun.BySample(Start, X, y, α, 100))),
                .. new[] { 0.1, 1 }.Select(α => Of(
                    $"a step after every pass, α = {α}", LogisticRun.ByBatch(Start, X, y, α, 100))),
                new HorizontalLine(ScalarLogisticRegression.Loss(best.W, best.B, X, y)) { Label = "least loss" },
            ],
        });
    }

    public static Figure PerceptronContrast()
    {
        (double[,] X, int[] y) = (ExampleSets.Separable.X, ExampleSets.Separable.Labels);
        PerceptronRun perceptron = PerceptronTraining.Train(X, y, 1, 1000);
        LogisticModel logistic = LogisticRun.BySample(new([0, 0], 0), X, y, 1, 100).Last;
        return Figure.Grid("Two rules, one form: w + α(y − ŷ)x", 2,
        [
            Plane(1.1,
            [
                .. Points(X, y),
                new SlopedLine(perceptron.W[0], perceptron.W[1], perceptron.B)
                    { Color = Palette.Orange, Label = "perceptron" },
                Boundary(logistic) with { Color = Palette.Black, Label = "logistic" },
            ]) with { Title = "separable" },
            new Panel
            {
                Title = "overlapping",
                X = new Axis("epoch"), Y = new Axis("accuracy") { Min = 0.45, Max = 1 },
                Series =
                [
                    Accuracies(perceptron: true) with { Color = Palette.Orange, Label = "perceptron" },
                    Accuracies(perceptron: false) with { Color = Palette.Black, Label = "logistic" },
                ],
            },
        ]) with { Height = 500 };
    }

    // The accuracy of a rule with α = 0.1 on the overlapping clouds, at the start and after every epoch of 40.
    private static Line Accuracies(bool perceptron)
    {
        (double[,] X, int[] y) = (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);
        List<LogisticModel> lines = [Start];
        for (int epoch = 0; epoch < 40; epoch++)
        {
            lines.Add(Enumerable.Range(0, y.Length).Aggregate(lines[^1], (line, n) => perceptron
                ? ScalarLogisticStep.PerceptronUpdate(line, X.Column(n), y[n], 0.1)
                : ScalarLogisticStep.Update(line, X.Column(n), y[n], 0.1)));
        }

        return OverEpochs([.. lines.Select(l => Accuracy.Of(l.Classes(X), y))]);
    }

    public static Figure Growing()
    {
        GrowingWeights[] runs = [.. new[] { 0, 0.001, 0.01, 0.1 }.Select(λ => GrowingWeights.Measure(λ, 5000))];
        // Every step up to 20, then two digits.
        int[] steps = [.. Enumerable.Range(0, 5000)
            .Where(t => t < 20 || t % (int)Math.Pow(10, Math.Floor(Math.Log10(t)) - 1) == 0)];
        Line Of(GrowingWeights run, IReadOnlyList<double> values) =>
            new([.. steps.Select(t => t + 1.0)], [.. steps.Select(t => values[t])])
                { Label = run.λ == 0 ? "λ = 0: no penalty" : $"λ = {run.λ}" };
        Axis step = new("step") { Scale = AxisScale.Log };
        return Figure.Grid("Weights on separable points", 2,
        [
            new Panel
            {
                Title = "length of the weights", X = step, Y = new Axis("‖w‖"),
                Series = [.. runs.Select(r => Of(r, [.. r.Lengths.Skip(1)]))],
            },
            new Panel
            {
                Title = "loss with its penalty", X = step, ShowLegend = false,
                Y = new Axis("E + (λ/2)‖w‖² (nats)") { Scale = AxisScale.Log },
                Series = [.. runs.Select(r => Of(r, r.Losses))],
            },
        ]) with { Height = 430 };
    }

    private static Line OverEpochs(IReadOnlyList<double> ys) => new([.. ys.Select((_, e) => (double)e)], ys);
}
