namespace Reference.RecurrentNetworks.Tests;

public class RecurrentChapterTests : ChapterTests<RecurrentChapter>;
