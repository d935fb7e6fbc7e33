using SkiaSharp;

namespace Reference.Datasets;

/// <summary>
/// PNG and JPEG, decoded by Skia. Colours are taken as stored, without a colour profile; the image is turned as its
/// EXIF orientation says, as every viewer shows it.
/// </summary>
internal static class SkiaImage
{
    /// <summary>The most pixels that a byte of a file can hold: deflate packs 1032 : 1, a byte then holds eight pixels
    /// of one bit. In JPEG it is fewer.</summary>
    private const long PixelsPerByte = 8 * Limits.DeflateRatio;

    public static Picture Decode(byte[] file, string name)
    {
        using SKData data = SKData.CreateCopy(file);
        using SKCodec? codec = SKCodec.Create(data);
        if (codec is null)
        {
            throw Refused(name, "a header that is damaged or of a rare kind");
        }

        bool grey = codec.Info.ColorType == SKColorType.Gray8, opaque = codec.Info.AlphaType == SKAlphaType.Opaque;
        ImageShape shape = PictureFile.Size(codec.Info.Height, codec.Info.Width, grey ? 1 : opaque ? 3 : 4, name);
        if ((long)shape.Height * shape.Width > PixelsPerByte * file.Length)
        {
            throw Damaged.File(name, $"at most {PixelsPerByte} pixels for each of its {file.Length} bytes",
                $"{shape.Height}×{shape.Width}");
        }

        var stored = new SKImageInfo(shape.Width, shape.Height, grey ? SKColorType.Gray8 : SKColorType.Rgba8888,
            opaque ? SKAlphaType.Opaque : SKAlphaType.Unpremul);
        SKCodecResult result = codec.GetPixels(stored, out byte[] pixels);
        return result == SKCodecResult.Success
            ? Turned(pixels, stored.BytesPerPixel, shape, (int)codec.EncodedOrigin)
            : throw Refused(name, $"damage or a rare kind ({result})");
    }

    /// <summary>The image as shown: EXIF's orientation 1 is as stored, 2 to 4 are mirrored or upside down, 5 to 8 have
    /// rows for columns.</summary>
    private static Picture Turned(byte[] stored, int bytesPerPixel, ImageShape shape, int orientation)
    {
        bool transposed = orientation >= 5, fromBelow = orientation is 3 or 4 or 6 or 7,
            fromRight = orientation is 2 or 3 or 7 or 8;
        ImageShape shown = transposed ? new(shape.Width, shape.Height, shape.Channels) : shape;
        var pixels = new byte[shown.Length];
        for (int y = 0, to = 0; y < shown.Height; y++)
        {
            for (int x = 0; x < shown.Width; x++, to += shape.Channels)
            {
                (int row, int column) = transposed ? (x, y) : (y, x);
                row = fromBelow ? shape.Height - 1 - row : row;
                column = fromRight ? shape.Width - 1 - column : column;
                stored.AsSpan((row * shape.Width + column) * bytesPerPixel, shape.Channels)
                    .CopyTo(pixels.AsSpan(to));
            }
        }

        return new(shown, pixels);
    }

    private static InvalidDataException Refused(string name, string came) => Damaged.File(
        name, "a sequential or progressive JPEG or a PNG (open others in any image program and save them as PNG)",
            came);
}
