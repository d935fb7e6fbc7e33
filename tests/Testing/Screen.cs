using Spectre.Console;

namespace Reference.Testing;

/// <summary>A console that keeps what is printed, 160 columns wide, without colours.</summary>
public sealed class Screen : IDisposable
{
    private readonly StringWriter _writer = new();

    /// <summary>A blank screen.</summary>
    public Screen()
    {
        Console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_writer),
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
        });
        Console.Profile.Width = 160;
    }

    /// <summary>The console to print on.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Where errors are printed.</summary>
    public StringWriter Errors { get; } = new();

    /// <summary>What was printed.</summary>
    public string Text => _writer.ToString();

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer.Dispose();
        Errors.Dispose();
    }
}
