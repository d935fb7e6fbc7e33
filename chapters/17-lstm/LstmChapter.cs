using System.CommandLine;
using Reference.Book;

namespace Reference.LongShortTermMemory;

/// <summary>Chapter 17: a cell state behind gates, and a language model.</summary>
public sealed class LstmChapter() : Chapter(
    "17-lstm", "Long short-term memory",
    LstmDerivations.All,
    LstmNumbers.All, LstmClaims.All, LstmFigures.All,
    LstmExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands =>
        [.. CharacterCommands.All(), ResultsCommand.Of(this, LstmExperiments.Measured)];
}
