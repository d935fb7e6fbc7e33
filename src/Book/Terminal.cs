using Spectre.Console;

namespace Reference.Book;

/// <summary>The console that programs print on: the terminal as it is, or, into a file or a pipe, plain text wide
/// enough for tables.</summary>
public static class Terminal
{
    private const int PipedWidth = 160;

    /// <summary>The console.</summary>
    public static IAnsiConsole Console { get; } = Create();

    /// <summary>Progress bars as every program shows them: what is done, a bar, the share of it that is done, the time
    /// it has taken, and an estimate of what is left.</summary>
    /// <param name="console">Where to print.</param>
    public static Progress Bars(IAnsiConsole console) =>
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(),
            new ElapsedTimeColumn(), new RemainingTimeColumn());

    private static IAnsiConsole Create()
    {
        if (!System.Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        IAnsiConsole plain = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        plain.Profile.Width = PipedWidth;
        return plain;
    }
}
