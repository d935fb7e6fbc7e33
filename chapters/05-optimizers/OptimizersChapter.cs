using Reference.Book;

namespace Reference.Optimizers;

/// <summary>Chapter 05: optimizers, from one step of descent on a parabola to AdamW.</summary>
public sealed class OptimizersChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "05-optimizers";

    /// <inheritdoc/>
    public string Title => "Optimizers";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => OptimizerDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers { get; } =
        [new("S3-222", "updates an epoch: 1000 records in batches of 32", "32", () =>
            Batches.UpdatesPerEpoch(1000, 32))];

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => OptimizerClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => OptimizerFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => OptimizerExperiments.All;
}
