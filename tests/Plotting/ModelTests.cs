using Reference.Book;
namespace Reference.Plotting.Tests;

public sealed class ModelTests
{
    [Fact]
    public void A_figure_gives_back_what_was_plotted()
    {
        var figure = new Figure("t", new Panel
            { Series = [new Line([1, 2], [3, 4]) { Label = "a" }, new HorizontalLine(5)] });
        var line = Assert.IsType<Line>(figure.Panels[0].Series[0]);
        Assert.Equal([1.0, 2.0], line.Xs);
        Assert.Equal([3.0, 4.0], line.Ys);
        Assert.Equal("a", line.Label);
        Assert.Equal(5, ((HorizontalLine)figure.Panels[0].Series[1]).At);
    }

    [Fact]
    public void No_figure_is_wider_than_the_page()
    {
        Panel[] panels = [.. Enumerable.Range(0, 4).Select(_ => new Panel())];
        Assert.Equal(900, Figure.Grid("t", 4, panels).Width);
        Assert.Equal(900, (Figure.Grid("t", 2, panels) with { Width = 1200 }).Width);
    }

    [Fact]
    public void Data_are_copied_so_that_a_figure_cannot_change_afterwards()
    {
        double[] ys = [1, 2];
        var matrix = new double[,] { { 1 } };
        var (line, map) = (new Line([0, 1], ys), new HeatMap(matrix));
        (ys[0], matrix[0, 0]) = (9, 9);
        Assert.Equal(1, line.Ys[0]);
        Assert.Equal(1, map[0, 0]);
    }

    [Fact]
    public void A_function_is_sampled_from_end_to_end()
    {
        Line line = Line.Of(x => x * x, -2, 3, 11);
        Assert.Equal((-2, 3, 11), (line.Xs[0], line.Xs[^1], line.Xs.Count));
        Assert.Equal(line.Xs.Select(x => x * x), line.Ys);
        Assert.Equal(0, Line.Of(x => Math.Sqrt(1 - x), -1.7, 1).Ys[^1]); // −1.7 + 2.7 is above 1: NaN
        Contours contours = Contours.Of((x, y) => 10 * x + y, (0, 1), (0, 2), 3, 2);
        Assert.Equal([0.0, 10, 1, 11, 2, 12], Enumerable.Range(0, 6).Select(k => contours[k / 2, k % 2]));
        HeatMap map = HeatMap.Of((x, y) => 10 * x + y, (0, 1), (0, 2), 1, 2);
        Assert.Equal([2.5 + 1, 7.5 + 1], [map[0, 0], map[0, 1]]);
    }

    public static TheoryData<string, Action, string[]> Refusals => new()
    {
        { "unequal lengths", () => _ = new Line([1, 2, 3], [1, 2]), ["Ys", "3", "2"] },
        { "unequal bars", () => _ = new Bars(["a"], [1, 2]), ["Values", "1", "2"] },
        { "no categories", () => _ = new Bars([], []), ["Categories", "0"] },
        { "nothing but NaN", () => _ = new Markers([1, 2], [double.NaN, double.NaN]), ["Ys", "2"] },
        { "an empty matrix", () => _ = new HeatMap(new double[0, 3]), ["values", "0×3"] },
        { "a matrix of NaN", () => _ = new HeatMap(new[,] { { double.NaN } }), ["values", "1×1"] },
        { "row labels", () => _ = new HeatMap(new double[2, 2]) { RowLabels = ["a"] }, ["RowLabels", "2", "1"] },
        { "a flat grid", () => _ = new Contours(new double[1, 5], (0, 1), (0, 1)), ["2×2", "1×5"] },
        { "levels out of order", () => _ = new Contours(new double[2, 2], (0, 1), (0, 1)) { Levels = [2, 1] },
            ["Levels", "2, 1"] },
        { "a range out of order", () => _ = new Contours(new double[2, 2], (1, 0), (0, 1)), ["xRange", "(1, 0)"] },
        { "a line without direction", () => _ = new HalfPlane(0, 0, 1), ["a = 0"] },
        { "a line to infinity", () => _ = new SlopedLine(1, double.PositiveInfinity, 1), ["b"] },
        { "an edge to nowhere", () => _ = new NetworkDiagram([new Node(0, 0, "a")], [new Edge(0, 1)]), ["0 → 1"] },
        { "an empty layer", () => _ = NetworkDiagram.Layers([["a", "b"], []]), ["labels", "0"] },
        { "no panels", () => _ = Figure.Grid("t", 2, []), ["panels", "0"] },
        { "no columns", () => _ = Figure.Grid("t", 0, [new Panel()]), ["columns"] },
        { "no size", () => _ = new Figure("t", new Panel()) { Width = double.NaN }, ["Width", "NaN"] },
        { "too much opacity", () => _ = new Line([1], [1]) { Opacity = 1.5 }, ["Opacity", "1.5"] },
        { "half a colour", () => _ = Color.FromHex("#12"), ["#12"] },
        { "no samples", () => _ = new Histogram([], [0, 1]), ["samples", "0"] },
        { "edges out of order", () => _ = new Histogram([1.0], [1, 0]), ["edges", "1, 0"] },
        { "a colour of NaN", () => _ = ColorMap.Grey.At(double.NaN), ["fraction", "NaN"] },
        { "an infinite place", () => _ = new Arrow(0, 0, double.PositiveInfinity, 0), ["x1"] },
        { "captions that do not fit", () => _ = new ImageGrid([new double[1, 1]], 1) { Captions = ["a", "b"] },
            ["Captions", "1", "2"] },
        {
            "a log axis of negative data",
            () => new PngRenderer()
                .Render(new("t", new Panel
                { X = new("x") { Scale = AxisScale.Log }, Series = [new Line([-1, 0], [1, 1])] })),
            ["log", "'x'"]
        },
        { "limits out of order", () => new PngRenderer().Render(new("t", new Panel
            { Y = new("y") { Min = 2, Max = 1 }, Series = [new VerticalLine(0)] })), ["'y'", "2", "1"] },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_says_what_was_expected_and_what_came(string what, Action make, string[] words)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(make);
        Assert.All(words, word =>
            Assert.True(refusal.Message.Contains(word, StringComparison.Ordinal),
            $"{what}: '{refusal.Message}' lacks '{word}'."));
    }

