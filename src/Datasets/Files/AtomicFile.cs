namespace Reference.Datasets;

/// <summary>Files that are there whole or not at all: written beside their place, then moved to it in one
/// step.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file. If writing fails, what was there before stays.</summary>
    /// <param name="path">The file; its folder is made when need be.</param>
    /// <param name="write">Writes the content.</param>
    /// <param name="check">Looks at the finished file before it takes its place; throws to refuse it. May be
    /// null.</param>
    /// <param name="previous">Where the file that is replaced goes; null to drop it.</param>
    /// <param name="toDisk">
    /// Waits until the bytes are on the disk, so that a loss of power cannot leave an empty file; not worth the time
    /// where the file can be had again.
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
