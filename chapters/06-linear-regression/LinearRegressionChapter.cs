using Reference.Book;

namespace Reference.LinearModels;

/// <summary>Chapter 06: a line and a plane through data, in closed form and by descent.</summary>
public sealed class LinearRegressionChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "06-linear-regression";

    /// <inheritdoc/>
    public string Title => "Linear regression";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => LinearRegressionDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => LinearRegressionNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => LinearRegressionClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => LinearRegressionFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => LinearRegressionExperiments.All;
}
