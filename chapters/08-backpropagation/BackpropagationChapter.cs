using System.CommandLine;
using Reference.Book;

namespace Reference.Backpropagation;

/// <summary>Chapter 08: the gradient of a network, layer by layer from the loss back to every weight.</summary>
public sealed class BackpropagationChapter() : Chapter(
    "08-backpropagation", "Backpropagation",
    BackpropagationDerivations.All,
    BackpropagationNumbers.All, BackpropagationClaims.All, BackpropagationFigures.All,
    BackpropagationExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [TraceCommand.Create()];
}
