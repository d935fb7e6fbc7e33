namespace Reference.Classification.Tests;

public class LogisticRegressionChapterTests : ChapterTests<LogisticRegressionChapter>;