    [Fact]
    public void A_histogram_counts_every_finite_sample_once()
    {
        var histogram = new Histogram([0, 1, 1, 2, 3, 4, double.NaN], [0, 1, 2, 3, 4]);
        Assert.Equal([1, 2, 1, 2], histogram.Counts);
        Assert.Equal([0.0, 1, 2, 3, 4], histogram.Edges);
        Assert.Equal(1, (histogram with { Density = true }).Heights.Sum() * 1.0, 1e-12);
        Assert.Equal([1, 1], new Histogram([0.5, 1.5, 7], [0, 1, 2]).Counts);
    }

    [Fact]
    public void Layers_are_fully_connected_and_carry_their_weights()
    {
        NetworkDiagram network = NetworkDiagram.Layers([["a", "b"], ["c", "d", "e"]]);
        Assert.Equal(
            [.. from to in Enumerable.Range(2, 3) from start in Enumerable.Range(0, 2) select (start, to)],
            network.Edges.Select(edge => (edge.From, edge.To)));
        Assert.Equal(0, network.Nodes.Take(2).Sum(node => node.Y));
    }

    [Fact]
    public void Neighbours_in_the_palette_differ_in_grey_print()
    {
        // Five units of L* are told apart side by side; lines that follow each other in the order must be.
        IReadOnlyList<Color> order = Palette.Order;
        Assert.All(Enumerable.Range(1, order.Count - 1), i =>
            Assert.True(Math.Abs(order[i].Lightness - order[i - 1].Lightness) > 5,
                $"{order[i - 1].Hex} {order[i].Hex}"));
        Assert.Equal((0, 100), (Color.FromHex("#000000").Lightness, Math.Round(Palette.White.Lightness, 6)));
    }

    [Fact]
    public void Every_colour_of_the_palette_stands_out_from_white_at_three_to_one() =>
        Assert.All([.. Palette.Order, Palette.Grey, .. Enumerable.Range(0, 5).Select(t => ColorOf.Time(t, 5))],
            color => Assert.True(1.05 / (color.Luminance + 0.05) >= 3, color.Hex));

    [Fact]
    public void Viridis_climbs_evenly_in_lightness_and_the_diverging_map_is_lightest_in_the_middle()
    {
        double[] viridis = [.. Enumerable.Range(0, 33).Select(i => ColorMap.Viridis.At(i / 32.0).Lightness)];
        Assert.All(viridis.Zip(viridis.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0.5, 5));
        double[] diverging = [.. Enumerable.Range(0, 33).Select(i => ColorMap.Diverging.At(i / 32.0).Lightness)];
        Assert.Equal(16, Array.IndexOf(diverging, diverging.Max()));
        Assert.Equal(diverging[0], diverging[32], 12.0);
    }
}
