using System.CommandLine;
using Spectre.Console;

namespace Reference.Book;

/// <summary>The console of a chapter: <c>dotnet run --project chapters/01-perceptron -- --help</c>.</summary>
public static class ChapterConsole
{
    /// <summary>Runs the command line of a chapter.</summary>
    /// <param name="chapter">The chapter.</param>
    /// <param name="args">The arguments; none runs everything.</param>
    /// <param name="console">Where to print; the terminal when null.</param>
    /// <param name="errors">Where to print errors; the terminal's error stream when null.</param>
    /// <returns>0, or 1 after an error, or 130 after Ctrl+C.</returns>
    public static int Run(IChapter chapter, string[] args, IAnsiConsole? console = null, TextWriter? errors = null)
    {
        IAnsiConsole screen = console ?? Terminal.Console;
        return ConsoleErrors.Guard(() => Root(chapter, screen).Parse(args).InvokeAsync(ConsoleErrors.Invocation)
            .GetAwaiter().GetResult(), errors);
    }

    private static RootCommand Root(IChapter chapter, IAnsiConsole console)
    {
        var output = new Option<DirectoryInfo>("--output", "-o")
        {
            Description = "The folder for files.",
            DefaultValueFactory = _ => new DirectoryInfo(DefaultOutput(chapter)),
            Recursive = true,
        };
        var seed = new Option<ulong>("--seed")
            { Description = "The seed of the experiments.", DefaultValueFactory = _ => 1, Recursive = true };
        var name = new Argument<string>("name") { Description = "The name, as listed by 'list'." };

        var root = new RootCommand(
            $"Chapter {chapter.Number}, {chapter.Title}. Without a command: every worked number with its verdict, "
                + $"then every experiment and figure.")
        {
            output, seed,
        };
        root.SetAction((parsed, stop) =>
        {
            var printer = new ChapterPrinter(chapter, console);
            printer.Numbers();
            var runner = new ChapterRunner(chapter, console, parsed.GetValue(output)!.FullName);
            runner.Experiments(chapter.Experiments, parsed.GetValue(seed), stop);
            runner.Figures(Drawn(chapter), stop);
            return Task.FromResult(0);
        });

        Add(root, "list", "Lists derivations, figures and experiments.", _ =>
            new ChapterPrinter(chapter, console).List());
        Add(root, "numbers", "Computes every number that the notes print, and gives its verdict.", _ =>
            new ChapterPrinter(chapter, console).Numbers());
        Add(root, "derivations", "Checks every equals sign of every derivation on random inputs.", _ =>
            new ChapterPrinter(chapter, console).Derivations());
        Add(root, "errata", "Lists what the notes get wrong, with proof.", _ =>
            new ChapterPrinter(chapter, console).Errata());

        Add(root, "docs", "Makes NUMBERS.md and the generated parts of README.md anew.", _ =>
        {
            foreach (string path in Documents.UpdateOne(chapter))
            {
                console.WriteLine($"wrote {path}");
            }
        });

        var figure = new Command("figure", "Draws one figure.") { name };
        figure.SetAction((parsed, stop) =>
        {
            ChapterFigure one = Named(chapter.Figures, f => f.Name, parsed.GetValue(name)!, "figure", chapter);
            new ChapterRunner(chapter, console, parsed.GetValue(output)!.FullName).Figures([one], stop);
            return Task.FromResult(0);
        });
        root.Subcommands.Add(figure);

        var figures = new Command("figures", "Draws every figure.");
        figures.SetAction((parsed, stop) =>
        {
            new ChapterRunner(chapter, console, parsed.GetValue(output)!.FullName).Figures(Drawn(chapter), stop);
            return Task.FromResult(0);
        });
        root.Subcommands.Add(figures);

        var experiment = new Command("experiment", "Runs one experiment.") { name };
        experiment.SetAction((parsed, stop) =>
        {
            Experiment one = Named(chapter.Experiments, e => e.Name, parsed.GetValue(name)!, "experiment", chapter);
            new ChapterRunner(chapter, console, parsed.GetValue(output)!.FullName)
                .Experiments([one], parsed.GetValue(seed), stop);
            return Task.FromResult(0);
        });
        root.Subcommands.Add(experiment);

        foreach (Command own in chapter.Commands)
        {
            root.Subcommands.Add(own);
        }

        return root;
    }

    private static ChapterFigure[] Drawn(IChapter chapter) => [.. chapter.Figures.Where(f => f.Experiment is null)];

    private static void Add(RootCommand root, string name, string description, Action<ParseResult> action)
    {
        var command = new Command(name, description);
        command.SetAction(action);
        root.Subcommands.Add(command);
    }

    /// <summary>The one item of that name.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists those there are.</exception>
    internal static T Named<T>(IReadOnlyList<T> items, Func<T, string> nameOf, string name, string kind,
        IChapter chapter) =>
        items.FirstOrDefault(item => string.Equals(nameOf(item), name, StringComparison.OrdinalIgnoreCase))
        ?? throw new ArgumentException(
            $"Expected the name of one {kind} of chapter {chapter.Slug} ({string.Join(", ", items.Select(nameOf))}); "
                + $"got '{name}'.",
            nameof(name));

    private static string DefaultOutput(IChapter chapter) =>
        Repository.RootOrNull is { } root
            ? Path.Combine(root, "plots", "out", chapter.Slug)
            : Path.Combine(Directory.GetCurrentDirectory(), "out", chapter.Slug);
}
