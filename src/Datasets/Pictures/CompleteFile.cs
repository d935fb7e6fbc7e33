using System.Buffers.Binary;
using System.Text;

namespace Reference.Datasets;

/// <summary>
/// Refuses PNG and JPEG files that are cut short, and PNG files with a wrong checksum; decoders draw what they can of
/// them.
/// </summary>
internal static class CompleteFile
{
    /// <summary>Compares the checksum of every chunk of a PNG file, up to IEND.</summary>
    /// <exception cref="InvalidDataException">A checksum is wrong, or the file ends before.</exception>
    public static void Png(ReadOnlySpan<byte> file, string name)
    {
        for (int at = 8; ;)
        {
            uint length = file.Length - at >= 12 ? BinaryPrimitives.ReadUInt32BigEndian(file[at..]) : 0;
            if (length > file.Length - at - 12)
            {
                throw Damaged.File(name, $"a chunk at byte {at}", $"{Math.Max(0, file.Length - at)} bytes");
            }

            ReadOnlySpan<byte> covered = file.Slice(at + 4, 4 + (int)length);
            uint checksum = Crc32.Of(0, covered);
            at += 12 + (int)length;
            uint expected = BinaryPrimitives.ReadUInt32BigEndian(file[(at - 4)..]);
            if (checksum != expected)
            {
                string type = Encoding.Latin1.GetString(covered[..4]);
                throw Damaged.File(name, $"checksum {expected:X8} of the chunk {type}", $"{checksum:X8}");
            }

            if (covered.SequenceEqual("IEND"u8))
            {
                return;
            }
        }
    }

    /// <summary>Follows the segments of a JPEG file up to the marker that ends the image (ITU-T T.81,
    /// B.1.1).</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    public static void Jpeg(ReadOnlySpan<byte> file, string name)
    {
        for (int at = 2; at + 1 < file.Length;)
        {
            switch (file[at], file[at + 1])
            {
                case (0xFF, 0xD9):
                    return;
                case (0xFF, not (0x00 or >= 0xD0 and <= 0xD7 or 0xFF)) when at + 3 < file.Length:
                    at += 2 + BinaryPrimitives.ReadUInt16BigEndian(file[(at + 2)..]);
                    break;
                default: // coded pixels
                    at++;
                    break;
            }
        }

        throw Damaged.File(name, "the marker FFD9 after the image", "the end of the file");
    }
}
