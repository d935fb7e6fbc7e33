using System.CommandLine;
using Reference.Book;

namespace Reference.Classification;

/// <summary>Chapter 07: a line between classes, with a probability, and the measures of a classifier.</summary>
public sealed class LogisticRegressionChapter() : Chapter(
    "07-logistic-regression", "Logistic regression",
    LogisticRegressionDerivations.All,
    LogisticRegressionNumbers.All, LogisticRegressionClaims.All, LogisticRegressionFigures.All,
    LogisticRegressionExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands =>
        new DigitCommands("softmax regression, 784 → 10", 20, seed => new SoftmaxDigits(seed)).All();
}
