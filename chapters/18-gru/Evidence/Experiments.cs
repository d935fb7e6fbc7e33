using Reference.Book;
using Reference.LongShortTermMemory;

namespace Reference.GatedRecurrentUnits;

/// <summary>All three cells on sentences and on memory tasks.</summary>
public static class GruExperiments
{
    /// <summary>The measurements of RESULTS.md.</summary>
    public static IReadOnlyList<Measurement> Measured { get; } =
    [
        new("sentiment", "How well does a GRU(32) read reviews, and does it beat a bag of words?",
            run => LstmExperiments.Sentiment(
                32, run, [("Adam, batches of 16, 10 epochs", GruCells.Gru, new(32, 10, 16))])),
        new("memory", "What do the three cells remember?", run => LstmExperiments.Memory(GruCells.All, run)),
    ];

    /// <summary>All of them; in short unless <c>REFERENCE_LONG_RUN=1</c>.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
        [.. Measured.Select(measurement => measurement.ToExperiment())];
}
