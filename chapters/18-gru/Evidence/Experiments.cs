using Reference.Book;
using Reference.LongShortTermMemory;

namespace Reference.GatedRecurrentUnits;

/// <summary>All three cells on sentences and on memory tasks.</summary>
public static class GruExperiments
{
    /// <summary>The page of their results.</summary>
    public static ResultsPage Page { get; } = new("18-gru", "Gated recurrent units",
    [
        ("sentiment", "How well does a GRU(32) read reviews, and does it beat a bag of words?",
            (seed, progress) => LstmExperiments.Sentiment(
                32, seed, progress, [("Adam, batches of 16, 10 epochs", GruCells.Gru, new(32, 10, 16))])),
        ("memory", "What do the three cells remember?",
            (seed, progress) => LstmExperiments.Memory(GruCells.All, seed, progress)),
    ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All => Page.All;
}
