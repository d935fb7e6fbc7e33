using System.CommandLine;
using Reference.Book;

namespace Reference.VariationalAutoencoders;

/// <summary>Chapter 23: an autoencoder whose latent space can be sampled.</summary>
public sealed class VaeChapter() : Chapter(
    "23-vae", "Variational autoencoder",
    VaeDerivations.All,
    VaeNumbers.All, VaeClaims.All, VaeFigures.All,
    VaeExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, VaeExperiments.Measured)];
}
