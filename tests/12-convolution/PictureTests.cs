using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.Convolutions.Tests;

/// <summary>The programs on pictures, from files in the formats of their sets; drawn faces stand in.</summary>
public class PictureTests
{
    // S0-118 S0-131 S0-132 S0-134 S0-135: a folder a class, and the probabilities of one file.
    [Fact]
    public void Dogs_and_cats_train_from_folders()
    {
        using var folder = new TemporaryFolder();
        LabelledImages pets = DrawnPets.Draw(new RandomStream(1), 40, 16);
        for (int n = 0; n < pets.Count; n++)
        {
            Directory.CreateDirectory(folder.At(pets.Classes[pets.Labels[n]]));
            Write(folder.At(pets.Classes[pets.Labels[n]], $"{n:00}.ppm"), pets, n);
        }

        ImageFiles files = ImageFolder.Open(folder.Path);
        using var screen = new Screen();
        (Trainer trainer, History history) = PictureCommand.Train(
            screen.Console, "pets", folder.Path, 30, 1, 16, TestContext.Current.CancellationToken);
        Assert.Contains("epoch  30: loss", screen.Text, StringComparison.Ordinal);
        Assert.True(history.Losses[^1] < 0.9 * history.Losses[0]);
        double[] p = PictureRuns.Predict(trainer.Network, files, 0, 16);
        Assert.Equal(1, p.Sum(), 1e-12);
        Assert.True(double.IsFinite(history.ValidationLosses[^1]));
    }

    // S3-127 S3-128: records of a label and three planes; the last fifth is for validation.
    [Fact]
    public void Cifar_trains_from_its_binary_file()
    {
        LabelledImages pets = PictureRuns.DrawnCifar(new RandomStream(2), 40);
        using var stream = new MemoryStream(Records(pets, 0, pets.Count));
        LabelledImages read = Cifar10.Read(stream, "drawn");
        Assert.Equal(pets.Images[7].ToArray(), read.Images[7].ToArray());
        Assert.Equal(["cat", "dog"], pets.Labels.Distinct().Select(label => read.Classes[label]));
        History history = PictureRuns.Cifar(read, 8, 1, ConvolutionalNetworks.CifarKeras).History;
        Assert.True(history.Losses[^1] < history.Losses[0]);
        Assert.Equal(8, history.ValidationMetrics.Length);
        Assert.True(PictureRuns.Cifar(read, 1, 1, ConvolutionalNetworks.Cifar).History.ValidationMetrics
            .All(double.IsFinite));
    }

    // S3-128: 40,000 of 50,000 pictures, 313 batches of 128 an epoch, the last 10,000 for validation.
    [Fact]
    public void The_last_fifth_is_for_validation()
    {
        (int[] train, int[] validation) = PictureRuns.LastFifth(50_000);
        Assert.Equal((0, 39_999, 40_000, 49_999), (train[0], train[^1], validation[0], validation[^1]));
        Assert.Equal(313, (train.Length + 127) / 128);
    }

    // S3-127: five files of the set, of three pictures each.
    [Fact]
    public void Programs_are_named_and_cifar_is_read_from_its_folder()
    {
        using var folder = new TemporaryFolder();
        LabelledImages pets = PictureRuns.DrawnCifar(new RandomStream(5), 15);
        for (int file = 1; file <= 5; file++)
        {
            File.WriteAllBytes(folder.At($"data_batch_{file}.bin"), Records(pets, 3 * (file - 1), 3));
        }

        using var screen = new Screen();
        History history = PictureCommand.Train(
            screen.Console, "cifar", folder.Path, 1, 1, stop: TestContext.Current.CancellationToken).History;
        Assert.InRange(history.Losses[0], 1, 4);
        BadInput.Refuses(() => PictureCommand.Train(screen.Console, "birds", folder.Path, 1, 1), "pets", "birds");
    }

    // S0-128: 9,600 of 12,000 pictures to train on.
    [Fact]
    public void A_fifth_of_the_pets_is_for_validation()
    {
        var set = new SampleSet(new ColumnSamples(Images.Normal(new RandomStream(1), 1, 12_000)), new int[12_000], 2);
        (SampleSet training, SampleSet held) = PictureRuns.FourFifths(set, new RandomStream(2));
        Assert.Equal((9_600, 2_400), (training.Count, held.Count));
    }

