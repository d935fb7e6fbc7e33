namespace Reference.Backpropagation.Tests;

public class BackpropagationChapterTests : ChapterTests<BackpropagationChapter>;
