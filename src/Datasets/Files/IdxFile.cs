using System.Buffers.Binary;

namespace Reference.Datasets;

/// <summary>
/// The IDX format of MNIST's files: two zero bytes, the type of the elements (only 8, unsigned bytes, is in use), the
/// number of dimensions, each dimension as a big-endian 32-bit number, then the elements, the last dimension fastest.
/// Plain or packed with gzip.
/// </summary>
/// <param name="Data">The elements.</param>
/// <param name="Shape">The dimensions, slowest first.</param>
public sealed record IdxFile(byte[] Data, IReadOnlyList<int> Shape)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidDataException">The file is none of this format, is cut short, goes on too long, or
    /// announces more than it can hold.</exception>
    public static IdxFile Read(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Read(file, path);
    }

    /// <summary>Reads from a stream.</summary>
    /// <param name="stream">Must be able to seek.</param>
    /// <param name="name">Its name in error messages.</param>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    public static IdxFile Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var file = new GzipFile(stream, name);
        var header = new byte[4];
        Limits.ReadExactly(file.Content, header, name, "an IDX header");
        if (header is not [0, 0, 8, >= 1 and <= 4])
        {
            throw Damaged.File(name, "an IDX header 00 00 08 and 1 to 4 dimensions", Convert.ToHexString(header));
        }

        var sizes = new byte[4 * header[3]];
        Limits.ReadExactly(file.Content, sizes, name, "the sizes of the dimensions");
        var shape = new int[header[3]];
        long length = 1;
        for (int i = 0; i < shape.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(sizes.AsSpan(4 * i));
            if (size == 0 || size > Limits.Bytes || (length *= size) > Limits.Bytes)
            {
                throw Damaged.File(name, $"dimensions ≥ 1 whose product is at most {Limits.Bytes}",
                    $"size {size} in dimension {i}");
            }

            shape[i] = (int)size;
        }

        file.ExpectLength(header.Length + sizes.Length + length);
        byte[] data = GC.AllocateUninitializedArray<byte>((int)length);
        Limits.ReadExactly(file.Content, data, name, "the elements");
        Limits.ExpectEnd(file.Content, name);
        return new(data, shape);
    }
}
