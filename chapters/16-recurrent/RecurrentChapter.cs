using System.CommandLine;
using Reference.Book;

namespace Reference.RecurrentNetworks;

/// <summary>Chapter 16: networks with a state, Elman's and Jordan's, and backpropagation through time.</summary>
public sealed class RecurrentChapter() : Chapter(
    "16-recurrent", "Recurrent networks",
    RecurrentDerivations.All,
    RecurrentNumbers.All, RecurrentClaims.All, RecurrentFigures.All,
    RecurrentExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, RecurrentExperiments.Measured)];
}
