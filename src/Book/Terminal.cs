using Spectre.Console;

namespace Reference.Book;

/// <summary>The console that programs print on: the terminal as it is, or, into a file or a pipe, plain text wide enough for tables.</summary>
public static class Terminal
{
    private const int PipedWidth = 160;

    /// <summary>The console.</summary>
    public static IAnsiConsole Console { get; } = Create();

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
