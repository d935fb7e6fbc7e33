namespace Reference.Datasets;

/// <summary>CIFAR-10: 50,000 training and 10,000 test photographs, 32×32 in colour, ten classes (S2-160; the notes'
/// heading "CIRF10" means this).</summary>
/// <remarks>
/// The binary version: records of one label byte and 3,072 pixel bytes, channel–height–width;
/// they are turned into height–width–channel on reading.
/// </remarks>
public static class Cifar10
{
    private const int PixelBytes = 3072;

    /// <summary>32×32×3.</summary>
    public static ImageShape Shape { get; } = new(32, 32, 3);

    /// <summary>The ten classes in the order of their labels.</summary>
    public static IReadOnlyList<string> Classes
        { get; } = ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>Reads the five training files.</summary>
    /// <param name="folder">Where <c>data_batch_1.bin</c> … <c>data_batch_5.bin</c> lie.</param>
    /// <exception cref="InvalidDataException">A file is no whole number of records or holds a label above
    /// 9.</exception>
    public static LabelledImages Train(string folder) =>
        Read([.. Enumerable.Range(1, 5).Select(i => Path.Combine(folder, $"data_batch_{i}.bin"))]);

    /// <summary>Reads the test file.</summary>
    /// <param name="folder">Where <c>test_batch.bin</c> lies.</param>
    /// <exception cref="InvalidDataException">The file is no whole number of records or holds a label above
    /// 9.</exception>
    public static LabelledImages Test(string folder) => Read([Path.Combine(folder, "test_batch.bin")]);

    /// <summary>Reads files of records, one after the other.</summary>
    /// <exception cref="InvalidDataException">A file is no whole number of records or holds a label above
    /// 9.</exception>
    public static LabelledImages Read(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        byte[][] files = [.. paths.Select(path =>
        {
            using FileStream file = File.OpenRead(path);
            return Records(file, path);
        })];
        return Join(files, string.Join(", ", paths));
    }

    /// <summary>Reads records from a stream.</summary>
    /// <inheritdoc cref="IdxFile.Read(Stream, string)"/>
    public static LabelledImages Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Join([Records(stream, name)], name);
    }

    private static byte[] Records(Stream stream, string name)
    {
        byte[] bytes = Limits.ReadAll(stream, name);
        if (bytes.Length == 0 || bytes.Length % (1 + PixelBytes) != 0)
        {
            throw Damaged.File(name, $"records of {1 + PixelBytes} bytes", $"{bytes.Length} bytes");
        }

        for (int at = 0; at < bytes.Length; at += 1 + PixelBytes)
        {
            if (bytes[at] >= 10)
            {
                throw Damaged.File(name, "labels 0 to 9", $"{bytes[at]} in record {at / (1 + PixelBytes)}");
            }
        }

        return bytes;
    }

    private static LabelledImages Join(byte[][] files, string name)
    {
        long count = files.Sum(file => (long)file.Length / (1 + PixelBytes));
        if (count * PixelBytes > Limits.Bytes)
        {
            throw Damaged.File(name, $"at most {Limits.Bytes} bytes in all", $"{count * PixelBytes}");
        }

        var pixels = new byte[count * PixelBytes];
        var labels = new int[count];
        int n = 0;
        foreach (byte[] file in files)
        {
            for (int at = 0; at < file.Length; at += 1 + PixelBytes, n++)
            {
                labels[n] = file[at];
                ChannelOrder.ToChannelsLast<byte>(file.AsSpan(at + 1, PixelBytes), Shape,
                    pixels.AsSpan(n * PixelBytes, PixelBytes));
            }
        }

        return new(new ByteImages(pixels, Shape), labels, Classes);
    }
}
