using System.CommandLine;
using Reference.Book;
using Reference.Plotting;

namespace Reference.Benchmarks;

/// <summary>Draws the measured products: speed against size for every rung, and the roofline.</summary>
internal static class FiguresCommand
{
    internal static Command Create()
    {
        var command = new Command(
            "figures", "Draw ladder.png and roofline.png from the CSV files of results/<processor>/.");
        command.SetAction(_ =>
        {
            string folder = Processor.ResultsFolder();
            IReadOnlyList<ResultTable.Row> rows = ResultTable.Products(folder);
            IReadOnlyDictionary<string, double> machine = ResultTable.Machine(folder);
            Save(Path.Combine(folder, "ladder.png"), Ladder(rows, machine["peak GFLOP/s"]));
            Save(Path.Combine(folder, "roofline.png"), Roofline(rows, machine));
        });
        return command;
    }

    private static void Save(string path, Figure figure)
    {
        WholeFile.Write(path, new PngRenderer { Scale = 1 }.Render(figure));
        Console.WriteLine(path);
    }

    private static Figure Ladder(IReadOnlyList<ResultTable.Row> rows, double peak)
        => new($"Products n × n on one thread: {Processor.Name}", new Panel
    {
        X = new Axis("n") { Scale = AxisScale.Log, Ticks = [.. Shapes.Squares.Select(n => new Tick(n, $"{n}"))] },
        Y = new Axis("GFLOP/s, double") { Scale = AxisScale.Log, Min = 0.4 },
        Series =
        [
            new HorizontalLine(peak) { Label = $"peak, {peak:F0}" },
            .. rows.Where(r => r.IsSquare).GroupBy(r => r.Engine).OrderByDescending(
                g => g.Last().Gflops).Select(g => new Line(
                [.. g.Select(r => (double)r.M)], [.. g.Select(r => r.Gflops)])
            {
                Label = g.Key == "simd" ? "Packed = simd" : g.Key,
                Width = g.Key == "simd" ? 3 : 1.6,
                Style = char.IsUpper(g.Key[0]) || g.Key == "simd" ? LineStyle.Solid : LineStyle.Dashed,
            }),
        ],
    });

    private static Figure Roofline(IReadOnlyList<ResultTable.Row> rows, IReadOnlyDictionary<string, double> machine)
    {
        double peak = machine["peak GFLOP/s"];
        Line Roof(string name, string label)
        {
            double bandwidth = machine[name];
            return new Line([0.1, peak / bandwidth, 200], [0.1 * bandwidth, peak, peak])
            { Label = $"{label}, {bandwidth:F0} GB/s", Color = Palette.Grey };
        }

        Markers Points(string label, MarkerShape shape, IEnumerable<ResultTable.Row> points)
            => new([.. points.Select(r => r.Intensity)], [.. points.Select(r => r.Gflops)])
            { Label = label, Shape = shape };
        ResultTable.Row[] ours = [.. rows.Where(r => r.Engine == "simd")],
            theirs = [.. rows.Where(r => r.Engine == "openblas")];
        return new($"Roofline of one core: {Processor.Name}", new Panel
        {
            X = new Axis("operations per byte of A, B and C") { Scale = AxisScale.Log },
            Y = new Axis("GFLOP/s, double") { Scale = AxisScale.Log },
            Series =
            [
                Roof("second cache GB/s", "second cache"),
                Roof("third cache GB/s", "third cache") with { Style = LineStyle.Dashed },
                Roof("memory GB/s", "memory") with { Style = LineStyle.Dotted },
                Points("simd, n × n", MarkerShape.Circle, ours.Where(r => r.IsSquare)),
                Points("simd, shapes of networks", MarkerShape.Diamond, ours.Where(r => !r.IsSquare)),
                Points("OpenBLAS", MarkerShape.Cross, theirs),
            ],
        });
    }
}
