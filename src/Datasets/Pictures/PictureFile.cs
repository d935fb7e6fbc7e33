namespace Reference.Datasets;

/// <summary>Reads an image file: PNG, JPEG, PGM or PPM, recognised by its first bytes. A JPEG is turned as its EXIF
/// orientation says.</summary>
public static class PictureFile
{
    /// <summary>The file extensions of images.</summary>
    public static IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".pgm", ".ppm", ".pnm"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is none of these formats, is of a kind of them that is not
    /// read, or is damaged.</exception>
    public static Picture Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static Picture Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] bytes = Limits.ReadAll(stream, name);
        switch (bytes)
        {
            case [(byte)'P', (byte)'2' or (byte)'3' or (byte)'5' or (byte)'6', ..]:
                return NetpbmImage.Decode(bytes, name);
            case [0x89, (byte)'P', (byte)'N', (byte)'G', ..]:
                CompleteFile.Png(bytes, name);
                return SkiaImage.Decode(bytes, name);
            case [0xFF, 0xD8, ..]:
                CompleteFile.Jpeg(bytes, name);
                return SkiaImage.Decode(bytes, name);
            default:
                throw Damaged.File(
                    name,
                    "an image in PNG, JPEG, PGM or PPM (open it in any image program and save it as PNG)",
                    $"bytes that begin {Convert.ToHexString(bytes.AsSpan(0, Math.Min(4, bytes.Length)))}");
        }
    }

    /// <summary>The announced size, checked against the limit.</summary>
    internal static ImageShape Size(long height, long width, int channels, string name) =>
        height is > 0 and <= Limits.Pixels && width is > 0 and <= Limits.Pixels && height * width <= Limits.Pixels
        ? new((int)height, (int)width, channels)
        : throw Damaged.File(name, $"an image of 1 to {Limits.Pixels} pixels", $"{height}×{width}");
}
