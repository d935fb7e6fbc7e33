using Reference.Plotting;
using Spectre.Console;

namespace Reference.Book;

/// <summary>A measurement that a chapter makes when it is run.</summary>
/// <param name="Name">The name by which the console runs it.</param>
/// <param name="Question">The question that it answers, in one sentence.</param>
/// <param name="Run">Runs it.</param>
public sealed record Experiment(string Name, string Question, Action<ExperimentRun> Run);

/// <summary>The context of an experiment: seed, output folder, progress bar and cancellation.</summary>
/// <param name="console">Where tables are printed.</param>
/// <param name="output">The folder for files.</param>
/// <param name="seed">The seed of everything random in it.</param>
/// <param name="advance">Moves the progress bar to a fraction of the whole.</param>
/// <param name="cancellation">Set by Ctrl+C.</param>
public sealed class ExperimentRun(IAnsiConsole console, string output, ulong seed, Action<double> advance,
    CancellationToken cancellation)
{
    private readonly List<string> _written = [];
    private readonly List<Table> _tables = [];

    /// <summary>The seed of everything random in the experiment.</summary>
    public ulong Seed => seed;

    /// <summary>The files written so far.</summary>
    public IReadOnlyList<string> Written => _written;

    /// <summary>Moves the progress bar to <paramref name="done"/> of <paramref name="total"/>, and stops here when
    /// Ctrl+C was pressed.</summary>
    public void Progress(int done, int total)
    {
        cancellation.ThrowIfCancellationRequested();
        advance((double)done / total);
    }

    /// <summary>Keeps a table of results; it is printed when the progress bar is gone.</summary>
    public void Print(Table table) => _tables.Add(table);

    /// <summary>Draws a figure into the output folder.</summary>
    public void Write(string name, Figure figure)
    {
        cancellation.ThrowIfCancellationRequested();
        string path = Path.Combine(output, name + ".png");
        WholeFile.Write(path, new PngRenderer().Render(figure));
        _written.Add(path);
    }

    internal void PrintTables()
    {
        foreach (Table table in _tables)
        {
            console.Write(table);
        }
    }
}
