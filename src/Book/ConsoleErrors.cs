using System.CommandLine;
using Spectre.Console;

namespace Reference.Book;

/// <summary>What a program of this project does when something is wrong: one line that says what was expected and what came, and an exit code. No stack trace.</summary>
public static class ConsoleErrors
{
    /// <summary>Lets errors through to <see cref="Guard"/>, and gives Ctrl+C time to leave files whole.</summary>
    public static InvocationConfiguration Invocation { get; } = new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(5) };

    /// <summary>Runs the program.</summary>
    /// <returns>Its exit code; 1 after an error of input or output, 130 after Ctrl+C.</returns>
    public static int Guard(IAnsiConsole console, Func<int> program)
    {
        try
        {
            return program();
        }
        catch (OperationCanceledException)
        {
            console.MarkupLine("[yellow]Stopped.[/] Every file that was written is whole.");
            return 130;
        }
        catch (Exception error) when (error is ArgumentException or IOException or UnauthorizedAccessException or InvalidOperationException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return 1;
        }
    }
}
