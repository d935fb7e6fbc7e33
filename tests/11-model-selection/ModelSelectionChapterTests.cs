namespace Reference.ModelSelection.Tests;

public class ModelSelectionChapterTests : ChapterTests<ModelSelectionChapter>;
