using System.Text;

namespace Reference.Datasets;

/// <summary>Plain text in UTF-8, such as Tiny Shakespeare.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true);

    /// <summary>Reads all of it; a byte-order mark is left out.</summary>
    /// <exception cref="InvalidDataException">The bytes are no UTF-8, or there are more than 256 MiB.</exception>
    public static string Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static string Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ReadOnlySpan<byte> bytes = Limits.ReadAll(stream, name, Limits.TextBytes);
        try
        {
            return Strict.GetString(bytes is [0xEF, 0xBB, 0xBF, .. ReadOnlySpan<byte> rest] ? rest : bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw Damaged.File(name, "text in UTF-8", $"bytes that are none at {e.Index}", e);
        }
    }
}
