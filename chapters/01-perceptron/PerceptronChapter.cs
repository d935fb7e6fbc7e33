using System.CommandLine;
using Reference.Book;

namespace Reference.Perceptrons;

/// <summary>Chapter 01: one unit that learns a line, what it cannot learn, and the second layer that can.</summary>
public sealed class PerceptronChapter() : Chapter(
    "01-perceptron", "The perceptron",
    PerceptronDerivations.All, PerceptronNumbers.All, PerceptronClaims.All, PerceptronFigures.All, [])
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [TraceCommand.Create()];
}
