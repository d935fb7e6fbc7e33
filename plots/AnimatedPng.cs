using System.Buffers.Binary;
using System.IO.Compression;
using Reference.Datasets;
using Reference.Plotting.Files;

namespace Reference.Plots;

/// <summary>
/// The animated PNG format (PNG, third edition, 11.3.6): every frame whole, in red, green and blue, in an endless
/// loop. A program that reads only plain PNG shows the first frame.
/// </summary>
public static class AnimatedPng
{
    private const byte Truecolour = 2, Up = 2;

    /// <summary>The frames as one file. The same frames give the same bytes.</summary>
    /// <param name="frames">Pictures of one size, in red, green and blue.</param>
    /// <param name="milliseconds">How long each frame but the last is shown.</param>
    /// <param name="last">How long the last is shown, in milliseconds.</param>
    /// <exception cref="ArgumentException">There are no frames, or not all are of one size with three
    /// channels.</exception>
    public static byte[] Encode(IReadOnlyList<Picture> frames, ushort milliseconds, ushort last)
    {
        ArgumentNullException.ThrowIfNull(frames);
        if (frames.Count == 0)
        {
            throw new ArgumentException("Expected at least one frame; got none.", nameof(frames));
        }

        var shape = new ImageShape(frames[0].Shape.Height, frames[0].Shape.Width, channels: 3);
        if (frames.FirstOrDefault(frame => frame.Shape != shape) is { } other)
        {
            throw new ArgumentException($"Expected frames of {shape}; got {other.Shape}.", nameof(frames));
        }

        using var file = new MemoryStream();
        file.Write([0x89, .. "PNG\r\n\u001A\n"u8]);
        byte[] size = [.. BigEndian(shape.Width), .. BigEndian(shape.Height)];
        file.Write(PngFile.Chunk("IHDR"u8, [.. size, 8, Truecolour, 0, 0, 0]));
        file.Write(PngFile.Chunk("acTL"u8, [.. BigEndian(frames.Count), .. BigEndian(0)])); // 0: the loop is endless
        int sequence = 0;
        foreach ((int i, Picture frame) in frames.Index())
        {
            int shown = i == frames.Count - 1 ? last : milliseconds;
            byte[] delay = BigEndian(shown << 16 | 1000), origin = new byte[8];
            // 0, 0: the frame stays until the next, which replaces all of it.
            file.Write(PngFile.Chunk("fcTL"u8, [.. BigEndian(sequence++), .. size, .. origin, .. delay, 0, 0]));
            byte[] packed = Packed(frame);
            if (i == 0)
            {
                file.Write(PngFile.Chunk("IDAT"u8, packed));
            }
            else
            {
                file.Write(PngFile.Chunk("fdAT"u8, [.. BigEndian(sequence++), .. packed]));
            }
        }

        file.Write(PngFile.Chunk("IEND"u8, []));
        return file.ToArray();
    }

    // Each row as its difference from the row above, which is 0 in most places of a drawing.
    private static byte[] Packed(Picture frame)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            int width = 3 * frame.Shape.Width;
            var row = new byte[1 + width];
            row[0] = Up;
            for (int start = 0; start < frame.Pixels.Length; start += width)
            {
                for (int x = 0; x < width; x++)
                {
                    int above = start == 0 ? 0 : frame.Pixels[start - width + x];
                    row[1 + x] = (byte)(frame.Pixels[start + x] - above);
                }

                zlib.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static byte[] BigEndian(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
