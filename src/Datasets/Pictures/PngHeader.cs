using System.Buffers.Binary;

namespace Reference.Datasets;

/// <summary>What a PNG file says of itself.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Depth">Bits a value: 1, 2, 4, 8 or 16.</param>
/// <param name="ColorType">0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity.</param>
/// <param name="Interlaced">Whether the rows come in Adam7's seven passes.</param>
internal sealed record PngHeader(int Width, int Height, int Depth, int ColorType, bool Interlaced)
{
    /// <summary>Adam7: where each pass begins and how far it steps.</summary>
    private static readonly (int X, int Y, int StepX, int StepY)[] Adam7 =
        [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)];

    /// <summary>Values a pixel in the file.</summary>
    public int Values => ColorType switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };

    /// <summary>The passes that hold pixels; one that holds all when not interlaced.</summary>
    public IEnumerable<PngPass> Passes => Interlaced
        ? Adam7
            .Select(p => new PngPass(p.X, p.Y, p.StepX, p.StepY, (Width - p.X + p.StepX - 1) / p.StepX,
                (Height - p.Y + p.StepY - 1) / p.StepY))
            .Where(p => p.Width > 0 && p.Height > 0)
        : [new PngPass(0, 0, 1, 1, Width, Height)];

    /// <summary>Bytes of a row of this many pixels, without its filter byte.</summary>
    public int RowBytes(int pixels) => (int)(((long)pixels * Values * Depth + 7) / 8);

    public static PngHeader Parse(ReadOnlySpan<byte> data, string name)
    {
        if (data.Length != 13)
        {
            throw Damaged.File(name, "an IHDR chunk of 13 bytes", $"{data.Length}");
        }

        (int depth, int type) = (data[8], data[9]);
        bool known = type switch
        {
            0 => depth is 1 or 2 or 4 or 8 or 16,
            3 => depth is 1 or 2 or 4 or 8,
            2 or 4 or 6 => depth is 8 or 16,
            _ => false,
        };
        if (!known || data[10] != 0 || data[11] != 0 || data[12] > 1)
        {
            throw Damaged.File(name, "a depth, colour type and packing of PNG",
                $"depth {depth}, type {type}, {data[10]} {data[11]} {data[12]}");
        }

        ImageShape shape = PictureFile.Size(BinaryPrimitives.ReadUInt32BigEndian(data[4..]),
            BinaryPrimitives.ReadUInt32BigEndian(data), 1, name);
        return new(shape.Width, shape.Height, depth, type, data[12] == 1);
    }
}

/// <summary>One pass over the image: pixel (x, y) of the pass is pixel (X + x · StepX, Y + y · StepY) of the
/// image.</summary>
internal readonly record struct PngPass(int X, int Y, int StepX, int StepY, int Width, int Height);
