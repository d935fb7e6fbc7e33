using Reference.Book;

namespace Reference.Differentiation;

/// <summary>Chapter 04: tensors, derivatives by formulas and by difference quotients, automatic
/// differentiation.</summary>
public sealed class DifferentiationChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "04-differentiation";

    /// <inheritdoc/>
    public string Title => "Tensors and derivatives";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => DifferentiationDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => DifferentiationNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => DifferentiationClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => DifferentiationFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => DifferentiationExperiments.All;
}
