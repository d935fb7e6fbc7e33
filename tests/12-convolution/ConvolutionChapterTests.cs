namespace Reference.Convolutions.Tests;

public class ConvolutionChapterTests : ChapterTests<ConvolutionChapter>;
