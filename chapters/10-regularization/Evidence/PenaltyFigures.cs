using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Plotting;

namespace Reference.Regularization;

/// <summary>Figures of weights under penalties.</summary>
internal static class PenaltyFigures
{
    public static Figure Steepness()
    {
        HeatMap Map(double k)
        {
            var values = new double[60, 60];
            for (int i = 0; i < 60; i++)
            {
                for (int j = 0; j < 60; j++)
                {
                    double sum = (i + j - 59) / 15.0; // x₁ + x₂ on [−2, 2]²
                    values[i, j] = ScalarActivations.Sigmoid(k * sum);
                }
            }

            return new HeatMap(values)
            {
                XRange = (-2, 2), YRange = (-2, 2), Smooth = true, Min = 0, Max = 1, Map = ColorOf.Probability,
                ColorBar = k == 10 ? "σ" : null,
            };
        }

        Panel Of(string title, double k) => new()
        {
            Title = title, X = "x₁", Y = "x₂", AspectEqual = true, ShowGrid = false, ShowLegend = false,
            Series =
            [
                Map(k), new Markers([1], [1]) { Color = ColorOf.Label1, Size = 9 },
                new Markers([-1], [-1]) { Color = ColorOf.Label0, Size = 9, Filled = false },
            ],
        };
        return Figure.Grid("Large weights make steep functions", 3,
        [
            Of("σ(x₁ + x₂)", 1), Of("σ(10x₁ + 10x₂)", 10),
            new Panel
            {
                Title = "slope along x₁ = x₂ = t", X = "t", Y = new Axis("∂σ/∂x₁") { Min = 0 },
                Series =
                [
                    Line.Of(t => ScalarActivations.SigmoidDerivative(2 * t), -2, 2) with
                    { Color = Palette.Green, Width = 2.2 },
                    Line.Of(t => 10 * ScalarActivations.SigmoidDerivative(20 * t), -2, 2) with
                    { Color = Palette.Purple, Width = 2.2 },
                    new Annotation(0.7, 0.45, "weights 1") { Color = Palette.Green, Anchor = TextAnchor.Left },
                    new Annotation(0.25, 2.2, "weights 10") { Color = Palette.Purple, Anchor = TextAnchor.Left },
                ],
            },
        ]) with
        { Height = 314 };
    }

    public static Figure Balls()
    {
        double Error(double w1, double w2) => 0.5 * ((w1 - 1.5) * (w1 - 1.5) + (w2 - 0.5) * (w2 - 0.5));
        Panel Of(string title, Func<double[], double> penalty, Series[] ball)
        {
            double J(double a, double b) => Error(a, b) + penalty([a, b]);
            (double X, double Y) best = (from a in Enumerable.Range(-80, 241) from b in Enumerable.Range(-80, 241)
                select (X: a / 80.0, Y: b / 80.0)).MinBy(w => J(w.X, w.Y));
            return new Panel
            {
                Title = $"{title}: least at ({best.X:0.00}, {best.Y:0.00})", X = "w₁", Y = "w₂", AspectEqual = true,
                ShowLegend = false,
                Series =
                [
                    Contours.Of(J, (-1, 2), (-1, 2)) with
                        { Levels = [.. Enumerable.Range(1, 12).Select(k => 0.5 * k)], Color = ColorOf.Function },
                    .. ball,
                    new Markers([best.X], [best.Y]) { Color = ColorOf.Minimum, Size = 9 },
                ],
            };
        }

        double[] angle = [.. Enumerable.Range(0, 121).Select(t => t * Math.PI / 60)];
        Line Ball(Func<double, double, double> norm, double size) => new(
            [.. angle.Select(t => size * Math.Cos(t) / norm(Math.Cos(t), Math.Sin(t)))],
            [.. angle.Select(t => size * Math.Sin(t) / norm(Math.Cos(t), Math.Sin(t)))])
        { Color = ColorOf.Truth, Style = LineStyle.Dashed };
        return Figure.Grid("A squared error, and with penalties of λ = 0.6 and 0.3", 3,
        [
            Of("no penalty", _ => 0, []),
            Of("L1", w => ScalarPenalties.L1(w, 0.6), [Ball((x, y) => Math.Abs(x) + Math.Abs(y), 0.9)]),
            Of("L2", w => ScalarPenalties.L2(w, 0.3), [Ball(double.Hypot, double.Hypot(1.5, 0.5) / 1.6)]),
        ]) with
        { Height = 340 };
    }

    public static Figure Paths()
    {
        SparseLine line = SparseLine.Draw(new RandomStream(1), 10, 40);
        double[] λ = [.. Enumerable.Range(0, 161).Select(k => Math.Pow(10, -2.5 + k * 0.0825 / 4))];
        Vector<double>[] l1 = [.. λ.Select(v => line.L1(v))], l2 = [.. λ.Select(line.L2)];
        Panel Of(string title, Vector<double>[] path) => new()
        {
            Title = title, X = new Axis("λ") { Scale = AxisScale.Log }, Y = "weight", Series =
            [
                .. Enumerable.Range(0, 10).Reverse().Select(d => new Line(λ, [.. path.Select(w => w[d])])
                {
                    Color = line.True[d] != 0 ? ColorOf.Fit : ColorOf.Truth, Width = line.True[d] != 0 ? 2.4 : 1.4,
                    Label = d == 0 ? "features that matter" : d == 9 ? "others" : null,
                }),
            ],
        };
        return Figure.Grid("Ten features, three of which matter", 2, [Of("L1", l1), Of("L2", l2)]) with
            { ShareY = true };
    }

    public static Figure Histograms()
    {
        double[] edges = [.. Enumerable.Range(0, 42).Select(k => -2.05 + 0.1 * k)];
        (string Name, double L1, double L2)[] runs = [("no penalty", 0, 0), ("L1", 0.01, 0), ("L2", 0, 0.01)];
        return Figure.Grid("Weights of 10-32-32-1, first layer, after 60 epochs", 3, [.. runs.Select((run, i) =>
        {
            double[] w = Weights(new Penalty(run.L1, run.L2));
            return new Panel
            {
                Title = $"{run.Name}: {w.Average(v => v == 0 ? 1.0 : 0):P0} exactly 0", X = "weight",
                Y = new Axis("number of weights") { Min = 0 },
                Series = [new Histogram([.. w.Where(v => Math.Abs(v) < 2)], edges) { Color = Palette.Order[i] }],
            };
        })]) with
        { Height = 340, ShareY = true };
    }

    private static double[] Weights(Penalty penalty)
    {
        Sequential network = HouseNetworks.Plain(new RandomStream(3));
        var optimizer = new PenalizedOptimizer(
            new GradientDescent(network.Parameters, 0.1), penalty, Penalty.WeightsOf(network), proximal: true);
        new Trainer(network, new SigmoidCrossEntropy(), optimizer)
            .Fit(HouseNetworks.Draw(new RandomStream(1), 300), 60, 32, new RandomStream(1));
        return network.Parameters[0].Values.ToArray();
    }
}
