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
        new("step-and-sign", "Two activations with two states: the step of S1 and S2, the sign of S3.",
            "S1-005 S3-018", StepAndSign),
        new("learning-progression",
            "The rule at work on separable points: every dotted line was wrong about some point, the solid one about "
            + "none.",
            "S1-010 S1-009 S1-361", Progression),
        new("mistakes-per-epoch",
            "Mistakes in each epoch: none remain on AND and on separable points; on XOR they never end.",
            "S1-007 S3-016 S3-026", MistakesPerEpoch),
        new("convergence-bound", "Mistakes until convergence on 200 random separable sets, below the bound (R/γ)².",
            "S1-008", () => BoundFigure(PerceptronExperiments.MeasureBound(seed: 1, sets: 200))),
        new("and-gate", "AND as one unit: the four inputs and the line 20x₁ + 20x₂ = 30.",
            "S3-022 S3-019 S4-092", () =>
                new Figure("AND is one line", GatePanel(LogicGates.And) with { Title = "" })
                { Width = 560, Height = 520 }),
        new("gates", "Three gates, three lines: AND, OR and NOR.", "S2-025 S3-022 S3-023 S3-025 S4-091", Gates),
        new("xor-plane", "XOR: no line has the two filled points on one side and the two open ones on the other.",
            "S3-026 S3-027", XorFigures.Plane),
        new("xor-network", "The network that computes XOR: AND and NOR side by side, NOR behind them.",
            "S3-027 S3-028 S1-365", XorFigures.Network),
        new("xor-regions",
            "The output of the two-layer network: a diagonal band instead of a half-plane.",
            "S3-028 S2-026", XorFigures.Regions),
        new("two-models", "Two linear models and their combination σ(20m₁ + 20m₂ − 30): both must agree.",
            "S1-065 S1-365", XorFigures.TwoModels),
    ];

    private static Figure StepAndSign()
    {
        double[] left = [-3, 0];
        double[] right = [0, 3];
        return new Figure("Two states", new Panel
        {
            X = new Axis("score w·x + b"),
            Y = new Axis("output") { Min = -1.3, Max = 1.3 },
            Series =
            [
                new Line(left, [0, 0]) { Color = Palette.Blue, Label = "step(t)" },
                new Line(right, [1, 1]) { Color = Palette.Blue },
                new Markers([0], [1]) { Color = Palette.Blue, Size = 8 },
                new Markers([0], [0]) { Color = Palette.Blue, Size = 8, Filled = false },
                new Line(left, [-1, -1]) { Color = Palette.Vermillion, Style = LineStyle.Dashed, Label = "sign(t)" },
                new Line(right, [1, 1]) { Color = Palette.Vermillion, Style = LineStyle.Dashed },
                new Markers([0], [-1]) { Color = Palette.Vermillion, Size = 8 },
            ],
        });
    }

    private static Figure Gates() => Figure.Grid(
        "Gates are half-planes (filled: 1, open: 0)", 3,
        [.. new[] { LogicGates.And, LogicGates.Or, LogicGates.Nor }.Select(gate =>
            GatePanel(gate) with { ShowLegend = false })])
        with
    { Width = 1050, Height = 400 };

    private static Panel GatePanel(LogicGate gate)
    {
        Panel points = Truth([.. LogicGates.Inputs.Select(x => gate.Truth(x))]);
        return points with
        {
            Title = gate.Name,
            Series =
            [
                new HalfPlane(gate.Weights[0], gate.Weights[1], gate.Bias) { Color = Palette.Sky, Opacity = 0.25 },
                new SlopedLine(gate.Weights[0], gate.Weights[1], gate.Bias)
                    { Color = Palette.Black, Style = LineStyle.Solid, Width = 2 },
                .. points.Series,
            ],
        };
    }

    internal static Panel Truth(int[] labels) => new()
    {
        X = new Axis("x₁") { Min = -0.5, Max = 1.5 },
        Y = new Axis("x₂") { Min = -0.5, Max = 1.5 },
        AspectEqual = true,
        Series = TruthMarkers(labels),
    };

    internal static Series[] TruthMarkers(int[] labels)
    {
        return [At(1) with { Color = Palette.Blue, Label = "1" }, At(0) with
            { Color = Palette.Vermillion, Filled = false, Label = "0" }];

        Markers At(int label)
        {
            double[][] points = [.. LogicGates.Inputs.Where((_, n) => labels[n] == label)];
            return new([.. points.Select(x => x[0])], [.. points.Select(x => x[1])]) { Size = 11 };
        }
    }

    private static Figure Progression()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(70), dimension: 2, count: 60, margin: 0.08);
        PerceptronRun run = PerceptronTraining.Train(set.X, set.Labels, α: 1, epochs: 1000);
        var series = new List<Series>();
        for (int i = 1; i < run.Lines.Count - 1; i++)
        {
            PerceptronLine line = run.Lines[i];
            series.Add(new SlopedLine(line.W[0], line.W[1], line.B)
            { Style = LineStyle.Dotted, Color = Palette.Grey, Width = 1.3, Label = i == 1 ? "on the way" : null });
        }

        series.Add(new SlopedLine(run.W[0], run.W[1], run.B)
            { Style = LineStyle.Solid, Color = Palette.Black, Width = 2.5, Label = "final" });
        series.AddRange(Points(set));
        return new Figure($"The perceptron finds a line after {run.Updates} updates", new Panel
        {
            X = new Axis("x₁") { Min = -1.1, Max = 1.1 },
            Y = new Axis("x₂") { Min = -1.1, Max = 1.1 },
            AspectEqual = true,
            Series = series,
        })
        { Width = 760, Height = 600 };
    }

    private static IEnumerable<Series> Points(SeparableSet set)
    {
        foreach ((int label, Color color, bool filled) in new[]
            { (1, Palette.Blue, true), (0, Palette.Vermillion, false) })
        {
            int[] at = [.. Enumerable.Range(0, set.Labels.Length).Where(n => set.Labels[n] == label)];
            yield return new Markers([.. at.Select(n => set.X[0, n])], [.. at.Select(n => set.X[1, n])])
            { Color = color, Filled = filled, Size = 7, Label = $"label {label}" };
        }
    }

    private static Figure MistakesPerEpoch()
    {
        SeparableSet set = SeparableSet.Draw(new RandomStream(2), dimension: 2, count: 60, margin: 0.02);
        return new Figure("Mistakes per epoch", new Panel
        {
            X = new Axis("epoch") { Min = 0.5, Max = 20.5 },
            Y = new Axis("points on the wrong side") { Min = 0 },
            Series =
            [
                Course("AND", PerceptronTraining.Train(LogicGates.X, LogicGates.AndLabels, 1, 20), LineStyle.Solid,
                    Palette.Blue),
                Course("60 separable points", PerceptronTraining.Train(set.X, set.Labels, 1, 20), LineStyle.Dashed,
                    Palette.Green),
                Course("XOR", PerceptronTraining.Train(LogicGates.X, LogicGates.XorLabels, 1, 20), LineStyle.Dotted,
                    Palette.Vermillion),
            ],
        });
    }

    private static Line Course(string label, PerceptronRun run, LineStyle style, Color color) =>
        new([.. Enumerable.Range(1, run.MistakesOfEpoch.Count).Select(e => (double)e)],
            [.. run.MistakesOfEpoch.Select(m => (double)m)])
        { Label = label, Style = style, Color = color, Width = 2.2 };

    /// <summary>Mistakes against the relative margin, with the bound as a line. S1-008.</summary>
    public static Figure BoundFigure(IReadOnlyList<PerceptronExperiments.BoundSample> samples)
    {
        double[] margins = [.. samples.Select(s => s.Margin).Order()];
        PerceptronExperiments.BoundSample[] some = [.. samples.Where(s => s.Mistakes > 0)];
        return new Figure("The convergence theorem", new Panel
        {
            X = new Axis("relative margin γ/R") { Scale = AxisScale.Log },
            Y = new Axis("mistakes") { Scale = AxisScale.Log },
            Series =
            [
                new Markers([.. some.Select(s => s.Margin)], [.. some.Select(s => (double)s.Mistakes)])
                { Label = "random separable sets", Size = 5, Opacity = 0.7 },
                new Line(margins, [.. margins.Select(m => 1 / (m * m))])
                    { Label = "bound (R/γ)²", Color = Palette.Black, Width = 2 },
            ],
        });
    }
}
