using System.CommandLine;
using Reference.Book;

namespace Reference.Embeddings;

/// <summary>Chapter 15: words as vectors, and how they are learned.</summary>
public sealed class EmbeddingsChapter() : Chapter(
    "15-embeddings", "Embeddings",
    EmbeddingDerivations.All,
    EmbeddingNumbers.All, EmbeddingClaims.All, EmbeddingFigures.All,
    EmbeddingExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, EmbeddingExperiments.Measured)];
}
