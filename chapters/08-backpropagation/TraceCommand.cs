using System.CommandLine;
using System.Globalization;
using Reference.Book;
using Spectre.Console;

namespace Reference.Backpropagation;

/// <summary><c>trace</c>: one step of backpropagation through the walk-through's network, every intermediate value with its equation and row.</summary>
public static class TraceCommand
{
    /// <summary>The command.</summary>
    /// <param name="console">Where to print; the terminal when null.</param>
    public static Command Create(IAnsiConsole? console = null)
    {
        WalkThrough notes = WalkThrough.OfTheNotes;
        var inputs = new Option<string>("--inputs") { Description = "The inputs x, separated by commas.", DefaultValueFactory = _ => List(notes.X) };
        var weights = new Option<string>("--weights")
        { Description = "Their weights w into the hidden unit: --weights=-0.2,0.4.", DefaultValueFactory = _ => List(notes.w) };
        var output = new Option<double>("--output-weight") { Description = "W, from the hidden unit to the output.", DefaultValueFactory = _ => notes.W };
        var target = new Option<double>("--target") { Description = "y.", DefaultValueFactory = _ => notes.Y };
        var rate = new Option<double>("--learning-rate") { Description = "η, above 0.", DefaultValueFactory = _ => notes.η };
        var command = new Command("trace", "Prints every intermediate value of one step of backpropagation, for the notes' numbers or your own.")
        { inputs, weights, output, target, rate };
        command.SetAction(parsed => Trace(console ?? Terminal.Console, new(
            Numbers(parsed.GetValue(inputs)!, "--inputs"), Numbers(parsed.GetValue(weights)!, "--weights"),
            parsed.GetValue(output), parsed.GetValue(target), parsed.GetValue(rate))));
        return command;
    }

    /// <summary>Prints the walk as a table.</summary>
    /// <exception cref="ArgumentException">Not as many weights as inputs, a rate that is not positive, or a number that is not finite.</exception>
    public static void Trace(IAnsiConsole console, WalkThrough walk)
    {
        IReadOnlyList<TraceLine> lines = WalkThroughTrace.Lines(walk);
        bool printed = lines.Any(line => line.Printed.Length > 0);
        var table = new Table()
            .Title($"{walk.X.Length}-1-1, sigmoid, y = {WalkThroughTrace.N(walk.Y)}, η = {WalkThroughTrace.N(walk.η)}")
            .AddColumns("", "formula", "numbers put in", "value", "equation", "row");
        if (printed)
        {
            table.AddColumn("notes print");
        }

        foreach (TraceLine line in lines)
        {
            string[] cells = [line.Quantity, line.Formula, line.Numbers, WalkThroughTrace.N(line.Value, 10), line.Equation, line.Row];
            table.AddRow(printed ? [.. cells, line.Printed] : cells);
        }

        console.Write(table);
    }

    /// <summary>Numbers separated by commas.</summary>
    /// <exception cref="ArgumentException">One of them is no number; it is named.</exception>
    public static double[] Numbers(string list, string option) =>
    [
        .. list.Split(',', StringSplitOptions.TrimEntries).Select(text =>
            double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
                ? number
                : throw new ArgumentException($"Expected numbers separated by commas for {option}, such as 0.1,0.3; got '{text}' in '{list}'.", nameof(list))),
    ];

    private static string List(double[] numbers) => string.Join(',', numbers);
}
