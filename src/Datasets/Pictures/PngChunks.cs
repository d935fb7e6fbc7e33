using System.Buffers.Binary;
using System.Text;

namespace Reference.Datasets;

/// <summary>A PNG file taken apart: its header, its palette, its transparency, and its packed pixels. Every chunk's
/// checksum is compared.</summary>
internal sealed record PngChunks(PngHeader Header, byte[] Palette, byte[]? Transparency, byte[] Packed)
{
    public static PngChunks Parse(byte[] file, string name)
    {
        if (!file.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]))
        {
            throw Damaged.File(name, "the eight bytes that begin every PNG file",
                Convert.ToHexString(file.AsSpan(0, Math.Min(8, file.Length))));
        }

        PngHeader? header = null;
        byte[] palette = [];
        byte[]? transparency = null;
        using var packed = new MemoryStream();
        for (int at = 8; ;)
        {
            (string type, ReadOnlyMemory<byte> data) = Chunk(file, at, name);
            at += 12 + data.Length;
            switch (type)
            {
                case "IHDR" when header is null:
                    header = PngHeader.Parse(data.Span, name);
                    break;
                case "PLTE" when header is not null && data.Length % 3 == 0 && data.Length is > 0 and <= 768:
                    palette = data.ToArray();
                    break;
                case "tRNS" when header is not null:
                    transparency = data.ToArray();
                    break;
                case "IDAT" when header is not null:
                    packed.Write(data.Span);
                    break;
                case "IEND" when header is not null && packed.Length > 0:
                    return new(header, palette, transparency, packed.ToArray());
                case [>= 'A' and <= 'Z', ..]:
                    // A capital first letter: whoever does not understand the chunk must not go on.
                    throw Damaged.File(name, "IHDR first, then perhaps PLTE, then IDAT and IEND",
                        $"a chunk {type} of {data.Length} bytes");
            }
        }
    }

    private static (string Type, ReadOnlyMemory<byte> Data) Chunk(byte[] file, int at, string name)
    {
        if (file.Length - at < 12)
        {
            throw Damaged.File(name, $"a chunk at byte {at}", $"{file.Length - at} bytes");
        }

        uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
        if (length > file.Length - at - 12)
        {
            throw Damaged.File(name, $"a chunk of at most {file.Length - at - 12} bytes at byte {at}", $"{length}");
        }

        ReadOnlySpan<byte> covered = file.AsSpan(at + 4, 4 + (int)length);
        uint checksum = Crc32.Of(0, covered);
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + (int)length));
        string type = Encoding.Latin1.GetString(covered[..4]);
        return checksum == expected
            ? (type, file.AsMemory(at + 8, (int)length))
            : throw Damaged.File(name, $"checksum {expected:X8} of the chunk {type} at byte {at}", $"{checksum:X8}");
    }
}
