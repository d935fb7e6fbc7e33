namespace Reference.Attention.Tests;

public class AttentionChapterTests : ChapterTests<AttentionChapter>;
