using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class ImageSetsTests
{
    [Fact] // S0-101, S2-103, S4-065
    public void Mnist_reads_pairs_of_files_packed_or_not()
    {
        using var folder = new TemporaryFolder();
        byte[] pixels = [.. Enumerable.Range(0, 24).Select(i => (byte)(10 * i))];
        File.WriteAllBytes(folder.At("train-images-idx3-ubyte"), Idx.Bytes(pixels, 2, 3, 4));
        File.WriteAllBytes(folder.At("train-labels-idx1-ubyte.gz"), Idx.Gzip(Idx.Bytes([7, 9], 2)));
        LabelledImages train = Mnist.Train(folder.Path);
        Assert.Equal((2, new ImageShape(3, 4, 1)), (train.Count, train.Images.Shape));
        Assert.Equal([7, 9], train.Labels);
        Assert.Equal(pixels[12..], train.Images[1].ToArray());
        Assert.Contains("t10k-images-idx3-ubyte",
            Assert.Throws<FileNotFoundException>(() => Mnist.Test(folder.Path)).Message, StringComparison.Ordinal);
        File.Move(folder.At("train-images-idx3-ubyte"), folder.At("train-images.idx3-ubyte"));
        Assert.Equal(2, Mnist.Train(folder.Path).Count);
        Assert.Equal("ankle boot", FashionMnist.Train(folder.Path).Classes[9]);
    }

    [Fact]
    public void Images_and_labels_that_do_not_match_are_refused()
    {
        using var folder = new TemporaryFolder();
        string images = folder.At("images"), labels = folder.At("labels");
        File.WriteAllBytes(images, Idx.Bytes(new byte[24], 2, 3, 4));
        Refused(Idx.Bytes([1, 2, 3], 3), "one label for each of the 2 images");
        Refused(Idx.Bytes([1, 10], 2), "got 10 at 1");
        Refused(Idx.Bytes([1, 2], 2, 1), "[2 × 1]");
        File.WriteAllBytes(images, Idx.Bytes(new byte[24], 24));
        Refused(Idx.Bytes([1, 2], 2), "three dimensions");

        void Refused(byte[] bytes, string why)
        {
            File.WriteAllBytes(labels, bytes);
            Assert.Contains(why, Assert.Throws<InvalidDataException>(() =>
                Mnist.Read(images, labels, Mnist.Classes)).Message, StringComparison.Ordinal);
        }
    }

    [Fact] // S4-062
    public void Fashion_has_ten_classes_and_the_first_is_0() =>
        Assert.Equal(("t-shirt", "sneaker", 10),
            (FashionMnist.Classes[0], FashionMnist.Classes[7], FashionMnist.Classes.Distinct().Count()));

    [Fact] // S2-160
    public void Cifar_planes_become_pixels()
    {
        using var folder = new TemporaryFolder();
        var random = new RandomStream(6);
        byte[][] files = [.. Enumerable.Range(1, 5).Select(_ => Record(random, 2))];
        for (int i = 0; i < 5; i++)
        {
            File.WriteAllBytes(folder.At($"data_batch_{i + 1}.bin"), files[i]);
        }

        File.WriteAllBytes(folder.At("test_batch.bin"), files[3]);
        LabelledImages train = Cifar10.Train(folder.Path);
        Assert.Equal((10, 2), (train.Count, Cifar10.Test(folder.Path).Count));
        for (int n = 0; n < 10; n++)
        {
            byte[] record = files[n / 2][(n % 2 * 3073)..];
            Assert.Equal(record[0], train.Labels[n]);
            Assert.Equal(record[1 + 1024 * 2 + 32 * 5 + 7], train.Images[n][train.Images.Shape.IndexOf(5, 7, 2)]);
            Assert.Equal(record[1 + 32 * 31 + 1], train.Images[n][train.Images.Shape.IndexOf(31, 1, 0)]);
        }

        Assert.Contains("3073", Refused(files[0][..^1]), StringComparison.Ordinal);
        Assert.Contains("records", Refused([]), StringComparison.Ordinal);
        files[0][3073] = 10;
        Assert.Contains("10 in record 1", Refused(files[0]), StringComparison.Ordinal);

        static string Refused(byte[] file) =>
            Assert.Throws<InvalidDataException>(() => Cifar10.Read(new MemoryStream(file), "batch")).Message;
        static byte[] Record(RandomStream random, int count) =>
            [.. Enumerable.Range(0, count * 3073).Select(i => (byte)random.Below(i % 3073 == 0 ? 10 : 256))];
    }

    [Fact] // S0-101, S4-065
    public void Real_digits_have_their_sizes_and_classes()
    {
        string folder = RealData.At("mnist");
        LabelledImages train = Mnist.Train(folder), test = Mnist.Test(folder);
        Assert.Equal(new ImageShape(28, 28, 1), train.Images.Shape);
        Assert.Equal(10, train.Labels.Distinct().Count());
        Assert.Equal(10, test.Labels.Distinct().Count());
        Assert.True(train.Count > test.Count);
        // A digit of 20×20 pixels stands in the middle of its frame: about a seventh of the image is ink, hardly any
        // in the outermost rows and columns.
        byte[][] pixels = [.. Enumerable.Range(0, test.Count).Select(n => test.Images[n].ToArray())];
        Assert.InRange(pixels.Average(image => image.Average(p => p / 255.0)), 0.1, 0.17);
        Assert.InRange(pixels.Average(image =>
            image[..28].Sum(p => p) + image[^28..].Sum(p => p) + image.Where((_, i) => i % 28 == 0).Sum(p => p)), 0,
            84);
    }
}