    // S3-232: the smaller class is filled up after the split: no face behind a training image is held out.
    [Fact]
    public void Balancing_copies_no_held_out_face()
    {
        LabelledImages faces = DrawnPets.Draw(new RandomStream(3), 80, 8);
        int[] chosen = [.. Enumerable.Range(0, 80).Where(n => n % 2 == 0 || n % 8 == 1)];
        int[] labels = [.. chosen.Select(n => faces.Labels[n])];
        (BalancedImages training, int[] origins, int[] held) =
            PictureRuns.Balanced(new PictureRuns.Part(faces.Images, chosen), labels, new RandomStream(4));
        Assert.Equal(chosen.Length - chosen.Length * 3 / 4, held.Length);
        Assert.Empty(origins.Intersect(held));
        Assert.Equal(chosen.Length, origins.Union(held).Count());
        Assert.Equal(training.Labels.Count(label => label == 0), training.Labels.Count(label => label == 1));
        Assert.Equal(training.Labels, origins.Select(n => labels[n]));
        var pixels = new PixelBuffer(faces.Images.Shape);
        training.Load(0, pixels);
        Assert.Equal(
            faces.Images[chosen[origins[0]]].ToArray().Select(p => p / 255.0), pixels.Values.ToArray(),
            (a, b) => Math.Abs(a - b) < 1e-12);
    }

    // S3-230 S3-231 S3-233 S3-235: age and gender in the names of files.
    [Fact]
    public void Faces_train_from_their_folder()
    {
        using var folder = new TemporaryFolder();
        LabelledImages faces = DrawnPets.Draw(new RandomStream(3), 24, 24);
        for (int n = 0; n < faces.Count; n++)
        {
            Write(folder.At($"{18 + n % 8}_{faces.Labels[n]}_{n:00}.ppm"), faces, n);
        }

        (ImageFiles files, IReadOnlyList<int> ages) = FaceFolder.Open(folder.Path);
        Assert.Equal(24, ages.Count);
        using var screen = new Screen();
        History history = PictureCommand.Train(screen.Console, "faces", folder.Path, 2, 1,
            stop: TestContext.Current.CancellationToken).History;
        Assert.Equal(files.Count, ages.Count);
        Assert.All(history.Losses, loss => Assert.InRange(loss, 0.01, 2));
        Assert.True(history.ValidationMetrics.All(double.IsFinite));
    }

    // S0-092 S0-093 S2-151 S2-163 S3-130: an angle for each reading, one order of pixels for all digits.
    [Fact]
    public void Digits_are_turned_anew_and_scrambled_alike()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(4), 3);
        SampleSet turned = DigitRuns.Turned(digits, -15, 15, 1), straight = DigitRuns.Turned(digits, 0, 0, 1);
        Assert.NotEqual(turned[0].X, turned[0].X);
        Assert.Equal(digits.ToSampleSet()[0].X, straight[0].X, (a, b) => Math.Abs(a - b) < 1e-12);
        SampleSet scrambled = DigitRuns.Scrambled(digits.ToSampleSet(), 2);
        for (int n = 0; n < 3; n++)
        {
            Assert.Equal(digits.ToSampleSet()[n].X.Order(), scrambled[n].X.Order());
            Assert.NotEqual(digits.ToSampleSet()[n].X, scrambled[n].X);
        }

        double[] first = digits.ToSampleSet()[0].X, second = digits.ToSampleSet()[1].X;
        ILookup<double, int> places = Enumerable.Range(0, 784).ToLookup(i => scrambled[0].X[i]);
        Assert.All(Enumerable.Range(0, 784), i => Assert.Contains(
            places[first[i]], place => scrambled[1].X[place] == second[i]));
    }

    // S0-094 S0-095 S0-096: each change has its law on a real image.
    [Fact]
    public void Changes_do_what_they_are_called()
    {
        LabelledImages digits = DrawnDigits.Draw(new RandomStream(5), 1);
        double[] x = digits.ToSampleSet()[0].X;
        double[] Of(int change)
        {
            var y = new double[784];
            new TransformedImages(digits.Images, DigitRuns.Changes[change].Change, new RandomStream(6)).CopyTo(0, y);
            return y;
        }

        Assert.Equal(4, DigitRuns.Changes.Count);
        double[] zoomed = Of(1), brighter = Of(2), flipped = Of(3);
        Assert.NotEqual(x, zoomed);
        int grey = Array.FindIndex(x, v => v is > 0.2 and < 0.5);
        double factor = brighter[grey] / x[grey];
        Assert.InRange(factor, 0.5, 1.5);
        for (int p = 0; p < 784; p++)
        {
            Assert.Equal(x[p / 28 * 28 + 27 - p % 28], flipped[p]);
            Assert.Equal(Math.Min(1, factor * x[p]), brighter[p], 1e-12);
        }
    }

    // A byte for the label, then the planes of red, green and blue.
    private static byte[] Records(LabelledImages images, int from, int count)
    {
        var planes = new byte[3072];
        return [.. Enumerable.Range(from, count).SelectMany(n =>
        {
            ChannelOrder.ToChannelsFirst(images.Images[n], Cifar10.Shape, planes);
            return (byte[])[(byte)images.Labels[n], .. planes];
        })];
    }

    private static void Write(string path, LabelledImages images, int n)
    {
        ImageShape shape = images.Images.Shape;
        File.WriteAllBytes(
            path, [.. System.Text.Encoding.ASCII.GetBytes($"P6\n{shape.Width} {shape.Height}\n255\n"),
                .. images.Images[n]]);
    }
}
