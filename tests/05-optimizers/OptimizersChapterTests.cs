namespace Reference.Optimizers.Tests;

public class OptimizersChapterTests() : ChapterTests(new OptimizersChapter());
