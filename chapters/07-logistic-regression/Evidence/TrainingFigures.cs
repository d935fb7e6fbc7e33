using Reference.Activations;
using Reference.Datasets;
using Reference.Perceptrons;
using Reference.Plotting;

namespace Reference.Classification;

/// <summary>Figures of training, and of the perceptron beside it.</summary>
internal static class TrainingFigures
{
    public static Figure Surface()
    {
        (double[,] X, int[] y) = (ExampleSets.StudentPoints, ExampleSets.Students.Y);
        LogisticModel best = ExampleSets.BestOfStudents, start = new([-1], 2);
        (string Name, Color Color, IReadOnlyList<LogisticModel> Lines)[] runs =
        [
            ("a step after every student, α = 0.1, 15 passes", Palette.Orange, StudentByStudent(start, 15)),
            ("a step after every pass, α = 0.2, 1000 passes", Palette.Black, ScalarLogisticTraining.ByBatch(start, X, y, 0.2, 1000).Lines),
        ];
        return new Figure("The error of 40 students", new Panel
        {
            X = new Axis("w (per hour)") { Min = -2, Max = 2.5 },
            Y = new Axis("b") { Min = -6, Max = 3 },
            Legend = Legend.TopRight,
            Series =
            [
                Contours.Of((w, b) => Math.Log10(ScalarLogisticRegression.Loss([w], b, X, y)), (-2, 2.5), (-6, 3), 61, 61)
                    with { Filled = true, ColorBar = "log₁₀ E(w, b)", Levels = [-0.27, -0.2, -0.1, 0, 0.2, 0.4, 0.6, 0.8] },
                .. runs.Select(r => new Line([.. r.Lines.Select(l => l.W[0])], [.. r.Lines.Select(l => l.B)]) { Color = r.Color, Label = r.Name, Width = 2 }),
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
        LogisticRun run = ScalarLogisticTraining.BySample(new([-1, 0.8], 1.5), set.X, set.Labels, 0.01, 30);
        int[] shown = [0, 1, 2, 3, 5, 8];
        return new Figure("The boundary during training", new Panel
        {
            X = new Axis("x₁") { Min = -4, Max = 4 },
            Y = new Axis("x₂") { Min = -4, Max = 4 },
            AspectEqual = true,
            Legend = Legend.Outside,
            Series =
            [
                .. ModelFigures.Points(set.X, set.Labels),
                .. shown.Select((epoch, i) =>
                    Boundary(run.Lines[epoch]) with
                    {
                        Style = LineStyle.Dotted, Color = ColorMap.Viridis.At(0.9 - 0.15 * i), Width = 2,
                        Label = epoch == 0 ? "at the start" : $"epoch {epoch}",
                    }),
                Boundary(run.Last) with { Color = Palette.Black, Width = 2.6, Label = "epoch 30" },
            ],
        })
        { Width = 820, Height = 620 };
    }

    public static Figure Errors()
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticModel best = ExampleSets.Best(set.X, set.Labels), start = new([-1, 0.8], 1.5);
        (string Name, LogisticRun Run)[] runs =
        [
            ("a step after every point, α = 0.01", ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.01, 100)),
            ("a step after every point, α = 0.3", ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.3, 100)),
            ("a step after every pass, α = 0.1", ScalarLogisticTraining.ByBatch(start, set.X, set.Labels, 0.1, 100)),
            ("a step after every pass, α = 1", ScalarLogisticTraining.ByBatch(start, set.X, set.Labels, 1, 100)),
        ];
        return new Figure("100 epochs on overlapping clouds", new Panel
        {
            X = new Axis("epoch"),
            Y = new Axis("error E(w, b) (nats)") { Scale = AxisScale.Log },
            Legend = Legend.TopRight,
            Series =
            [
                .. runs.Select(r => new Line([.. r.Run.Errors.Select((_, e) => (double)e)], r.Run.Errors) { Label = r.Name }),
                new HorizontalLine(ScalarLogisticRegression.Loss(best.W, best.B, set.X, set.Labels)) { Label = "least error" },
            ],
        });
    }

