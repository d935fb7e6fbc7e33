namespace Reference.Datasets;

/// <summary>
/// Finds real data sets: in the folder that <c>REFERENCE_DATA</c> names, otherwise in a per-user cache that is filled
/// on request only. Where a set is missing, experiments use synthetic data.
/// </summary>
public sealed class DataCache
{
    private readonly string? _given;
    private readonly HttpClient _client;

    /// <summary>A cache.</summary>
    /// <param name="folder">Where downloads go.</param>
    /// <param name="given">A folder that is looked through first and never written to; null for none.</param>
    /// <param name="client">What downloads.</param>
    public DataCache(string folder, string? given, HttpClient client)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ArgumentNullException.ThrowIfNull(client);
        (Folder, _given, _client) = (folder, given, client);
    }

    /// <summary>The cache of this user, and the folder of <c>REFERENCE_DATA</c> before it.</summary>
    public static DataCache Standard { get; } = new(
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify), "reference-data"),
        Environment.GetEnvironmentVariable("REFERENCE_DATA") is { Length: > 0 } folder ? folder : null,
        new HttpClient());

    /// <summary>Where downloads go.</summary>
    public string Folder { get; }

    /// <summary>The folder that holds all members of a set, or null when there is none.</summary>
    public string? Find(PublicSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        string[] roots = _given is null ? [Folder] : [_given, Folder];
        return roots.SelectMany(root =>
            new[] { Path.Combine(root, set.Name, set.Inner), Path.Combine(root, set.Name) })
            .FirstOrDefault(folder => set.Members
                .Select(member => Path.Combine(folder, member))
                .All(path => File.Exists(path) || (set.MayBePacked && File.Exists(path + ".gz"))));
    }

    /// <summary>The folder that holds all members of a set.</summary>
    /// <exception cref="FileNotFoundException">The set is nowhere; the message says how to fetch it, and which files
    /// to put where.</exception>
    public string Require(PublicSet set) => Find(set) ?? throw new FileNotFoundException(
        $"The set {set.Name} is not here. Run 'dotnet run -c Release --project plots -- fetch {set.Name}', or do it "
            + $"by hand. {WhatToDo(set)}");

    /// <summary>
    /// The folder that holds all members of a set, downloaded where it is not here yet: resumed where an earlier
    /// download broke off, and checked by length and SHA-256.
    /// </summary>
    /// <param name="set">The set.</param>
    /// <param name="progress">Receives the progress of each file; may be null.</param>
    /// <param name="cancellation">Breaks off; what is here so far stays for the next time.</param>
    /// <exception cref="IOException">A file could not be downloaded; the message says which files to put
    /// where.</exception>
    /// <exception cref="InvalidDataException">What came is not what the table lists, or not what came the first
    /// time.</exception>
    public async Task<string> FetchAsync(PublicSet set, IProgress<DownloadProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        if (Find(set) is { } here)
        {
            return here;
        }

        string folder = Path.Combine(Folder, set.Name);
        Directory.CreateDirectory(folder);
        foreach (PublicFile file in set.Files)
        {
            string path = Path.Combine(folder, file.Name);
            try
            {
                if (!File.Exists(path))
                {
                    await new Download(_client, file, path).RunAsync(progress, cancellation).ConfigureAwait(false);
                }
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TimeoutException)
            {
                throw new IOException($"{file.Address} could not be downloaded: {e.Message} {WhatToDo(set)}", e);
            }

            if (file.IsArchive)
            {
                Archive.Extract(path, folder);
            }
        }

        return Require(set);
    }

    private string WhatToDo(PublicSet set)
    {
        string places = _given is null
            ? $"{Path.Combine(Folder, set.Name)}, or into the folder {set.Name} of a folder that REFERENCE_DATA names"
            : $"{Path.Combine(_given, set.Name)}";
        string packed = set.MayBePacked ? " (or the same with .gz)" : "";
        return $"Put {string.Join(", ", set.Members)}{packed} from {set.Files[0].Address} into {places}.";
    }
}
