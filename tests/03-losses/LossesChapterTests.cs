namespace Reference.Losses.Tests;

public class LossesChapterTests() : ChapterTests(new LossesChapter());
