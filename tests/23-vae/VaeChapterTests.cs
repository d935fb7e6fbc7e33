namespace Reference.VariationalAutoencoders.Tests;

public class VaeChapterTests : ChapterTests<VaeChapter>;
