using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Batches = Reference.Datasets.Batches;

namespace Reference.Networks;

/// <summary>Statements and listings of the notes about the data of a network.</summary>
internal static class DataClaims
{
    /// <summary>All of them, in order of rows.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S0-100", "# Convert MNIST images to 4-dimensional tensors (n of images, height, width, and channels)",
            "ToTensor gives one image as (channels, height, width); only the loader's batch has four dimensions, "
                + "(n, channels, height, width).",
            "A drawn digit has 28 × 28 × 1 numbers; 64 of them are one batch of 784 × 64.",
            () => Digits().Images.Shape == new ImageShape(28, 28, 1)
                && new Batches(Digits().ToSampleSet(), 64).Epoch().First().X is { RowCount: 784, ColumnCount: 64 },
            ErratumKind.Listing),
        new("S0-107", "so for every 10 images (batch_size) we mix these images.",
            "The whole set is shuffled once per epoch, and then cut into batches.",
            "The first ten of 128 shuffled digits are not the digits 0 to 9 in another order.",
            () => new Batches(Digits().ToSampleSet(), 10, new RandomStream(1)).Epoch().First().Indices.ToArray()
                .Max() > 9),
        new("S2-102", "Normalize the values in range [0,2) for zero centered makes it more convenient to train",
            "The range is [−1, 1], as the comment in the code below the sentence has it.",
            "(pixel/255 − ½)/½ is −1 for the pixel 0 and 1 for 255.",
            () => Normalized(0) == -1 && Normalized(1) == 1),
        new("S4-059", "def __getitem__(self, index): return self",
            "An element is the sample at the index, return self.x[index]; and the class needs a __len__.",
            "Element 3 of a set of 128 digits is one sample.",
            () => Digits().ToSampleSet().At([3]).Count == 1, ErratumKind.Listing),
        new("S4-063", "self.labels = [] … def __len__(self): return len(self.labels)",
            "The list is read (pd.read_csv) and its rows are the length; as printed it is always 0, and iloc is asked "
                + "of a file name.",
            "A list of a header and two rows has two images.",
            () => Listed("name,class\na.png,bag\nb.png,shirt\n").Count == 2, ErratumKind.Listing),
        new("S4-064", "dataset = Dataset(csv_file=…, data_dir=…, transform=5)",
            "transform=composed: the transforms composed above it.",
            "The centre crop of a 28×28 image has 20×20 numbers; 5 cannot be applied to an image.",
            () => new CentreCrop(20, 20).Resulting(new ImageShape(28, 28, 1)) == new ImageShape(20, 20, 1),
            ErratumKind.Listing),
    ];

    private static LabelledImages Digits() => DrawnDigits.Draw(new RandomStream(1), 128);

    private static double Normalized(double share)
    {
        PixelBuffer image = new(new ImageShape(1, 1, 1), [share]), to = new(image.Shape);
        new NormalizeChannels([0.5], [0.5]).Apply(image, to, new RandomStream(1));
        return to[0, 0, 0];
    }

    private static ImageFiles Listed(string csv)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(csv));
        return ImageList.Open(stream, "list.csv", Path.GetTempPath());
    }
}
