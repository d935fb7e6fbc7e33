using System.CommandLine;
using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>Chapter 22: principal components, and networks that reproduce their input from a short code.</summary>
public sealed class AutoencoderChapter() : Chapter(
    "22-autoencoder", "Autoencoders",
    AutoencoderDerivations.All,
    AutoencoderNumbers.All, AutoencoderClaims.All, AutoencoderFigures.All,
    AutoencoderExperiments.All)
{
    /// <inheritdoc/>
    public override IReadOnlyList<Command> Commands => [ResultsCommand.Of(this, AutoencoderExperiments.Measured)];
}
