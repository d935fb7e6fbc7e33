namespace Reference.Datasets;

/// <summary>A file that a public set is downloaded as.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Length">Its bytes; null where nobody publishes them.</param>
/// <param name="Sha256">Its hash; null where it could not be confirmed: then the hash of the first download is kept
/// and later ones must agree.</param>
public sealed record PublicFile(string Name, Uri Address, long? Length, string? Sha256)
{
    /// <summary>Whether the file is an archive to unpack.</summary>
    public bool IsArchive => Name.EndsWith(".zip", StringComparison.Ordinal)
        || Name.EndsWith(".tar.gz", StringComparison.Ordinal);
}
