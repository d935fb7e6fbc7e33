namespace Reference.Autoencoders.Tests;

public class AutoencoderChapterTests : ChapterTests<AutoencoderChapter>;
