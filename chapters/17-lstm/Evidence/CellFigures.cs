using Reference.Activations;
using Reference.Plotting;

namespace Reference.LongShortTermMemory;

/// <summary>The cell as a diagram, and how long it lasts.</summary>
internal static class CellFigures
{
    public static Figure Diagram()
    {
        Node[] nodes =
        [
            new(0, 3, "Cₜ₋₁"), new(2, 3, "×"), new(4, 3, "+"), new(8, 3, "Cₜ"),
            new(6.4, 1.9, "tanh"), new(6.4, 0.7, "×"), new(8, 0.7, "hₜ"),
            new(2, 1.2, "f"), new(3.4, 1.2, "i"), new(4.6, 1.2, "g"), new(5.6, 0, "o"),
            new(4, 2.1, "×"), new(0, -0.6, "hₜ₋₁"), new(0, -1.6, "xₜ"), new(3, -1.1, "[h, x]"),
        ];
        Color[] colors =
        [
            Palette.Vermillion, Palette.Grey, Palette.Grey, Palette.Vermillion, Palette.Green, Palette.Grey,
            Palette.Black, Palette.Blue, Palette.Blue, Palette.Green, Palette.Blue, Palette.Grey, Palette.Black,
            Palette.Black, Palette.Black,
        ];
        Edge Of(int from, int to, Color? color = null) => new(from, to) { Color = color ?? Palette.Grey };
        return new Figure("One step of an LSTM", new Panel
        {
            ShowAxes = false, ShowGrid = false,
            X = new Axis("") { Min = -0.8, Max = 8.8 }, Y = new Axis("") { Min = -2.2, Max = 3.7 },
            Series =
            [
                new NetworkDiagram(
                    [.. nodes.Select((node, n) => node with { Color = colors[n] })],
                    [
                        Of(0, 1, Palette.Vermillion), Of(1, 2, Palette.Vermillion), Of(2, 3, Palette.Vermillion),
                        Of(2, 4), Of(4, 5), Of(5, 6), Of(7, 1), Of(8, 11), Of(9, 11), Of(11, 2), Of(10, 5),
                        Of(12, 14), Of(13, 14), Of(14, 7), Of(14, 8), Of(14, 9), Of(14, 10),
                    ]) { Radius = 21 },
            ],
        }) with { Width = 820, Height = 480 };
    }

    /// <summary>What is left after t steps. // [T + 1]</summary>
    public static double[] Left(double b, int T)
    {
        Gate Of(double bias) => new(new double[1, 2], [bias]);
        LstmStep[] steps = ScalarLstm.Forward(
            new(Of(b), Of(double.NegativeInfinity), Of(0), Of(0)), [.. Enumerable.Repeat<double[]>([1], T)], [0],
            [1]);
        return [1, .. steps.Select(step => step.C[0])];
    }

    public static Figure Carousel()
    {
        const int T = 50;
        double[] time = [.. Enumerable.Range(0, T + 1).Select(t => (double)t)];
        (double B, Color Color)[] biases =
            [(0, Palette.Sky), (1, Palette.Purple), (3, Palette.Blue), (40, Palette.Black)];
        return new Figure("A cell that writes nothing, from C = 1", new Panel
        {
            X = "step t", Y = new("Cₜ") { Min = 0, Max = 1.05 },
            Series = [.. biases.Reverse().Select(bias => new Line(time, Left(bias.B, T))
            {
                Label = bias.B == 40
                    ? "f = 1: the constant-error carousel"
                    : $"b_{{f}} = {bias.B}, f = {ScalarActivations.Sigmoid(bias.B):0.00}",
                Color = bias.Color,
            })],
        }) with { Width = 700, Height = 400 };
    }
}
