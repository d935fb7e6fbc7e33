using Reference.Book;

namespace Reference.Losses;

/// <summary>Chapter 03: from the probability of the observations to the number that training minimises.</summary>
public sealed class LossesChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "03-losses";

    /// <inheritdoc/>
    public string Title => "Losses";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => [.. LikelihoodDerivations.All, .. LossDerivations.All];

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => LossNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => LossClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => LossFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => LossExperiments.All;
}
