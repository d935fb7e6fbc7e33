using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Perceptrons;

/// <summary>The figures of chapter 01.</summary>
public static class PerceptronFigures
{
    /// <summary>All of them, in the order of the README.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("step-and-sign", "The step of S1 and S2 and the sign of S3; the filled mark is the value at 0.",
            "S1-005 S3-018", StepAndSign),
        new("learning-progression",
            "Training on separable points: each dashed line misclassifies some point, the solid line none.",
            "S1-010 S1-009 S1-361", Progression),
        new("update-vectors",
            "One update: a point of label 1 scored below 0, so w turns towards x, and the line turns with it.",
            "S1-006 S1-009", UpdateVectors),
        new("boundary-by-epoch",
            "Above, 60 separable points after some epochs; below, XOR, where every epoch from the third on repeats "
            + "these four lines.",
            "S1-007 S3-026", BoundaryByEpoch),
        new("mistakes-per-epoch",
            "Mistakes in each epoch: none remain on AND and on separable points; on XOR they never end.",
            "S1-007 S3-016 S3-026", MistakesPerEpoch),
        new("convergence-bound",
            "R and γ of six points (x, 1); mistakes on 200 random separable sets, all below the bound (R/γ)².",
            "S1-008", () => BoundFigure(PerceptronExperiments.MeasureBound(seed: 1, sets: 200))),
        new("gates", "Three gates, three lines: for AND it is 20x₁ + 20x₂ = 30.",
            "S2-025 S3-019 S3-022 S3-023 S3-025 S4-091 S4-092", Gates),
        new("xor-plane", "XOR: no line has the two filled points on one side and the two open ones on the other.",
            "S3-026 S3-027", XorFigures.Plane),
        new("xor-network", "The network that computes XOR: AND and NOR side by side, NOR behind them.",
            "S3-027 S3-028 S1-365", XorFigures.Network),
        new("xor-hidden",
            "Left, the lines of the two hidden units; right, their outputs, which the line of the output unit "
            + "separates.",
            "S3-027 S3-028 S2-026", XorFigures.Hidden),
        new("xor-regions",
            "The output of the two-layer network: a diagonal band instead of a half-plane.",
            "S3-028 S2-026", XorFigures.Regions),
        new("two-models", "Two linear models and their combination σ(20m₁ + 20m₂ − 30): both must agree.",
            "S1-065 S1-365", XorFigures.TwoModels),
    ];

    private static Figure StepAndSign()
    {
        return Figure.Grid("Two states", 2,
            [Of("step(t)", ScalarPerceptron.Step), Of("sign(t)", RosenblattUnit.Sign)]) with { ShareY = true };

        static Panel Of(string title, Func<double, int> f) => new()
        {
            Title = title,
            X = new Axis("score t = w·x + b"),
            Y = new Axis("output") { Ticks = [new(-1, "−1"), new(0, "0"), new(1, "1")] },
            Series =
            [
                new Line([-3, 0, 0, 0, 3], [f(-3), f(-3), double.NaN, f(3), f(3)]) { Color = ColorOf.Function },
                new Markers([0], [f(0)]) { Color = ColorOf.Function, Size = 9 },
                new Markers([0], [f(-3) + f(3) - f(0)]) { Color = ColorOf.Function, Size = 9, Filled = false },
            ],
        };
    }

    private static Figure Gates() => Figure.Grid("Gates are half-planes (filled: 1, open: 0)", 3,
        [.. new[] { LogicGates.And, LogicGates.Or, LogicGates.Nor }.Select(gate =>
            Truth([.. LogicGates.Inputs.Select(x => gate.Truth(x))], Divided(gate.Weights, gate.Bias)) with
            {
                Title = gate.Name, ShowLegend = false,
            })]) with
    { Height = 324 };

    private static readonly Tick[] Half = [new(0, "0"), new(0.5, "0.5"), new(1, "1")];

    /// <summary>A truth table in the plane, with what lies behind its points.</summary>
    internal static Panel Truth(int[] labels, params Series[] behind) => new()
    {
        X = new Axis("x₁") { Min = -0.5, Max = 1.5, Ticks = Half },
        Y = new Axis("x₂") { Min = -0.5, Max = 1.5, Ticks = Half },
        AspectEqual = true,
        Series = [.. behind, .. Labelled(LogicGates.Inputs, labels, 11)],
    };

    /// <summary>The line w·x + b = 0 and the side of label 1.</summary>
    internal static Series[] Divided(double[] w, double b) =>
    [
        new HalfPlane(w[0], w[1], b) { Color = ColorOf.Label1 },
        new SlopedLine(w[0], w[1], b) { Color = Palette.Black },
    ];

    /// <summary>Points of the plane in the colours of their labels.</summary>
    internal static Markers[] Labelled(IReadOnlyList<double[]> points, int[] labels, double size)
    {
        return [At(1) with { Color = ColorOf.Label1 }, At(0) with { Color = ColorOf.Label0, Filled = false }];

        Markers At(int label)
        {
            double[][] some = [.. points.Where((_, n) => labels[n] == label)];
            return new([.. some.Select(x => x[0])], [.. some.Select(x => x[1])])
                { Size = size, Label = $"label {label}" };
        }
    }

    private static Markers[] Labelled(SeparableSet set) =>
        Labelled([.. set.Labels.Select((_, n) => set.X.Column(n))], set.Labels, 7);

    private static Figure Progression()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(70), dimension: 2, count: 60, margin: 0.08);
        PerceptronRun run = PerceptronTraining.Train(set.X, set.Labels, α: 1, epochs: 1000);
        return new Figure($"The perceptron finds a line after {run.Updates} updates", new Panel
        {
            X = new Axis("x₁") { Min = -1.1, Max = 1.1 },
            Y = new Axis("x₂") { Min = -1.1, Max = 1.1 },
            AspectEqual = true,
            Series = [.. run.Lines.Skip(1).Select(Drawn), .. Labelled(set)],
        })
        { Width = 760, Height = 600 };

        SlopedLine Drawn(PerceptronLine line, int i) => new(line.W[0], line.W[1], line.B)
        {
            Style = i == run.Updates - 1 ? LineStyle.Solid : LineStyle.Dashed,
            Color = ColorOf.Time(i, run.Updates),
            Width = i == run.Updates - 1 ? 3.2 : 2,
            Label = i == 0 || i >= run.Updates - 2 ? $"update {i + 1}" : i == 1 ? "…" : null,
        };
    }

    private static SeparableSet Separable { get; } =
        SeparableSet.Draw(new RandomStream(2), dimension: 2, count: 60, margin: 0.02);

    private static Figure UpdateVectors()
    {
        double[] w = [2, -1], x = [0.8, 2];
        (double[] moved, _) = ScalarPerceptron.Update(w, 0, x, y: 1, α: 1);
        return new Figure("w ← w + αx, with α = 1 and y = 1", new Panel
        {
            X = new Axis("first component") { Min = -1.5, Max = 3.5 },
            Y = new Axis("second component") { Min = -1.5, Max = 2.5 },
            AspectEqual = true,
            Series =
            [
                new SlopedLine(w[0], w[1], 0)
                    { Label = "line before", Color = ColorOf.Time(0, 2), Style = LineStyle.Dashed },
                new SlopedLine(moved[0], moved[1], 0) { Label = "line after", Color = ColorOf.Time(1, 2) },
                new Arrow(0, 0, w[0], w[1]) { Text = "w", Color = ColorOf.Time(0, 2), Width = 2.6 },
                new Arrow(0, 0, x[0], x[1]) { Text = "x", Color = ColorOf.Label1, Width = 2.6 },
                new Arrow(w[0], w[1], moved[0], moved[1]) { Text = "αx", Color = ColorOf.Label1 },
                new Arrow(0, 0, moved[0], moved[1]) { Text = "w + αx", Color = ColorOf.Time(1, 2), Width = 2.6 },
            ],
        })
        { Width = 700, Height = 600 };
    }

    private static Figure BoundaryByEpoch()
    {
        PerceptronRun run = PerceptronTraining.Train(Separable.X, Separable.Labels, α: 1, epochs: 20);
        PerceptronRun xor = PerceptronTraining.Train(LogicGates.X, LogicGates.XorLabels, α: 1, epochs: 3);
        return Figure.Grid("The boundary by epoch", 4,
        [
            .. new[] { 1, 3, 10, run.MistakesOfEpoch.Count }.Select(epoch => Boundary(
                $"epoch {epoch}: {run.MistakesOfEpoch[epoch - 1]} mistakes",
                run.Lines[run.MistakesOfEpoch.Take(epoch).Sum()], Labelled(Separable), 1.1)),
            .. LogicGates.Inputs.Select((x, n) => Boundary($"XOR, after ({x[0]}, {x[1]})",
                xor.Lines[xor.Updates - 3 + n], Labelled(LogicGates.Inputs, LogicGates.XorLabels, 11), 1.5)),
        ]) with
        { Height = 496 };

        static Panel Boundary(string title, PerceptronLine line, Markers[] points, double end) => new()
        {
            Title = title,
            X = new Axis("x₁") { Min = -end, Max = end },
            Y = new Axis("x₂") { Min = -end, Max = end },
            AspectEqual = true,
            ShowLegend = false,
            Series = [.. Divided(line.W, line.B), .. points],
        };
    }

    private static Figure MistakesPerEpoch()
    {
        return new Figure("Mistakes per epoch", new Panel
        {
            X = new Axis("epoch") { Min = 0.5, Max = 20.5 },
            Y = new Axis("points on the wrong side") { Min = 0 },
            Series =
            [
                Course("AND", LogicGates.X, LogicGates.AndLabels, LineStyle.Solid, Palette.Blue),
                Course("60 separable points", Separable.X, Separable.Labels, LineStyle.Dashed, Palette.Green),
                Course("XOR", LogicGates.X, LogicGates.XorLabels, LineStyle.DashDot, Palette.Vermillion),
            ],
        });

        static Line Course(string label, double[,] X, int[] y, LineStyle style, Color color)
        {
            double[] mistakes = [.. PerceptronTraining.Train(X, y, 1, 20).MistakesOfEpoch.Select(m => (double)m)];
            return new([.. mistakes.Select((_, epoch) => epoch + 1.0)], mistakes)
                { Label = label, Style = style, Color = color, Width = 2.2 };
        }
    }

    // Points of one feature are points of the plane with their 1: there R is a length and γ a distance.
    private static Panel RadiusAndMargin()
    {
        var X = new double[,] { { -1.7, -1.2, -0.5, 0.6, 1.3, 2.4 } };
        int[] y = [0, 0, 0, 1, 1, 1];
        (double w, double b) = (1, 0.1);
        double length = Math.Sqrt(w * w + b * b), score = ScalarPerceptron.Score([w], b, [-0.5]) / length;
        Convergence theorem = Convergence.Of(X, y, [w], b);
        return new Panel
        {
            Title = $"R = {theorem.R:0.00}, γ = {theorem.γ:0.00}",
            X = new Axis("x") { Min = -2, Max = 2.7 },
            Y = new Axis("the constant 1") { Min = -1.2, Max = 2.5 },
            AspectEqual = true,
            ShowLegend = false,
            Series =
            [
                new SlopedLine(w, b, 0) { Color = Palette.Black },
                .. Labelled([.. y.Select((_, n) => new[] { X[0, n], 1 })], y, 9),
                new Arrow(0, 0, 2.4, 1) { Text = "R" },
                new Arrow(-0.5 - score * w / length, 1 - score * b / length, -0.5, 1) { Text = "γ" },
            ],
        };
    }

    /// <summary>R and γ of a small set; mistakes against the relative margin, with the bound as a line.
    /// S1-008.</summary>
    public static Figure BoundFigure(IReadOnlyList<PerceptronExperiments.BoundSample> samples)
    {
        double[] margins = [.. samples.Select(s => s.Margin).Order()];
        PerceptronExperiments.BoundSample[] some = [.. samples.Where(s => s.Mistakes > 0)];
        return Figure.Grid("The convergence theorem", 2, [RadiusAndMargin(), new Panel
        {
            Title = $"{samples.Count} random sets",
            X = new Axis("relative margin γ/R") { Scale = AxisScale.Log },
            Y = new Axis("mistakes") { Scale = AxisScale.Log },
            Series =
            [
                new Markers([.. some.Select(s => s.Margin)], [.. some.Select(s => (double)s.Mistakes)])
                { Label = "mistakes", Size = 5, Color = ColorOf.Data, Opacity = 0.7 },
                new Line(margins, [.. margins.Select(m => 1 / (m * m))])
                    { Label = "bound (R/γ)²", Color = ColorOf.Truth, Style = LineStyle.Dashed, Width = 2 },
            ],
        }]);
    }
}
