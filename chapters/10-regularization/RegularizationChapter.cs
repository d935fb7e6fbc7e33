using System.CommandLine;
using Reference.Book;

namespace Reference.Regularization;

/// <summary>Chapter 10: how training goes wrong, and what keeps a network from learning its data by heart.</summary>
public sealed class RegularizationChapter() : Chapter(
    "10-regularization", "Regularization",
    RegularizationDerivations.All,
    RegularizationNumbers.All, RegularizationClaims.All, RegularizationFigures.All,
    [.. RegularizationExperiments.All.Select(measurement => measurement.ToExperiment())])
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, RegularizationExperiments.All)];
}
