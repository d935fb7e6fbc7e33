namespace Reference.Networks.Tests;

public class NetworksChapterTests : ChapterTests<NetworksChapter>;
