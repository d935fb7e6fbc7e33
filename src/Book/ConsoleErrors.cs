using System.CommandLine;
using System.Text.RegularExpressions;
using Reference.Numerics;

namespace Reference.Book;

/// <summary>
/// Errors of a program of this project: one line with the expected and the actual value, and an exit code; no stack
/// trace.
/// </summary>
public static partial class ConsoleErrors
{
    /// <summary>Lets errors through to <see cref="Guard"/>, and gives Ctrl+C time to leave files whole.</summary>
    public static InvocationConfiguration Invocation { get; } = new()
    {
        EnableDefaultExceptionHandler = false,
        ProcessTerminationTimeout = TimeSpan.FromSeconds(5),
    };

    /// <summary>Runs the program. A training run that diverges ends in one line too.</summary>
    /// <param name="program">The program.</param>
    /// <param name="errors">Where errors are printed; the terminal's error stream when null.</param>
    /// <returns>Its exit code; 1 after an error of input or output (a damaged file too), 130 after Ctrl+C.</returns>
    public static int Guard(Func<int> program, TextWriter? errors = null)
    {
        try
        {
            _ = ComputeProvider.Current; // a wrong REFERENCE_PROVIDER is reported before anything runs
            return program();
        }
        catch (OperationCanceledException)
        {
            (errors ?? Console.Error).WriteLine("Stopped. Every file that was written is whole.");
            return 130;
        }
        catch (Exception error) when (
            error is ArgumentException or IOException or InvalidDataException or UnauthorizedAccessException
            or InvalidOperationException or FormatException or ArithmeticException)
        {
            (errors ?? Console.Error).WriteLine(ParameterNote().Replace(error.Message, ""));
            return 1;
        }
    }

    // What .NET adds to the message of an ArgumentException is for programmers.
    [GeneratedRegex(@" \(Parameter '[^']*'\)(\r?\nActual value was .*)?$")]
    private static partial Regex ParameterNote();
}
