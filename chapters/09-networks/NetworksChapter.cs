using Reference.Book;

namespace Reference.Networks;

/// <summary>Chapter 09: layers, losses, initial weights and the loop that trains them.</summary>
public sealed class NetworksChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "09-networks";

    /// <inheritdoc/>
    public string Title => "Networks";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => NetworksDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => NetworksNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => NetworksClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => NetworksFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => NetworksExperiments.All;
}
