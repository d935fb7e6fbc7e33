using Reference.Book;

namespace Reference.Autoencoders;

/// <summary>Principal components and the linear autoencoder, line by line.</summary>
public static class AutoencoderDerivations
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Derivation> All { get; } = [];
}
