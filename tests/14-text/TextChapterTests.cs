namespace Reference.Texts.Tests;

public class TextChapterTests : ChapterTests<TextChapter>;