    public static Figure ErrorTerm() => new("y − ŷ for a point of label 1", new Panel
    {
        X = new Axis("score z = w·x + b"),
        Y = new Axis("y − ŷ") { Min = -0.05, Max = 1.1 },
        Legend = Legend.TopRight,
        Series =
        [
            Line.Of(z => 1 - ScalarActivations.Sigmoid(z), -6, 6) with { Color = Palette.Blue, Label = "logistic, 1 − σ(z)" },
            new Line([-6, 0], [1, 1]) { Color = Palette.Vermillion, Label = "perceptron, 1 − step(z)" },
            new Line([0, 6], [0, 0]) { Color = Palette.Vermillion },
            new VerticalLine(0) { Style = LineStyle.Dotted },
            new Annotation(-3.5, 0.5, "wrong side"),
            new Annotation(3.5, 0.5, "right side"),
        ],
    });

    public static Figure PerceptronContrast()
    {
        SeparableSet set = ExampleSets.Separable;
        PerceptronRun perceptron = PerceptronTraining.Train(set.X, set.Labels, 1, 1000);
        LogisticModel logistic = ScalarLogisticTraining.BySample(new([0, 0], 0), set.X, set.Labels, 1, 100).Last;
        (double[] ofPerceptron, double[] ofLogistic) = AccuraciesOnOverlapping(40);
        double[] epochs = [.. ofPerceptron.Select((_, e) => (double)e)];
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
                    .. ModelFigures.Points(set.X, set.Labels),
                    new SlopedLine(perceptron.W[0], perceptron.W[1], perceptron.B) { Color = Palette.Orange, Label = "perceptron" },
                    Boundary(logistic) with { Color = Palette.Black, Label = "logistic" },
                ],
            },
            new Panel
            {
                Title = "overlapping",
                X = new Axis("epoch"),
                Y = new Axis("share of points on the right side") { Min = 0.45, Max = 1 },
                Legend = Legend.BottomRight,
                Series =
                [
                    new Line(epochs, ofPerceptron) { Color = Palette.Orange, Label = "perceptron" },
                    new Line(epochs, ofLogistic) { Color = Palette.Black, Label = "logistic" },
                ],
            },
        ]) with
        { Width = 1080, Height = 440 };
    }

    /// <summary>The accuracy of both rules on the overlapping clouds, at the start and after every epoch, α = 0.1.</summary>
    public static (double[] Perceptron, double[] Logistic) AccuraciesOnOverlapping(int epochs)
    {
        LabelledPoints set = ExampleSets.Overlapping;
        LogisticModel start = new([-1, 0.8], 1.5);
        List<LogisticModel> lines = [start];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            lines.Add(Enumerable.Range(0, set.Labels.Length)
                .Aggregate(lines[^1], (line, n) => ScalarLogisticTraining.PerceptronUpdate(line, ScalarPerceptron.Column(set.X, n), set.Labels[n], 0.1)));
        }

        return (
            [.. lines.Select(l => Accuracy.Of(l, set.X, set.Labels))],
            [.. ScalarLogisticTraining.BySample(start, set.X, set.Labels, 0.1, epochs).Lines.Select(l => Accuracy.Of(l, set.X, set.Labels))]);
    }

    public static Figure Growing()
    {
        GrowingWeights[] runs = [.. new[] { 0, 0.001, 0.01, 0.1 }.Select(λ => GrowingWeights.Measure(λ, 5000))];
        int[] steps = [.. Enumerable.Range(0, 5000).Where(t => t < 20 || t % (int)Math.Pow(10, Math.Floor(Math.Log10(t)) - 1) == 0)];
        Line Of(GrowingWeights run, IReadOnlyList<double> values) =>
            new([.. steps.Select(t => t + 1.0)], [.. steps.Select(t => values[t])]) { Label = run.λ == 0 ? "λ = 0: no price" : $"λ = {run.λ}" };
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
                Title = "error with its price",
                X = new Axis("step") { Scale = AxisScale.Log },
                Y = new Axis("E + (λ/2)‖w‖² (nats)") { Scale = AxisScale.Log },
                Legend = Legend.None,
                Series = [.. runs.Select(r => Of(r, r.Errors))],
            },
        ]) with
        { Width = 1000, Height = 430 };
    }

    private static SlopedLine Boundary(LogisticModel line) => new(line.W[0], line.W[1], line.B);
}
