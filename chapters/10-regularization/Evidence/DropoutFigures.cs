using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.Regularization;

/// <summary>Figures of dropout.</summary>
internal static class DropoutFigures
{
    // The points lie in [−1, 1]²; room for those at the edge.
    private const double Reach = 1.05;

    public static Figure Network()
    {
        var random = new RandomStream(5);
        Panel Of(string title, bool[][] kept)
        {
            NetworkDiagram whole = NetworkDiagram.Layers([.. kept.Select(layer => layer.Select(_ => "").ToArray())]);
            bool[] on = [.. kept.SelectMany(layer => layer)];
            return new()
            {
                Title = title, ShowAxes = false, AspectEqual = true,
                Series =
                [
                    new NetworkDiagram(
                        [.. whole.Nodes.Select((node, i) =>
                            on[i] ? node : node with { Label = "×", Color = ColorOf.Truth })],
                        [.. whole.Edges.Where(edge => on[edge.From] && on[edge.To])]) { Radius = 11 },
                ],
            };
        }

        bool[] All(int count) => [.. Enumerable.Repeat(true, count)];
        bool[][] Step() => [All(3), ScalarDropout.Mask(5, 0.5, random), ScalarDropout.Mask(5, 0.5, random), All(2)];
        return Figure.Grid("Dropout with p = ½: × is dropped", 3,
            [Of("all units", [All(3), All(5), All(5), All(2)]), Of("one step", Step()), Of("the next", Step())]) with
        { Height = 272 };
    }

    public static Figure Boundary()
    {
        Panel Of(string title, (Trainer Trainer, History History) run) => new()
        {
            Title = $"{title}: {run.History.Metrics[^1]:P1} of these right, "
                + $"{run.History.ValidationMetrics[^1]:P1} of others",
            X = "x₁", Y = "x₂", AspectEqual = true, ShowGrid = false,
            Series =
            [
                Probability(run.Trainer.Network.Shared()), // with passes of its own, others may draw this too
                Line.Of(x => 0.6 * Math.Sin(3 * x), -Reach, Reach) with
                    { Color = Palette.Black, Label = "true border" },
                Points(1), Points(0),
            ],
        };
        return Figure.Grid("100 epochs on 200 points", 2,
            [Of("no dropout", OverfitRun.Bare), Of("dropout ½", OverfitRun.WithDropout)]) with
        { Height = 500, ShareX = true, ShareY = true };
    }

    private static Markers Points(int label)
    {
        int[] members = [.. Enumerable.Range(0, 200).Where(n => OverfitRun.Points.Labels[n] == label)];
        return new Markers(
            [.. members.Select(n => OverfitRun.Points.X[0, n])], [.. members.Select(n => OverfitRun.Points.X[1, n])])
        { Color = label == 1 ? ColorOf.Label1 : ColorOf.Label0, Filled = label == 1, Size = 5,
            Label = $"label {label}" };
    }

    private static HeatMap Probability(ILayer network)
    {
        const int Cells = 240;
        Matrix<double> x = Matrix<double>.Build.Dense(
            2, Cells * Cells, (d, n) => -Reach + 2 * Reach / Cells * (0.5 + (d == 0 ? n % Cells : n / Cells)));
        Matrix<double> z = network.Forward(x, Mode.Inference);
        var values = new double[Cells, Cells];
        for (int n = 0; n < Cells * Cells; n++)
        {
            values[n / Cells, n % Cells] = z[1, n] > z[0, n] ? 1 : 0;
        }

        return new HeatMap(values)
        {
            XRange = (-Reach, Reach), YRange = (-Reach, Reach), Min = 0, Max = 1,
            Map = new ColorMap("classes",
                [ColorOf.Label0.Towards(Palette.White, 0.75), ColorOf.Label1.Towards(Palette.White, 0.75)]),
        };
    }
}
