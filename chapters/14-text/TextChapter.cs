using System.CommandLine;
using Reference.Book;

namespace Reference.Texts;

/// <summary>Chapter 14: text into tokens, tokens into numbers, and the classifiers of the notes.</summary>
public sealed class TextChapter() : Chapter(
    "14-text", "Text",
    TextDerivations.All,
    TextNumbers.All, TextClaims.All, TextFigures.All,
    TextExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, TextExperiments.Measured)];
}
