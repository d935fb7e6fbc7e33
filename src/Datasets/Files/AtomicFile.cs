namespace Reference.Datasets;

/// <summary>Writes files completely or not at all: under a temporary name first, then renamed.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. If writing fails, what was there before stays.</summary>
    /// <param name="path">The file; its folder is created when missing.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="check">Checks the finished file before it replaces the old one; throws to refuse it. May be
    /// null.</param>
    /// <param name="previous">Where the file that is replaced goes; null to drop it.</param>
    /// <param name="toDisk">
    /// Waits until the bytes are on the disk, so that a power failure cannot leave an empty file; unnecessary where
    /// the file can be downloaded again.
    /// </param>
    public static void Write(string path, Action<Stream> write, Action<string>? check = null, string? previous = null,
        bool toDisk = true)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        string unfinished = $"{path}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.unfinished";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                write(stream);
                stream.Flush(flushToDisk: toDisk);
            }

            check?.Invoke(unfinished);
            bool replaced = previous is not null && File.Exists(path);
            if (replaced)
            {
                File.Move(path, previous!, overwrite: true);
            }

            try
            {
                File.Move(unfinished, path, overwrite: true);
            }
            catch when (replaced)
            {
                File.Move(previous!, path);
                throw;
            }
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
