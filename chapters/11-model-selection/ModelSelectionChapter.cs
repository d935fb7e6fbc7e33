using System.CommandLine;
using Reference.Book;

namespace Reference.ModelSelection;

/// <summary>Chapter 11: how to choose among models without deceiving oneself.</summary>
public sealed class ModelSelectionChapter() : Chapter(
    "11-model-selection", "Model selection",
    ModelSelectionDerivations.All,
    ModelSelectionNumbers.All, ModelSelectionClaims.All, ModelSelectionFigures.All,
    [.. ModelSelectionExperiments.All.Select(measurement => measurement.ToExperiment())])
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, ModelSelectionExperiments.All)];
}
