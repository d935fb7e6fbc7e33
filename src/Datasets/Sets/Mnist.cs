namespace Reference.Datasets;

/// <summary>MNIST: handwritten digits, 28×28 and grey, 60,000 to train on and 10,000 to test with (S0-101, S2-103,
/// S4-065).</summary>
public static class Mnist
{
    /// <summary>The names of the ten classes.</summary>
    public static IReadOnlyList<string> Classes => DrawnDigits.Classes;

    /// <summary>Reads the training digits.</summary>
    /// <param name="folder">Where the four files lie, packed or not.</param>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or there is not one label for each image.</exception>
    public static LabelledImages Train(string folder) => ReadPart(folder, "train", Classes);

    /// <summary>Reads the test digits (S4-065).</summary>
    /// <inheritdoc cref="Train"/>
    public static LabelledImages Test(string folder) => ReadPart(folder, "t10k", Classes);

    /// <summary>Reads a pair of files in MNIST's layout.</summary>
    /// <param name="images">IDX, [N × H × W].</param>
    /// <param name="labels">IDX, [N].</param>
    /// <param name="classes">The names of the classes.</param>
    /// <exception cref="InvalidDataException">A file is damaged, or there is not one label for each image.</exception>
    public static LabelledImages Read(string images, string labels, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        IdxFile pixels = IdxFile.Read(images), numbers = IdxFile.Read(labels);
        if (pixels.Shape is not [int count, int height, int width])
        {
            throw Damaged.File(images, "three dimensions [N × H × W]", $"{pixels.Shape.Count}");
        }

        if (numbers.Shape.Count != 1 || numbers.Shape[0] != count)
        {
            throw Damaged.File(labels, $"one label for each of the {count} images",
                $"[{string.Join(" × ", numbers.Shape)}]");
        }

        int stranger = Array.FindIndex(numbers.Data, label => label >= classes.Count);
        return stranger < 0
            ? new(new ByteImages(pixels.Data, new ImageShape(height, width, 1)),
                [.. numbers.Data.Select(label => (int)label)], classes)
            : throw Damaged.File(labels, $"labels below {classes.Count}", $"{numbers.Data[stranger]} at {stranger}");
    }

    internal static LabelledImages ReadPart(string folder, string part, IReadOnlyList<string> classes) =>
        Read(Find(folder, $"{part}-images", "idx3-ubyte"), Find(folder, $"{part}-labels", "idx1-ubyte"), classes);

    /// <summary>A file, packed or not; some mirrors and programs put a dot for the last hyphen but one.</summary>
    private static string Find(string folder, string name, string ending)
    {
        string[] names = [$"{name}-{ending}.gz", $"{name}-{ending}", $"{name}.{ending}.gz", $"{name}.{ending}"];
        return names.Select(one => Path.Combine(folder, one)).FirstOrDefault(File.Exists)
            ?? throw new FileNotFoundException($"Expected {names[0]} or {names[1]} in {folder}; neither is there.",
                Path.Combine(folder, names[0]));
    }
}
