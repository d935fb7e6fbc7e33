using Reference.Book;

namespace Reference.Networks;

/// <summary>Chapter 09: layers, losses, initial weights and the loop that trains them.</summary>
public sealed class NetworksChapter() : Chapter(
    "09-networks", "Networks",
    NetworksDerivations.All,
    NetworksNumbers.All, NetworksClaims.All, NetworksFigures.All,
    NetworksExperiments.All);
