namespace Reference.Book;

/// <summary>Writes files whole or not at all: into a temporary file first, which then replaces the file in one
/// step.</summary>
public static class WholeFile
{
    /// <summary>Writes the bytes, making the folder where it is missing.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written; the message names it.</exception>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        string full = Path.GetFullPath(path);
        // Another process may be writing the same file: each has a part of its own.
        string part = $"{full}.{Environment.ProcessId}-{Environment.CurrentManagedThreadId}.part";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            try
            {
                File.WriteAllBytes(part, bytes);
                File.Move(part, full, overwrite: true);
            }
            finally
            {
                File.Delete(part);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Expected a folder that can be written for {full}: {error.Message}", error);
        }
    }

    /// <summary>Writes text as UTF-8 with line feeds.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written; the message names it.</exception>
    public static void Write(string path, string text) => Write(path, System.Text.Encoding.UTF8.GetBytes(text));
}
