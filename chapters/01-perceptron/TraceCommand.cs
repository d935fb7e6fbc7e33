using System.CommandLine;
using Reference.Book;
using Spectre.Console;

namespace Reference.Perceptrons;

/// <summary><c>trace and</c>: the learning rule on a gate, update by update.</summary>
public static class TraceCommand
{
    private static readonly Dictionary<string, int[]> Gates = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = LogicGates.AndLabels,
        ["or"] = [0, 1, 1, 1],
        ["nor"] = [1, 0, 0, 0],
        ["nand"] = [1, 1, 1, 0],
        ["xor"] = LogicGates.XorLabels,
    };

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var gate = new Argument<string>("gate") { Description = string.Join(", ", Gates.Keys) };
        var rate = new Option<double>("--learning-rate") { Description = "α, above 0.", DefaultValueFactory = _ => 1 };
        var epochs = new Option<int>("--epochs") { Description = "The most passes over the four points.",
            DefaultValueFactory = _ => 10 };
        var command = new Command("trace", "Prints every update of the learning rule (1.6) on a gate.") { gate, rate,
            epochs };
        command.SetAction(parsed =>
            Trace(Terminal.Console, parsed.GetValue(gate)!, parsed.GetValue(rate), parsed.GetValue(epochs)));
        return command;
    }

    /// <summary>Prints the course of a training as a table.</summary>
    /// <exception cref="ArgumentException">An unknown gate, or a learning rate or number of epochs that is not
    /// positive.</exception>
    public static void Trace(IAnsiConsole console, string gate, double learningRate, int epochs)
    {
        if (!Gates.TryGetValue(gate, out int[]? labels))
        {
            throw new ArgumentException($"Expected a gate: {string.Join(", ", Gates.Keys)}; got '{gate}'.",
                nameof(gate));
        }

        PerceptronRun run = PerceptronTraining.Train(LogicGates.X, labels, learningRate, epochs);
        var table = new Table().Title($"{gate.ToUpperInvariant()}, α = {learningRate:G4}")
            .AddColumns("update", "w₁", "w₂", "b");
        for (int i = 0; i < run.Lines.Count; i++)
        {
            table.AddRow($"{i}", $"{run.Lines[i].W[0]:G6}", $"{run.Lines[i].W[1]:G6}", $"{run.Lines[i].B:G6}");
        }

        console.Write(table);
        string outcome = run.Converged ? "learned" : "not learned";
        console.WriteLine($"mistakes by epoch: {string.Join(", ", run.MistakesOfEpoch)}; {outcome}.");
    }
}
