using System.CommandLine;
using Reference.Book;

namespace Reference.Transformers;

/// <summary>Chapter 20: encoder, decoder, and what is made of them.</summary>
public sealed class TransformerChapter() : Chapter(
    "20-transformer", "Transformer",
    TransformerDerivations.All,
    TransformerNumbers.All, TransformerClaims.All, TransformerFigures.All,
    TransformerExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, TransformerExperiments.Measured)];
}
