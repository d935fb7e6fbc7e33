using System.CommandLine;
using Reference.Book;

namespace Reference.Attention;

/// <summary>Chapter 19: how a token gathers what it needs from the others.</summary>
public sealed class AttentionChapter() : Chapter(
    "19-attention", "Attention",
    AttentionDerivations.All,
    AttentionNumbers.All, AttentionClaims.All, AttentionFigures.All,
    AttentionExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, AttentionExperiments.Measured)];
}
