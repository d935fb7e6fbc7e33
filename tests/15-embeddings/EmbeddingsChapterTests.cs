namespace Reference.Embeddings.Tests;

public class EmbeddingsChapterTests : ChapterTests<EmbeddingsChapter>;
