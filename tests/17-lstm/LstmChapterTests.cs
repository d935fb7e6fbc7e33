namespace Reference.LongShortTermMemory.Tests;

public class LstmChapterTests : ChapterTests<LstmChapter>;
