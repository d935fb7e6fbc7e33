using Reference.Plotting;
using Spectre.Console;

namespace Reference.Book;

/// <summary>Runs experiments and draws figures with a progress bar, and prints the files written.</summary>
/// <param name="chapter">The chapter.</param>
/// <param name="console">Where to print.</param>
/// <param name="output">The folder for files.</param>
internal sealed class ChapterRunner(IChapter chapter, IAnsiConsole console, string output)
{
    /// <summary>Runs the experiments one after the other.</summary>
    public void Experiments(IReadOnlyList<Experiment> experiments, ulong seed, CancellationToken stop)
    {
        foreach (Experiment experiment in experiments)
        {
            console.MarkupLineInterpolated($"[bold]{experiment.Name}[/]: {experiment.Question}");
            ExperimentRun? run = null;
            Bar(experiment.Name, 1, bar =>
            {
                run = new ExperimentRun(console, output, seed, fraction => bar(fraction), stop);
                experiment.Run(run);
                bar(1);
            });
            run!.PrintTables();
            Say(run.Written);
        }
    }

    /// <summary>Draws the figures.</summary>
    public void Figures(IReadOnlyList<ChapterFigure> figures, CancellationToken stop)
    {
        var written = new List<string>();
        var renderer = new PngRenderer();
        Bar($"figures of {chapter.Slug}", Math.Max(1, figures.Count), bar =>
        {
            foreach (ChapterFigure figure in figures)
            {
                stop.ThrowIfCancellationRequested();
                string path = Path.Combine(output, figure.Name + renderer.Extension);
                WholeFile.Write(path, renderer.Render(figure.Draw()));
                written.Add(path);
                bar(written.Count);
            }
        });
        Say(written);
    }

    private void Bar(string task, double total, Action<Action<double>> work) => Terminal.Bars(console).Start(context =>
    {
        ProgressTask progress = context.AddTask(Markup.Escape(task), maxValue: total);
        work(value => progress.Value = value);
        progress.StopTask();
    });

    private void Say(IReadOnlyList<string> written)
    {
        foreach (string path in written)
        {
            console.WriteLine($"wrote {path}");
        }
    }
}
