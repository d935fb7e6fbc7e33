namespace Reference.Activations.Tests;

public class ActivationChapterTests : ChapterTests<ActivationsChapter>;
