using Reference.Plotting;

namespace Reference.Book;

/// <summary>
/// The committed figures that the READMEs show, and beside them a fingerprint of each: a test compares the
/// fingerprints and need not draw.
/// </summary>
public static class Gallery
{
    /// <summary>The folder, relative to the root.</summary>
    public const string Folder = "plots/gallery";

    /// <summary>The picture of a figure.</summary>
    public static string PathOf(IChapter chapter, ChapterFigure figure) =>
        Repository.PathOf($"{Folder}/{chapter.Slug}/{figure.Name}.png");

    /// <summary>Writes the fingerprints of some or all of a chapter's figures beside its pictures; the others keep
    /// theirs.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="figures">Each figure's name and value.</param>
    /// <returns>The file.</returns>
    public static string WriteFingerprints(IChapter chapter, IEnumerable<(string Name, Figure Figure)> figures)
    {
        string path = FingerprintsOf(chapter);
        var all = Known(chapter)
            .Where(f => chapter.Figures.Any(now => now.Name == f.Key && now.Experiment is null))
            .ToDictionary(StringComparer.Ordinal);
        foreach ((string name, Figure figure) in figures)
        {
            all[name] = FigureFingerprint.Of(figure);
        }

        WholeFile.Write(path, FigureFingerprint.ToJson(all));
        return path;
    }

    /// <summary>The differences between a chapter's gallery and its figures: missing or superfluous pictures, changed
    /// data.</summary>
    public static IReadOnlyList<string> Stale(IChapter chapter)
    {
        string folder = Directory.CreateDirectory(Path.GetDirectoryName(FingerprintsOf(chapter))!).FullName;
        IReadOnlyDictionary<string, FigureFingerprint> known = Known(chapter);
        string[] names = [.. chapter.Figures.Select(f => f.Name)];
        return
        [
            .. chapter.Figures.Where(f => !File.Exists(PathOf(chapter, f))).Select(f => $"{f.Name}.png is missing"),
            .. Directory.EnumerateFiles(folder, "*.png").Select(f => Path.GetFileNameWithoutExtension(f)).Except(names)
                .Select(name => $"{name}.png belongs to no figure"),
            .. chapter.Figures.Where(f => f.Experiment is null)
                .Select(f => known.TryGetValue(f.Name, out FigureFingerprint? then)
                    ? then.DifferenceFrom(FigureFingerprint.Of(f.Draw())) is { } difference
                        ? $"{f.Name}: {difference}" : null
                    : $"{f.Name} has no fingerprint").OfType<string>(),
        ];
    }

    private static IReadOnlyDictionary<string, FigureFingerprint> Known(IChapter chapter) =>
        File.Exists(FingerprintsOf(chapter))
        ? FigureFingerprint.FromJson(File.ReadAllText(FingerprintsOf(chapter)))
        : new Dictionary<string, FigureFingerprint>(StringComparer.Ordinal);

    private static string FingerprintsOf(IChapter chapter) =>
        Repository.PathOf($"{Folder}/{chapter.Slug}/fingerprints.json");
}
