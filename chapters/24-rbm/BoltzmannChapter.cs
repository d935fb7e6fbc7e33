using System.CommandLine;
using Reference.Book;

namespace Reference.BoltzmannMachines;

/// <summary>Chapter 24: two layers of binary units that learn to make data probable.</summary>
public sealed class BoltzmannChapter() : Chapter(
    "24-rbm", "Restricted Boltzmann machines",
    BoltzmannDerivations.All,
    BoltzmannNumbers.All, BoltzmannClaims.All, BoltzmannFigures.All,
    BoltzmannExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, BoltzmannExperiments.Measured)];
}
