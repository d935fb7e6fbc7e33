using System.CommandLine;
using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>Chapter 08: the gradient of a network, layer by layer from the loss back to every weight.</summary>
public sealed class BackpropagationChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "08-backpropagation";

    /// <inheritdoc/>
    public string Title => "Backpropagation";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => BackpropagationDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => BackpropagationNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => BackpropagationClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => BackpropagationFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => BackpropagationExperiments.All;

    /// <inheritdoc/>
    public IReadOnlyList<Command> Commands => [TraceCommand.Create()];
}
