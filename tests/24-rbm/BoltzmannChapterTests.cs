namespace Reference.BoltzmannMachines.Tests;

public class BoltzmannChapterTests : ChapterTests<BoltzmannChapter>;
