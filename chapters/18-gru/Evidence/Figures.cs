using Reference.Book;
using Reference.LongShortTermMemory;
using Reference.Plotting;
using Reference.RecurrentNetworks;

namespace Reference.GatedRecurrentUnits;

/// <summary>The figures, in the order of the README.</summary>
public static class GruFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("conventions", "One unit, all weights ½, x = 1: the same weights in both conventions, and PyTorch's with "
            + "the sign of the scores of z turned.", "S2-209 S2-212", Conventions),
        new("gradient-by-lag", "The gradient k steps back at the start of training, all drawn in ±1/√H.",
            "S2-208 S2-213", ByLag),
        new("three-cells",
            "Recall by lag after 150 steps of training; the adding problem with 16 steps, squared error "
            + "by step of training; and the parameters of each cell of 16 units.", "S2-213", ThreeCells),
    ];

    private static Figure Conventions()
    {
        const int T = 12;
        double[] time = [.. Enumerable.Range(0, T + 1).Select(t => (double)t)];
        double[][] x = [.. Enumerable.Repeat<double[]>([1], T)];
        Gate half = new(new[,] { { 0.5, 0.5 } }, [0]), turned = new(new[,] { { -0.5, -0.5 } }, [0]);
        double[] Of(Gate z, GruForm form) =>
            [0, .. ScalarGru.Forward(new(z, half, half, [0]), x, [0], form).Select(step => step.h[0])];
        return new Figure("The same weights, two conventions", new Panel
        {
            X = "step t", Y = new("hₜ") { Min = 0 },
            Series =
            [
                new Line(time, Of(half, GruForm.Notes)) { Label = "the notes’", Color = Palette.Green },
                new Line(time, Of(half, GruForm.PyTorch)) { Label = "PyTorch’s", Color = Palette.Blue },
                new Markers(time, Of(turned, GruForm.PyTorch))
                    { Label = "PyTorch’s, scores of z turned", Color = Palette.Black, Size = 5 },
            ],
        }) with { Width = 700, Height = 400 };
    }

    private static Figure ByLag() => new Figure("The gradient k steps back, before training", new Panel
    {
        X = "lag k (steps)", Y = new("‖∂(u·h_{T})/∂s_{T−k}‖") { Scale = AxisScale.Log },
        Series =
        [
            .. GruCells.All.Select(cell => MemoryFigures.Norms(cell.Cell) is var norms
                ? new Line([.. Enumerable.Range(0, norms.Length).Select(k => (double)k)], norms)
                    { Label = cell.Name, Color = MemoryFigures.ColorOfCell(cell.Name) }
                : null!),
        ],
    }) with { Width = 700, Height = 400 };

    private static Figure ThreeCells()
    {
        Line Curve((string Name, CellFactory Cell) cell)
        {
            var losses = new List<double>();
            MemoryRun.Train(new AddingProblem(16), cell.Cell, 16, 300, 1, loss: losses.Add);
            double[] smooth = [.. losses.Chunk(10).Select(part => part.Average())];
            return new([.. smooth.Select((_, i) => 10.0 * i + 5)], smooth)
                { Label = cell.Name, Color = MemoryFigures.ColorOfCell(cell.Name) };
        }

        string[] names = [.. GruCells.All.Select(cell => cell.Name)];
        double[] counts = [2 * 16 + 16 * 16 + 16, ScalarLstm.ParameterCount(2, 16), ScalarGru.ParameterCount(2, 16)];
        return Figure.Grid("Three cells", 3,
        [
            MemoryFigures.Recall(GruCells.All),
            new Panel
            {
                Title = "adding problem, 16 steps", X = "step (means of ten)",
                Y = new("squared error of a batch") { Scale = AxisScale.Log },
                Series =
                [
                    .. GruCells.All.Select(Curve), new HorizontalLine(AddingProblem.OfTheMean)
                        { Label = "best constant, 1/6" },
                ],
            },
            new Panel
            {
                Title = "parameters of 16 units, one bias", Y = new("parameters") { Min = 0 }, X = "",
                Series = [new Bars(names, counts) { ShowValues = "0" }],
            },
        ]) with { Height = 420 };
    }
}
