using MathNet.Numerics.LinearAlgebra;
using Reference.Activations;
using Reference.Book;
using Reference.Networks;
using Reference.Numerics;
using Reference.Plotting;
using Reference.RecurrentNetworks;

namespace Reference.LongShortTermMemory;

/// <summary>Gradients and memory against the lag.</summary>
public static class MemoryFigures
{
    private const int T = 60, Units = 16, Samples = 8;

    /// <summary>Norms by lag of a new cell on random inputs. // [T + 1]</summary>
    public static double[] Norms(CellFactory cell)
    {
        var random = new RandomStream(1);
        Recurrent layer = cell(Units, Units, new Sequences(T), random, Returns.LastStep);
        Matrix<double> X = Matrix<double>.Build.Dense(Units, Samples * T, random.Normals(Units * Samples * T));
        return GradientByLag.Of(layer, X.View(), random);
    }

    /// <summary>The lags of the figure of recall.</summary>
    public static int[] Lags { get; } = [10, 20, 40];

    /// <summary>The colour of a cell in the figures that compare cells.</summary>
    public static Color ColorOfCell(string name) => name switch
    {
        "tanh" => ColorOf.Activation("tanh"),
        "tanh, U orthogonal" => Palette.Orange,
        "LSTM" => Palette.Sky,
        "GRU" => Palette.Green,
        _ => Palette.Blue,
    };

    // So that a line below it is seen.
    private static LineStyle StyleOf(string name) =>
        name == "LSTM, forget bias 3" ? LineStyle.Dashed : LineStyle.Solid;

    internal static Figure ByLag()
    {
        double[] lags = [.. Enumerable.Range(0, T + 1).Select(k => (double)k)];
        var series = new List<Series>();
        foreach (double b in new[] { 3.0, 1, 0 })
        {
            Color color = b == 0 ? ColorOfCell("LSTM") : b == 1 ? Palette.Purple : Palette.Blue;
            series.Add(new Line(lags, Norms(LstmCells.WithForgetBias(b)))
                { Label = $"LSTM, forget bias {b}", Color = color });
            series.Add(new Line(lags, [.. lags.Select(k => 0.5 * Math.Pow(ScalarActivations.Sigmoid(b), k))])
            {
                Color = color, Style = LineStyle.Dotted, Width = 1.6,
                Label = b == 0 ? "½ σ(b_{f})ᵏ: along the cells alone" : null,
            });
        }

        foreach ((string name, CellFactory cell) in LstmExperiments.Cells.Take(2))
        {
            series.Add(new Line(lags, Norms(cell)) { Label = name, Color = ColorOfCell(name) });
        }

        return new Figure("The gradient k steps back, before training", new Panel
        {
            X = "lag k (steps)", Y = new("‖∂(u·h_{T})/∂s_{T−k}‖") { Scale = AxisScale.Log }, Series = series,
        }) with { Width = 760, Height = 420 };
    }

    internal static Figure Both()
    {
        double[] lengths = [8, 16];
        return Figure.Grid("Memory after training", 2,
        [
            Recall(LstmExperiments.Cells),
            new Panel
            {
                Title = "the sum of two marked numbers", X = "length T (steps)",
                Y = new("squared error") { Scale = AxisScale.Log },
                Series =
                [
                    .. LstmExperiments.Cells.Select(cell => new Line(
                        lengths, [.. lengths.Select(T => LstmExperiments.Adding(cell.Cell, (int)T, 300, 1))])
                        { Label = cell.Name, Color = ColorOfCell(cell.Name), Style = StyleOf(cell.Name) }),
                    new HorizontalLine(AddingProblem.OfTheMean) { Label = "best constant, 1/6" },
                ],
            },
        ]) with { Height = 420 };
    }

    /// <summary>Accuracy by lag of some cells.</summary>
    public static Panel Recall(IReadOnlyList<(string Name, CellFactory Cell)> cells) => new()
    {
        Title = "which of four symbols was it?", X = "lag (empty steps)",
        Y = new("share recalled, mean of 2 runs") { Min = 0, Max = 1.05 },
        Series =
        [
            .. cells.Select(cell => new Line(
                [.. Lags.Select(lag => (double)lag)],
                [.. Lags.Select(lag => MemoryRun.Recall(cell.Cell, 4, lag, 12, 150, 2))])
                { Label = cell.Name, Color = ColorOfCell(cell.Name), Style = StyleOf(cell.Name) }),
            new HorizontalLine(0.25) { Label = "chance" },
        ],
    };
}
