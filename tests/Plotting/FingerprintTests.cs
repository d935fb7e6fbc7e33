namespace Reference.Plotting.Tests;

public sealed class FingerprintTests
{
    private static readonly Figure[] Figures =
    [
        .. Sheets.SeriesTypes.Select(panel => new Figure("a series", panel)),
        .. Sheets.EdgeCases.Select(panel => new Figure("an edge case", panel)),
    ];

    [Fact]
    public void A_fingerprint_survives_its_file()
    {
        var all = Figures.Index().ToDictionary(pair => $"{pair.Index}", pair => FigureFingerprint.Of(pair.Item));
        string json = FigureFingerprint.ToJson(all);
        IReadOnlyDictionary<string, FigureFingerprint> read = FigureFingerprint.FromJson(json);
        Assert.Equal(all.Count, read.Count);
        Assert.All(all, figure => Assert.Null(read[figure.Key].DifferenceFrom(figure.Value)));
        Assert.Equal(json, FigureFingerprint.ToJson(read));
    }

    [Fact]
    public void Figures_that_differ_have_fingerprints_that_differ()
    {
        FigureFingerprint[] all = [.. Figures.Select(FigureFingerprint.Of)];
        for (int i = 0; i < all.Length; i++)
        {
            Assert.All(all[..i], earlier => Assert.NotNull(earlier.DifferenceFrom(all[i])));
        }
    }

    public static TheoryData<string, Func<double, Series>> Nudged => new()
    {
        { "Ys", by => new Line(Ramp(1), Ramp(1 + by)) },
        { "Xs", by => new Markers(Ramp(1 + by), Ramp(1)) },
        { "Values", by => new HeatMap(new double[,] { { 1, 2, 3, 4, 5 }, { 6, 7, 8, 9 + by * 9, 10 } }) },
        { "At", by => new HorizontalLine(1e-6 * (1 + by)) },
        { "Nodes.X", by => new NetworkDiagram([new(0, 0, "a"), new(1 + by, 0, "b")], [new(0, 1)]) },
        { "Radius", by => new NetworkDiagram([new(0, 0, "")], []) { Radius = 20 * (1 + by) } },
        { "Images", by => new ImageGrid([new double[,] { { 0, 1 + by } }, new double[,] { { 2, 3 } }], 2) },
        { "Width", by => new Line(Ramp(1), Ramp(1)) { Width = 3 * (1 + by) } },
        { "Panels 0.Y.Min", by => new HorizontalLine(by) },
    };

    [Theory]
    [MemberData(nameof(Nudged))]
    public void Rounding_is_forgiven_and_a_change_in_the_seventh_digit_is_not(string name, Func<double, Series> series)
    {
        bool limit = name.EndsWith("Min", StringComparison.Ordinal);
        FigureFingerprint Of(double by) => FigureFingerprint.Of(new Figure("t", new Panel
        {
            Y = new Axis("y") { Min = limit ? 1 + by : 0 }, Series = [limit ? new HorizontalLine(2) : series(by)],
        }));
        Assert.Null(Of(0).DifferenceFrom(Of(1e-12)));
        Assert.Contains(name, Of(0).DifferenceFrom(Of(1e-7)), StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_styles_gaps_and_the_theme_count()
    {
        var line = new Line([0, 1, 2], [1, double.NaN, 2]);
        FigureFingerprint one = Of(line);
        FigureFingerprint Of(Series series, string label = "x") =>
            FigureFingerprint.Of(new Figure("t", new Panel { X = label, Series = [series] }));
        Assert.Null(one.DifferenceFrom(Of(new Line([0, 1, 2], [1, double.NaN, 2]))));
        Assert.NotNull(one.DifferenceFrom(Of(line, "time")));
        Assert.NotNull(one.DifferenceFrom(Of(line with { Style = LineStyle.Dashed })));
        Assert.NotNull(one.DifferenceFrom(Of(line with { Color = Palette.Green })));
        Assert.NotNull(one.DifferenceFrom(Of(new Line([0, 1, 2], [1, 0, 2]))));
        Assert.NotNull(one.DifferenceFrom(one with { Theme = Theme.Version + 1 }));
    }

    private static double[] Ramp(double slope) => [.. Enumerable.Range(0, 50).Select(i => slope * (i + 1))];
}
