using MathNet.Numerics.LinearAlgebra;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;

namespace Reference.RecurrentNetworks;

/// <summary>Gradients and memory against the lag.</summary>
internal static class GradientFigures
{
    private const int T = 60, Units = 16, Samples = 8;

    /// <summary>Norms by lag of a cell on random inputs of a size. // [T + 1]</summary>
    public static double[] Norms(double s, CellActivation activation, double size, bool identity = false)
    {
        var random = new RandomStream(1);
        var cell = new Elman(
            Units, Units, new Sequences(T), Initializers.Normal(random, 1 / Math.Sqrt(Units)),
            identity ? StateInitializers.Identity(s) : StateInitializers.Orthogonal(random, s),
            activation: activation);
        double[] x = random.Normals(Units * Samples * T);
        return GradientByLag.Of(
            cell, Matrix<double>.Build.Dense(Units, Samples * T, [.. x.Select(v => size * v)]).View(), random);
    }

    public static Figure ByLag()
    {
        double[] lags = [.. Enumerable.Range(0, T + 1).Select(k => (double)k)];
        (double S, Color Color)[] scales =
        [
            (0.5, Palette.Purple), (0.9, Palette.Blue), (1, Palette.Black), (1.1, Palette.Orange),
            (1.5, Palette.Vermillion),
        ];
        var bySize = new List<Series>();
        foreach ((double s, Color color) in scales.Reverse())
        {
            bySize.Add(new Line(lags, Norms(s, CellActivation.Tanh, 0.05)) { Label = $"s = {s}", Color = color });
            bySize.Add(new Line(lags, [.. lags.Select(k => ElmanEquations.Bound(
                Matrix<double>.Build.DenseIdentity(1) * s, 1, (int)k))])
            { Color = color, Style = LineStyle.Dotted, Width = 1.6, Label = s == 0.5 ? "sᵏ, the bound" : null });
        }

        (string Name, CellActivation φ, bool Identity)[] activations =
        [
            ("ReLU, U = I", CellActivation.Relu, true), ("ReLU", CellActivation.Relu, false),
            ("tanh", CellActivation.Tanh, false), ("sigmoid", CellActivation.Sigmoid, false),
        ];
        return Figure.Grid("The gradient k steps back", 2,
        [
            new Panel
            {
                Title = "tanh, small inputs, U = s · orthogonal", X = "lag k (steps)",
                Y = new("norm of the gradient") { Scale = AxisScale.Log, Min = 1e-18, Max = 1e10 }, Series = bySize,
            },
            new Panel
            {
                Title = "by activation, s = 1, larger inputs", X = "lag k (steps)",
                Y = new("norm of the gradient") { Scale = AxisScale.Log, Min = 1e-40 },
                Series = [.. activations.Select(a => new Line(lags, Norms(1, a.φ, 0.5, a.Identity))
                {
                    Label = a.Name, Color = ColorOf.Activation(a.φ.Form.Name),
                    Style = a.Identity ? LineStyle.Dashed : LineStyle.Solid,
                })],
            },
        ]) with { Height = 420 };
    }

    /// <summary>The lags of the figure.</summary>
    public static int[] Lags { get; } = [2, 5, 10, 20, 40];

    public static Figure Recall()
    {
        double[] lags = [.. Lags.Select(lag => (double)lag)];
        double[] Of(CellFactory cell) => [.. Lags.Select(lag => MemoryRun.Recall(cell, 4, lag, 12, 150, 3))];
        return new Figure("Which of four symbols was it?", new Panel
        {
            X = "lag (empty steps)", Y = new("share recalled, mean of 3 runs") { Min = 0, Max = 1.05 },
            Series =
            [
                new Line(lags, Of(RecurrentCells.Tanh)) { Label = "tanh", Color = ColorOf.Activation("tanh") },
                new Line(lags, Of(RecurrentCells.Orthogonal))
                {
                    Label = "tanh, U orthogonal at the start", Color = ColorOf.Activation("tanh"),
                    Style = LineStyle.Dashed,
                },
                new Line(lags, Of(RecurrentCells.Relu))
                { Label = "ReLU, U = I at the start", Color = ColorOf.Activation("ReLU") },
                new HorizontalLine(0.25) { Label = "chance" },
            ],
        }) with { Width = 700, Height = 400 };
    }
}
