namespace Reference.Losses.Tests;

public class LossesChapterTests : ChapterTests<LossesChapter>;
