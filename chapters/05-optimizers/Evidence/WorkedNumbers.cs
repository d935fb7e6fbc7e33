using Reference.Book;

namespace Reference.Optimizers;

/// <summary>The number that the notes print on batches.</summary>
public static class OptimizerNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        new("S3-222", "updates an epoch: 1000 records in batches of 32", "32", () =>
            Batches.UpdatesPerEpoch(1000, 32)),
    ];
}
