namespace Reference.Networks.Tests;

public class BackpropagationChapterTests() : ChapterTests(new BackpropagationChapter());
