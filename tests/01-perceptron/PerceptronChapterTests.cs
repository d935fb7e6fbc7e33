namespace Reference.Perceptrons.Tests;

public class PerceptronChapterTests : ChapterTests<PerceptronChapter>;
