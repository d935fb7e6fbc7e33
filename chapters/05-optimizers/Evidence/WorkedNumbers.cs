using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The numbers of chapter 05: the notes print one that their rules lead to.</summary>
public static class OptimizerNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
        [new("S3-222", "updates an epoch: 1000 records in batches of 32", "32", () =>
            Batches.UpdatesPerEpoch(1000, 32))];
}
