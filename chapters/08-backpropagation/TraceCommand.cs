using System.CommandLine;
using System.Globalization;
using Reference.Book;
using Spectre.Console;

namespace Reference.Backpropagation;

/// <summary><c>trace</c>: one step of backpropagation through the walk-through, value by value.</summary>
public static class TraceCommand
{
    /// <summary>The command.</summary>
    public static Command Create(IAnsiConsole? console = null)
    {
        WalkThrough notes = WalkThrough.OfTheNotes;
        Option<string> inputs = Of("--inputs", "The inputs x, separated by commas.", string.Join(',', notes.X)),
            weights = Of("--weights", "Their weights into the hidden unit: --weights=-0.2,0.4.",
                string.Join(',', notes.w));
        Option<double> output = Of("--output-weight", "W, from the hidden unit to the output.", notes.W),
            target = Of("--target", "y.", notes.Y), rate = Of("--learning-rate", "η, above 0.", notes.η);
        var command = new Command("trace", "Prints every intermediate value of one step of backpropagation.")
            { inputs, weights, output, target, rate };
        command.SetAction(parsed => Trace(console ?? Terminal.Console, new(
            Numbers(parsed.GetValue(inputs)!, "--inputs"), Numbers(parsed.GetValue(weights)!, "--weights"),
            parsed.GetValue(output), parsed.GetValue(target), parsed.GetValue(rate))));
        return command;

        static Option<T> Of<T>(string name, string description, T value) =>
            new(name) { Description = description, DefaultValueFactory = _ => value };
    }

    /// <summary>Prints the walk as a table.</summary>
    /// <exception cref="ArgumentException">Not as many weights as inputs, a rate that is not positive, or a number
    /// that is not finite.</exception>
    public static void Trace(IAnsiConsole console, WalkThrough walk)
    {
        IReadOnlyList<TraceLine> lines = WalkThroughTrace.Lines(walk);
        bool printed = lines.Any(line => line.Printed.Length > 0);
        var table = new Table()
            .Title($"{walk.X.Length}-1-1, sigmoid, y = {WalkThroughTrace.N(walk.Y)}, η = {WalkThroughTrace.N(walk.η)}")
            .AddColumns("", "formula", "numbers", "value", "equation", "row");
        if (printed)
        {
            table.AddColumn("notes print");
        }

        foreach (TraceLine line in lines)
        {
            string value = WalkThroughTrace.N(line.Value, 10);
            string[] cells = [line.Quantity, line.Formula, line.Numbers, value, line.Equation, line.Row];
            table.AddRow(printed ? [.. cells, line.Printed] : cells);
        }

        console.Write(table);
    }

    /// <summary>Numbers separated by commas.</summary>
    /// <exception cref="ArgumentException">One of them is no number; the message quotes it.</exception>
    public static double[] Numbers(string list, string option) =>
    [
        .. list.Split(',', StringSplitOptions.TrimEntries).Select(text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new ArgumentException(
                    $"Expected numbers separated by commas for {option}, such as 0.1,0.3; got '{text}' in '{list}'.")),
    ];
}
