using System.CommandLine;
using Reference.Book;

namespace Reference.LanguageModels;

/// <summary>Chapter 21: a small GPT, what it writes, and how it learns to answer.</summary>
public sealed class LanguageModelChapter() : Chapter(
    "21-language-model", "Language model",
    LanguageModelDerivations.All,
    LanguageModelNumbers.All, LanguageModelClaims.All, LanguageModelFigures.All,
    LanguageModelExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands =>
        [.. GptCommands.All(), ResultsCommand.Of(this, LanguageModelExperiments.Measured)];
}
