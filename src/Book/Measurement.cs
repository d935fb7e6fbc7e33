using Reference.Plotting;

namespace Reference.Book;

/// <summary>A measurement over seeds: in short an experiment, at full length a section of RESULTS.md.</summary>
/// <param name="Name">The name by which the console runs it.</param>
/// <param name="Question">The question that it answers, in one sentence.</param>
/// <param name="Run">Runs it.</param>
public sealed record Measurement(string Name, string Question, Func<MeasurementRun, Results> Run)
{
    /// <summary>As an experiment; at full length under <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public Experiment ToExperiment() => new(Name, Question, run => run.Print(Run(new(
        run.Seed, Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1", run.Progress, run.Write))
            .ToTable()));
}

/// <summary>The context of a measurement.</summary>
/// <param name="Seed">The first seed; run i takes the i-th after it.</param>
/// <param name="Full">Whether it runs at full length, on real data where they are there.</param>
/// <param name="Progress">Is told how many parts of how many are done.</param>
/// <param name="Write">Draws a figure of that name.</param>
public sealed record MeasurementRun(ulong Seed, bool Full, Action<int, int> Progress, Action<string, Figure> Write)
{
    /// <summary>The results of so many seeds, one after another. // [count]</summary>
    public T[] Each<T>(int count, Func<ulong, T> of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var results = new T[count];
        for (int i = 0; i < count; i++)
        {
            results[i] = of(Seed + (ulong)i);
            Progress(i + 1, count);
        }

        return results;
    }
}
