using Reference.Book;
using Reference.Plotting;
using Spectre.Console;

namespace Reference.Plots;

/// <summary>Draws figures with a progress bar, then says in a table what every chapter drew and proved.</summary>
public static class FigureRun
{
    /// <summary>Draws the figures of the chapters, recomputes their numbers and checks their derivations.</summary>
    /// <param name="console">Where to print.</param>
    /// <param name="chapters">The chapters.</param>
    /// <param name="only">The name of the one figure to draw; all of them when null.</param>
    /// <param name="folder">Figures go to a folder of each chapter's name in here.</param>
    /// <param name="into">What becomes of the figures.</param>
    /// <param name="stop">Set by Ctrl+C.</param>
    /// <returns>0, or 1 when a number does not earn its verdict, a line of a derivation does not hold, or a claim is
    /// not refuted.</returns>
    /// <exception cref="ArgumentException">No chapter has a figure of that name.</exception>
    public static int Run(IAnsiConsole console, IReadOnlyList<IChapter> chapters, string? only, string folder,
        Into into, CancellationToken stop)
    {
        (IChapter Chapter, ChapterFigure Figure)[] figures = [.. chapters
            .SelectMany(c => Drawn(c).Select(f => (c, f)))
            .Where(x => only is null || string.Equals(x.f.Name, only, StringComparison.OrdinalIgnoreCase))];
        if (figures.Length == 0)
        {
            throw new ArgumentException(
                $"Expected the name of a figure "
                    + $"({string.Join(", ", chapters.SelectMany(Drawn).Select(f => f.Name))}); got '{only}'.",
                nameof(only));
        }

        var failures = new List<string>();
        var values = new List<(IChapter Chapter, string Name, Figure Figure)>();
        var table = new Table().AddColumns("chapter", "figures", "printed numbers confirmed", "derived",
            "derivations that hold", "errata");
        Terminal.Bars(console).Start(context =>
        {
            ProgressTask progress = context.AddTask("figures, numbers and derivations",
                maxValue: figures.Length + chapters.Count);
            var renderer = new PngRenderer();
            // One figure is drawn while the next is computed.
            Task drawing = Task.CompletedTask;
            foreach ((IChapter chapter, ChapterFigure figure) in figures)
            {
                stop.ThrowIfCancellationRequested();
                progress.Description = $"{chapter.Slug}/{figure.Name}";
                Figure drawn = Drawn(chapter, figure);
                values.Add((chapter, figure.Name, drawn));
                drawing.GetAwaiter().GetResult();
                drawing = Task.Run(() =>
                {
                    byte[] picture = renderer.Render(drawn);
                    WholeFile.Write(Path.Combine(folder, chapter.Slug, figure.Name + renderer.Extension), picture);
                    if (Film.Shows(chapter, figure))
                    {
                        WholeFile.Write(Path.Combine(folder, chapter.Slug, figure.Name + Film.Extension),
                            Film.Draw(drawn));
                    }

                    if (into == Into.Compared && !(File.Exists(Gallery.PathOf(chapter, figure))
                        && SamePicture.Of(File.ReadAllBytes(Gallery.PathOf(chapter, figure)), picture)))
                    {
                        failures.Add($"{chapter.Slug}/{figure.Name}: the gallery holds another picture.");
                    }

                    progress.Increment(1);
                }, stop);
            }

            drawing.GetAwaiter().GetResult();
            foreach (var ofChapter in values.GroupBy(v => v.Chapter).Where(_ => into == Into.Gallery))
            {
                Gallery.WriteFingerprints(ofChapter.Key, ofChapter.Select(v => (v.Name, v.Figure)));
            }

            foreach (IChapter chapter in chapters)
            {
                stop.ThrowIfCancellationRequested();
                progress.Description = $"numbers and derivations of {chapter.Slug}";
                (WorkedNumber Number, string? Failure)[] numbers =
                    [.. chapter.WorkedNumbers.Select(n => (n, n.Failure()))];
                IReadOnlyList<string>[] broken = [.. chapter.Derivations.Select(d => DerivationCheck.Failures(d))
                    .Where(f => f.Count > 0)];
                failures.AddRange(numbers.Select(n => n.Failure).OfType<string>());
                failures.AddRange(broken.SelectMany(f => f));
                failures.AddRange(chapter.Claims.Where(c => !c.IsRefuted())
                    .Select(c => $"{c.Row}: not refuted, {c.Printed}"));
                int drawn = figures.Count(x => x.Chapter == chapter);
                int derived = numbers.Count(n => n.Number.Verdict is Verdict.Derived);
                int confirmed = numbers.Count(n => n.Failure is null
                    && n.Number.Verdict is Verdict.Rounds or Verdict.Truncates or Verdict.Agrees);
                table.AddRow(
                    $"{chapter.Number:00} {chapter.Title}", $"{drawn}", $"{confirmed} of {numbers.Length - derived}",
                        $"{derived}",
                    $"{chapter.Derivations.Count - broken.Length} of {chapter.Derivations.Count}",
                        $"{Erratum.Of(chapter).Count}");
                progress.Increment(1);
            }

            progress.Description = "figures, numbers and derivations";
        });

        console.Write(table);
        console.WriteLine($"wrote {figures.Length} {(figures.Length == 1 ? "figure" : "figures")} into {folder}");
        foreach (string failure in failures)
        {
            console.WriteLine(failure);
        }

        return failures.Count == 0 ? 0 : 1;
    }

    private static IEnumerable<ChapterFigure> Drawn(IChapter chapter) =>
        chapter.Figures.Where(f => f.Experiment is null);

    private static Figure Drawn(IChapter chapter, ChapterFigure figure)
    {
        try
        {
            return figure.Draw();
        }
        catch (ArgumentException refusal)
        {
            throw new ArgumentException($"The figure {chapter.Slug}/{figure.Name}: {refusal.Message}", refusal);
        }
    }

    /// <summary>Makes the generated documents anew and says which changed.</summary>
    /// <returns>0.</returns>
    public static int UpdateDocuments(IAnsiConsole console)
    {
        IReadOnlyList<string> written = Documents.Update(Shelf.Chapters);
        foreach (string path in written)
        {
            console.WriteLine($"wrote {path}");
        }

        console.WriteLine(written.Count == 0 ? "Every generated document was fresh."
            : $"{written.Count} documents made anew.");
        return 0;
    }
}
