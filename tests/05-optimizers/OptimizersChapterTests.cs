namespace Reference.Optimizers.Tests;

public class OptimizersChapterTests : ChapterTests<OptimizersChapter>;
