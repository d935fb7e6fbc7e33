namespace Reference.Datasets;

/// <summary>How much a file may ask for. What a header promises is held against the bytes that are there before anything is allocated.</summary>
internal static class Limits
{
    /// <summary>No set in memory is larger: 1 GiB, above EMNIST's 640 MB.</summary>
    public const long Bytes = 1L << 30;

    /// <summary>No text file is larger: 256 MiB.</summary>
    public const long TextBytes = 1L << 28;

    /// <summary>No image has more pixels: 2²⁶, above what cameras take.</summary>
    public const long Pixels = 1L << 26;

    /// <summary>Deflate cannot pack better than 1032 : 1 (258 bytes in two bits), so a promise beyond that is false.</summary>
    public const long DeflateRatio = 1032;

    /// <summary>All bytes of a stream that is not too long.</summary>
    /// <exception cref="InvalidDataException">It is too long.</exception>
    public static byte[] ReadAll(Stream stream, string name, long most = Bytes)
    {
        long length = stream.Length - stream.Position;
        if (length > most)
        {
            throw Damaged.File(name, $"at most {most} bytes", $"{length}");
        }

        var bytes = new byte[length];
        ReadExactly(stream, bytes, name, "as many bytes as the file is long");
        return bytes;
    }

    /// <summary>Fills a buffer.</summary>
    /// <exception cref="InvalidDataException">The stream ends before it is full, or its compression is damaged.</exception>
    public static void ReadExactly(Stream stream, Span<byte> buffer, string name, string what)
    {
        try
        {
            int got = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (got < buffer.Length)
            {
                throw Damaged.File(name, $"{what} ({buffer.Length} bytes)", $"the end of the file after {got}");
            }
        }
        catch (InvalidDataException e) when (e.InnerException is null && !e.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw Damaged.File(name, what, "damaged compression", e);
        }
    }

    /// <summary>Nothing may follow; reading to the end makes gzip and zlib compare their checksums.</summary>
    /// <exception cref="InvalidDataException">Something follows, or the checksum is wrong.</exception>
    public static void ExpectEnd(Stream stream, string name)
    {
        int next;
        try
        {
            next = stream.ReadByte();
        }
        catch (InvalidDataException e)
        {
            throw Damaged.File(name, "compressed data whose checksum is right", "damaged compression", e);
        }

        if (next >= 0)
        {
            throw Damaged.File(name, "the end of the file after the data that its header announces", "more bytes");
        }
    }
}
