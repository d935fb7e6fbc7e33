namespace Reference.GatedRecurrentUnits.Tests;

public class GruChapterTests : ChapterTests<GruChapter>;
