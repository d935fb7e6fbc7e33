namespace Reference.Transformers.Tests;

public class TransformerChapterTests : ChapterTests<TransformerChapter>;
