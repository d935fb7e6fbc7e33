namespace Reference.LanguageModels.Tests;

public class LanguageModelChapterTests : ChapterTests<LanguageModelChapter>;
