using Reference.Datasets;
using Reference.Perceptrons;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of training, and of the perceptron beside it.</summary>
internal static class TrainingFigures
{
    private static LogisticModel Start => new([-1, 0.8], 1.5);

    public static Figure Surface()
    {
        (double[,] X, int[] y) = (ExampleSets.StudentPoints, ExampleSets.Students.Y);
        LogisticModel best = ExampleSets.Best(X, y), start = new([-1], 2);
        (string Name, Color Color, IReadOnlyList<LogisticModel> Lines)[] runs =
        [
            ("a step after every student, α = 0.1, 15 passes", Palette.Orange, StudentByStudent(start, 15)),
            ("a step after every pass, α = 0.2, 1000 passes", Palette.Black,
                ScalarLogisticTraining.ByBatch(start, X, y, 0.2, 1000).Lines),
        ];
        return new Figure("The loss of 40 students", new Panel
        {
            X = new Axis("w (per hour)") { Min = -2, Max = 2.5 },
            Y = new Axis("b") { Min = -6, Max = 3 },
            Legend = Legend.TopRight,
            Series =
            [
                Contours.Of(
                    (w, b) => Math.Log10(ScalarLogisticRegression.Loss([w], b, X, y)), (-2, 2.5), (-6, 3), 61, 61)
                with
                {
                    Filled = true, ColorBar = "log₁₀ E(w, b)",
                    Levels = [-0.27, -0.2, -0.1, 0, 0.2, 0.4, 0.6, 0.8],
                },
                .. runs.Select(r => new Line([.. r.Lines.Select(l => l.W[0])], [.. r.Lines.Select(l => l.B)])
                    { Color = r.Color, Label = r.Name, Width = 2 }),
                new Markers([best.W[0]], [best.B]) { Color = Palette.Vermillion, Size = 10, Label = "minimum" },
            ],
        })
        { Width = 820 };
    }

    // The model at the start and after every single step.
    private static List<LogisticModel> StudentByStudent(LogisticModel start, int passes)
    {
        (double[] x, int[] y) = ExampleSets.Students;
        List<LogisticModel> lines = [start];
        for (int i = 0; i < passes * y.Length; i++)
        {
            lines.Add(ScalarLogisticTraining.Update(lines[^1], [x[i % y.Length]], y[i % y.Length], 0.1));
        }

        return lines;
    }

    public static Figure BoundaryMoves()
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticRun run = ScalarLogisticTraining.BySample(Start, set.X, set.Labels, 0.01, 30);
        int[] shown = [0, 1, 2, 3, 5, 8];
        return new Figure("The boundary during training", new Panel
        {
            X = new Axis("x₁") { Min = -4, Max = 4 },
            Y = new Axis("x₂") { Min = -4, Max = 4 },
            AspectEqual = true,
            Legend = Legend.Outside,
            Series =
            [
                .. LogisticRegressionFigures.Points(set.X, set.Labels),
                .. shown.Select((epoch, i) => Boundary(run.Lines[epoch]) with
                {
                    Style = LineStyle.Dotted, Color = ColorMap.Viridis.At(0.9 - 0.15 * i), Width = 2,
                    Label = epoch == 0 ? "at the start" : $"epoch {epoch}",
                }),
                Boundary(run.Last) with { Color = Palette.Black, Width = 2.6, Label = "epoch 30" },
            ],
        })
        { Width = 820, Height = 620 };
    }

    public static Figure Losses()
    {
        (double[,] X, int[] y) = (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);
        LogisticModel best = ExampleSets.Best(X, y);
        (string Name, LogisticRun Run)[] runs =
        [
            ("a step after every point, α = 0.01", ScalarLogisticTraining.BySample(Start, X, y, 0.01, 100)),
            ("a step after every point, α = 0.3", ScalarLogisticTraining.BySample(Start, X, y, 0.3, 100)),
            ("a step after every pass, α = 0.1", ScalarLogisticTraining.ByBatch(Start, X, y, 0.1, 100)),
            ("a step after every pass, α = 1", ScalarLogisticTraining.ByBatch(Start, X, y, 1, 100)),
        ];
        return new Figure("100 epochs on overlapping clouds", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("loss E(w, b) (nats)") { Scale = AxisScale.Log },
            Legend = Legend.TopRight,
            Series =
            [
                .. runs.Select(r =>
                    new Line([.. r.Run.Losses.Select((_, e) => (double)e)], r.Run.Losses) { Label = r.Name }),
                new HorizontalLine(ScalarLogisticRegression.Loss(best.W, best.B, X, y)) { Label = "least loss" },
            ],
        });
    }

    public static Figure PerceptronContrast()
    {
        (double[,] X, int[] y) = (ExampleSets.Separable.X, ExampleSets.Separable.Labels);
        PerceptronRun perceptron = ScalarPerceptron.Train(X, y, 1, 1000);
        LogisticModel logistic = ScalarLogisticTraining.BySample(new([0, 0], 0), X, y, 1, 100).Last;
        return Figure.Grid("Two rules, one form: w + α(y − ŷ)x", 2,
        [
            new Panel
            {
                Title = "separable",
                X = new Axis("x₁") { Min = -1.1, Max = 1.1 },
                Y = new Axis("x₂") { Min = -1.1, Max = 1.1 },
                AspectEqual = true,
                Legend = Legend.Outside,
                Series =
                [
                    .. LogisticRegressionFigures.Points(X, y),
                    new SlopedLine(perceptron.W[0], perceptron.W[1], perceptron.B)
                        { Color = Palette.Orange, Label = "perceptron" },
                    Boundary(logistic) with { Color = Palette.Black, Label = "logistic" },
                ],
            },
            new Panel
            {
                Title = "overlapping",
                X = new Axis("epoch"),
                Y = new Axis("accuracy") { Min = 0.45, Max = 1 },
                Legend = Legend.BottomRight,
                Series =
                [
                    Accuracies(perceptron: true) with { Color = Palette.Orange, Label = "perceptron" },
                    Accuracies(perceptron: false) with { Color = Palette.Black, Label = "logistic" },
                ],
            },
        ]) with
        { Width = 1080, Height = 440 };
    }

    // The accuracy of a rule on the overlapping clouds, at the start and after every epoch of 40.
    private static Line Accuracies(bool perceptron)
    {
        (double[,] X, int[] y) = (ExampleSets.Overlapping.X, ExampleSets.Overlapping.Labels);
        IReadOnlyList<LogisticModel> lines = LogisticRegressionExperiments.Lines(Start, X, y, perceptron, 40);
        return new([.. lines.Select((_, e) => (double)e)], [.. lines.Select(l => Accuracy.Of(l.Classes(X), y))]);
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
        return Figure.Grid("Weights on separable points", 2,
        [
            new Panel
            {
                Title = "length of the weights",
                X = new Axis("step") { Scale = AxisScale.Log },
                Y = new Axis("‖w‖"),
                Legend = Legend.TopLeft,
                Series = [.. runs.Select(r => Of(r, [.. r.Lengths.Skip(1)]))],
            },
            new Panel
            {
                Title = "loss with its penalty",
                X = new Axis("step") { Scale = AxisScale.Log },
                Y = new Axis("E + (λ/2)‖w‖² (nats)") { Scale = AxisScale.Log },
                Legend = Legend.None,
                Series = [.. runs.Select(r => Of(r, r.Losses))],
            },
        ]) with
        { Width = 1000, Height = 430 };
    }

    private static SlopedLine Boundary(LogisticModel line) => new(line.W[0], line.W[1], line.B);
}
