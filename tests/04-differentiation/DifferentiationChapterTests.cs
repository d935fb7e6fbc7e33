namespace Reference.Differentiation.Tests;

public class DifferentiationChapterTests() : ChapterTests(new DifferentiationChapter());
