namespace Reference.Regularization.Tests;

public class RegularizationChapterTests : ChapterTests<RegularizationChapter>;
