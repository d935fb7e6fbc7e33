namespace Reference.LinearModels.Tests;

public class LinearRegressionChapterTests : ChapterTests<LinearRegressionChapter>;
