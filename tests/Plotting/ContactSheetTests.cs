using Reference.Book;

namespace Reference.Plotting.Tests;

/// <summary>
/// The contact sheets are committed, and every machine must draw them to the last byte. After a change that is meant to be seen,
/// <c>REFERENCE_UPDATE_SHEETS=1 dotnet test -c Release --project tests/Plotting</c> draws them anew: look at them before committing.
/// </summary>
public sealed class ContactSheetTests
{
    private static readonly bool Update = Environment.GetEnvironmentVariable("REFERENCE_UPDATE_SHEETS") == "1";

    public static TheoryData<string> Names => [.. Sheets.All.Select(sheet => sheet.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_committed_sheet_is_what_is_drawn_to_the_last_byte(string name)
    {
        byte[] png = new PngRenderer { Scale = name is "series" or "edge-cases" ? 1 : 2 }.Render(Sheets.All.Single(sheet => sheet.Name == name).Figures[0]);
        string path = Repository.PathOf($"tests/Plotting/sheets/{name}.png");
        if (Update)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, png);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(png),
            $"sheets/{name}.png differs. If that is meant: REFERENCE_UPDATE_SHEETS=1, then look at it.");
    }

    [Fact]
    public void Every_series_type_is_on_a_sheet()
    {
        IEnumerable<Type> all = typeof(Series).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Series)) && !type.IsAbstract);
        Assert.Empty(all.Except(Sheets.SeriesTypes
            .Append(Sheets.All[0].Figures[0].Panels[0])
            .SelectMany(panel => panel.Series)
            .Select(series => series.GetType())));
    }

    [Fact]
    public void Figures_are_small_files()
    {
        int[] sizes = [.. Sheets.SeriesTypes.Select(panel => new PngRenderer().Render(new Figure(panel.Title, panel)).Length).Order()];
        Assert.InRange(sizes[sizes.Length / 2], 1, 40_000);
    }
}
