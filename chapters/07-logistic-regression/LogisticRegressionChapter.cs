using System.CommandLine;
using Reference.Book;

namespace Reference.Classification;

/// <summary>Chapter 07: a line between classes, with a probability, and the measures of a classifier.</summary>
public sealed class LogisticRegressionChapter : IChapter
{
    /// <inheritdoc/>
    public string Slug => "07-logistic-regression";

    /// <inheritdoc/>
    public string Title => "Logistic regression";

    /// <inheritdoc/>
    public IReadOnlyList<Derivation> Derivations => LogisticRegressionDerivations.All;

    /// <inheritdoc/>
    public IReadOnlyList<WorkedNumber> WorkedNumbers => LogisticRegressionNumbers.All;

    /// <inheritdoc/>
    public IReadOnlyList<Claim> Claims => LogisticRegressionClaims.All;

    /// <inheritdoc/>
    public IReadOnlyList<ChapterFigure> Figures => LogisticRegressionFigures.All;

    /// <inheritdoc/>
    public IReadOnlyList<Experiment> Experiments => LogisticRegressionExperiments.All;

    /// <inheritdoc/>
    public IReadOnlyList<Command> Commands => [TrainCommand.Create()];
}
