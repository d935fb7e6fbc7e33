using System.CommandLine;
using Reference.Book;

namespace Reference.GatedRecurrentUnits;

/// <summary>Chapter 18: two gates instead of three, and no cell beside the state.</summary>
public sealed class GruChapter() : Chapter(
    "18-gru", "Gated recurrent units",
    GruDerivations.All,
    GruNumbers.All, GruClaims.All, GruFigures.All,
    GruExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, GruExperiments.Measured)];
}
