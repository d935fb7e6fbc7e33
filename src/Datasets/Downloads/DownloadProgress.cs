namespace Reference.Datasets;

/// <summary>The progress of a download.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Received">Bytes that are here, those of an earlier attempt included.</param>
/// <param name="Total">Bytes in all; null when unknown.</param>
public readonly record struct DownloadProgress(string File, long Received, long? Total);
