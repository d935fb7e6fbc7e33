using System.CommandLine;
using Reference.Book;
using Reference.Classification;

namespace Reference.Networks;

/// <summary>Chapter 09: layers, losses, initial weights and the loop that trains them.</summary>
public sealed class NetworksChapter() : Chapter(
    "09-networks", "Networks",
    NetworksDerivations.All,
    [], NetworksClaims.All, NetworksFigures.All,
    NetworksExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands =>
        new DigitCommands("the network 784-128-64-10", 5, seed => new DigitsProgram(seed)).All();
}
