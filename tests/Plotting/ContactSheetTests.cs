using Reference.Book;

namespace Reference.Plotting.Tests;

/// <summary>
/// The contact sheets show every series type and every edge case. After a change that is meant to be seen,
/// <c>REFERENCE_UPDATE_SHEETS=1 dotnet test -c Release --project tests/Plotting</c> draws them anew: look at them
/// before committing.
/// </summary>
public sealed class ContactSheetTests
{
    private static readonly string Folder = Repository.PathOf("tests/Plotting/sheets");

    [Fact]
    public void The_committed_sheets_show_the_figures_of_today()
    {
        string file = Path.Combine(Folder, "fingerprints.json");
        if (Environment.GetEnvironmentVariable("REFERENCE_UPDATE_SHEETS") == "1")
        {
            Directory.CreateDirectory(Folder);
            foreach ((string name, Figure[] figures) in Sheets.All)
            {
                byte[] png = new PngRenderer { Scale = name is "series" or "edge-cases" ? 1 : 2 }.Render(figures[0]);
                File.WriteAllBytes(Path.Combine(Folder, $"{name}.png"), png);
            }

            File.WriteAllText(file, FigureFingerprint.ToJson(
                Sheets.All.Select(sheet => KeyValuePair.Create(sheet.Name, FigureFingerprint.Of(sheet.Figures[0])))));
        }

        IReadOnlyDictionary<string, FigureFingerprint> drawn = FigureFingerprint.FromJson(File.ReadAllText(file));
        Assert.All(Sheets.All, sheet =>
        {
            Assert.True(File.Exists(Path.Combine(Folder, $"{sheet.Name}.png")), sheet.Name);
            Assert.Null(FigureFingerprint.Of(sheet.Figures[0]).DifferenceFrom(drawn[sheet.Name]));
        });
    }

    [Fact]
    public void Every_series_type_is_on_a_sheet()
    {
        IEnumerable<Type> all = typeof(Series).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Series)) && !type.IsAbstract);
        Assert.Empty(all.Except(Sheets.SeriesTypes
            .Append(Sheets.All[0].Figures[0].Panels[0])
            .SelectMany(panel => panel.Series)
            .Select(series => series.GetType())));
    }

    [Fact]
    public void Figures_are_small_files()
    {
        int[] sizes = [.. Sheets.SeriesTypes.Select(panel =>
            new PngRenderer().Render(new Figure(panel.Title, panel)).Length).Order()];
        Assert.InRange(sizes[sizes.Length / 2], 1, 60_000);
    }
}
