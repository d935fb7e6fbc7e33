using Reference.Activations;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Backpropagation;

/// <summary>Figures of S3's ten rows, and of training on them from scratch.</summary>
internal static class ToyFigures
{
    public static Figure ToyTableRows()
    {
        IReadOnlyList<ScalarLayer> unit = ToyTable.ZeroUnit;
        for (int step = 0; step < 500; step++)
        {
            unit = ScalarBackpropagation.Descend(unit, OutputLoss.BinaryCrossEntropy.MeanGradient(unit, ToyTable.Standardised, ToyTable.Y), 1);
        }

        // Back to the raw features: w·(x − mean)/deviation + b.
        double[] w = [.. Enumerable.Range(0, 2).Select(i => unit[0].W[0, i] / ToyTable.Moments(i).Deviation)];
        double b = unit[0].B[0] - w[0] * ToyTable.Moments(0).Mean - w[1] * ToyTable.Moments(1).Mean;
        Markers Rows(int label, Color color) => new(
            [.. Enumerable.Range(0, 10).Where(n => ToyTable.Y[0, n] == label).Select(n => ToyTable.X[0, n])],
            [.. Enumerable.Range(0, 10).Where(n => ToyTable.Y[0, n] == label).Select(n => ToyTable.X[1, n])])
            { Color = color, Filled = label == 1, Size = 9, Label = $"y = {label}" };
        return new Figure("Ten rows, two features, one line", new Panel
        {
            X = new Axis("x₁") { Min = 0, Max = 11 },
            Y = new Axis("x₂ = x₁ + 1") { Min = 1, Max = 12 },
            AspectEqual = true,
            Legend = Legend.Outside,
            Series =
            [
                new SlopedLine(w[0], w[1], b) { Color = Palette.Black, Label = "trained unit says ½" },
                Rows(1, Palette.Blue),
                Rows(0, Palette.Vermillion),
            ],
        })
        { Width = 760, Height = 560 };
    }

    public static Figure ToySteps()
    {
        const int Steps = 20;
        double[] steps = [.. Enumerable.Range(0, Steps + 1).Select(i => (double)i)];
        double[] Course(double[,] X)
        {
            IReadOnlyList<ScalarLayer> unit = ToyTable.ZeroUnit;
            var losses = new List<double>();
            for (int step = 0; step <= Steps; step++)
            {
                losses.Add(OutputLoss.HalfSquared.Mean(unit, X, ToyTable.Y));
                unit = ScalarBackpropagation.Descend(unit, OutputLoss.HalfSquared.MeanGradient(unit, X, ToyTable.Y), 1);
            }

            return [.. losses];
        }

        return new Figure("Raw and standardised features, η = 1", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("mean of ½(y − ŷ)²") { Min = 0, Max = 0.27 },
            Legend = Legend.TopRight,
            Series =
            [
                new Line(steps, Course(ToyTable.X)) { Label = "raw, 1 … 11", Color = Palette.Vermillion, Style = LineStyle.Dashed },
                new Line(steps, Course(ToyTable.Standardised)) { Label = "standardised", Color = Palette.Blue },
            ],
        })
        { Width = 780, Height = 460 };
    }

    public static Figure ToyNetwork()
    {
        FixedPointRun run = TrainToyNetwork(seed: 1, steps: 2000);
        double[] steps = [.. Enumerable.Range(0, run.Losses.Count).Select(i => (double)i)];
        return new Figure("From scratch: (g, l, o, i, fpp) on the ten rows", new Panel
        {
            X = new Axis("step"),
            Y = new Axis("mean of ½(y − ŷ)²") { Scale = AxisScale.Log },
            Legend = Legend.None,
            Series = [new Line(steps, run.Losses) { Color = Palette.Blue }],
        })
        { Width = 780, Height = 460 };
    }

    /// <summary>The five choices of S3 put together: a layered graph 2-3-1, ½(y − ŷ)², descent, normal weights, and steps until nothing moves.</summary>
    public static NetworkTuple ToyTuple(ulong seed, int steps) => new(
        NetworkGraph.OfLayers(ScalarLayer.Draw(new RandomStream(0), Activation.Sigmoid, 1, 0, 2, 3, 1)),
        OutputLoss.HalfSquared,
        parameters => new GradientDescent(parameters, 2),
        NetworkTuple.Normal(new RandomStream(seed), 1),
        new FixedPoint(1e-4, steps));

    /// <summary>Trains that network on the standardised table.</summary>
    public static FixedPointRun TrainToyNetwork(ulong seed, int steps) => ToyTuple(seed, steps).Train(ToyTable.Standardised, ToyTable.Y);
}
