namespace Reference.Datasets;

/// <summary>Upper bounds on files. Sizes in a header are compared with the length of the file before anything is
/// allocated.</summary>
internal static class Limits
{
    /// <summary>No set in memory is larger: 1 GiB, above EMNIST's 640 MB.</summary>
    public const long Bytes = 1L << 30;

    /// <summary>No text file is larger: 256 MiB.</summary>
    public const long TextBytes = 1L << 28;

    /// <summary>No image has more pixels: 2²⁶, above what cameras take.</summary>
    public const long Pixels = 1L << 26;

    /// <summary>Deflate cannot pack better than 1032 : 1 (258 bytes in two bits), so a larger announced size is
    /// false.</summary>
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
    /// <exception cref="InvalidDataException">The stream ends before it is full, or is compressed and
    /// damaged.</exception>
    public static void ReadExactly(Stream stream, Span<byte> buffer, string name, string what)
    {
        int got = 0;
        for (int more = -1; got < buffer.Length && more != 0; got += more)
        {
            more = Read(stream, buffer[got..], name);
        }

        if (got < buffer.Length)
        {
            throw Damaged.File(name, $"{what} ({buffer.Length} bytes)", $"the end of the file after {got}");
        }
    }

    /// <summary>Reads some bytes; 0 at the end.</summary>
    /// <exception cref="InvalidDataException">The stream is compressed and damaged.</exception>
    public static int Read(Stream stream, Span<byte> buffer, string name)
    {
        try
        {
            return stream.Read(buffer);
        }
        catch (Exception e) when (
            (e is InvalidDataException && !e.Message.StartsWith(name, StringComparison.Ordinal))
            || (e is IOException && stream is not FileStream))
        {
            // Some damage surfaces as an IOException of the unpacking library.
            throw Damaged.File(name, "compressed data that can be unpacked", "damaged compression", e);
        }
    }

    /// <summary>Nothing may follow; reading to the end makes gzip and zlib compare their checksums.</summary>
    /// <exception cref="InvalidDataException">Something follows, or the checksum is wrong.</exception>
    public static void ExpectEnd(Stream stream, string name)
    {
        Span<byte> next = stackalloc byte[1];
        if (Read(stream, next, name) > 0)
        {
            throw Damaged.File(name, "the end of the file after the data that its header announces", "more bytes");
        }
    }
}
