using System.CommandLine;
using Reference.Book;

namespace Reference.Activations;

/// <summary>
/// Chapter 02: what a unit does with its score, how steep that is, and what becomes of a gradient behind many of
/// them.
/// </summary>
public sealed class ActivationsChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "02-activations";

    /// <inheritdoc/>
    public string Title => "Activations";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => ActivationDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => ActivationNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => ActivationClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => ActivationFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => ActivationExperiments.All;

    /// <inheritdoc/>
    public IReadOnlyList<Command> Commands => [];
}
