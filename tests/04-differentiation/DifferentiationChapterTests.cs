namespace Reference.Differentiation.Tests;

public class DifferentiationChapterTests : ChapterTests<DifferentiationChapter>;
