using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class ImageFoldersTests
{
    [Fact] // S0-127, S0-126, S0-129
    public void Folders_become_classes_in_alphabetical_order()
    {
        using var folder = new TemporaryFolder();
        Save(folder.At("dogs", "b.jpg"), "color-420.jpg");
        Save(folder.At("cats", "deep", "z.PNG"), "color.png");
        Save(folder.At("cats", "a.png"), "grey.png");
        File.WriteAllText(folder.At("cats", "notes.txt"), "no image");
        ImageFiles images = ImageFolder.Open(folder.Path);
        Assert.Equal(["cats", "dogs"], images.Classes);
        Assert.Equal([0, 0, 1], images.Labels);
        Assert.Equal(["a.png", "z.PNG", "b.jpg"], images.Paths.Select(Path.GetFileName));
        var image = new PixelBuffer(new ImageShape(1, 1, 1));
        images.Load(0, image);
        Assert.Equal(new ImageShape(21, 37, 3), image.Shape);
        Assert.Equal(Fixture.Expected("grey.png").Pixels[40] / 255.0, image.Values[3 * 40 + 2]);
        ImageFolder.Open(folder.Path, channels: 1).Load(2, image);
        Assert.Equal(1, image.Shape.Channels);
        Assert.Equal([1, 0], images.At([2, 0]).Labels);
        // The notes' pipeline: resize to 224×224, then batches.
        var resized = new TransformedImages(images, new Resize(224, 224), new RandomStream(1));
        Batch batch = new Batches(new SampleSet(resized, images.Labels, 2), 32).Epoch().Single();
        Assert.Equal((224 * 224 * 3, 3), (batch.X.RowCount, batch.X.ColumnCount));
        Assert.Throws<InvalidOperationException>(() => Mixed(folder, images));
    }

    [Fact]
    public void What_macos_and_notebooks_leave_behind_is_no_class_and_no_image()
    {
        using var folder = new TemporaryFolder();
        byte[] image = "P5 1 1 255 x"u8.ToArray(), appleDouble = [0, 5, 22, 7, 0, 2, 0, 0];
        File.WriteAllBytes(folder.At("pets.zip"), ArchiveTests.Zip(
            ("cats/1.pgm", image), ("__MACOSX/cats/._1.pgm", appleDouble), ("cats/._2.pgm", appleDouble),
            ("dogs/1.pgm", image), (".ipynb_checkpoints/1.pgm", image), ("dogs/.ipynb_checkpoints/2.pgm", image)));
        Archive.Extract(folder.At("pets.zip"), folder.At("pets"));
        ImageFiles images = ImageFolder.Open(folder.At("pets"), 1);
        Assert.Equal(["cats", "dogs"], images.Classes);
        Assert.Equal([0, 1], images.Labels);
    }

    [Fact]
    public void A_folder_without_classes_or_images_is_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.Contains(
            "one folder of images for each class",
            Assert.Throws<InvalidDataException>(() => ImageFolder.Open(folder.Path)).Message,
            StringComparison.Ordinal);
        Directory.CreateDirectory(folder.At("cats"));
        Assert.Contains(
            "cats: expected images (.png",
            Assert.Throws<InvalidDataException>(() => ImageFolder.Open(folder.Path)).Message,
            StringComparison.Ordinal);
        Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Open(folder.At("none")));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFiles([], [], [], 2));
        Assert.Throws<ArgumentException>(() => new ImageFiles(["a"], [], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageFiles(["a"], [0], ["x"]).At([1]));
    }

    [Fact] // S4-063
    public void A_list_gives_names_and_classes_and_its_length_is_its_rows()
    {
        using var folder = new TemporaryFolder();
        Save(folder.At("one", "a.png"), "grey.png");
        File.WriteAllText(folder.At("list.csv"), "name,label,note\none/a.png,shirt,x\n./one/a.png,\"bag, small\",y\n");
        ImageFiles images = ImageList.Open(folder.At("list.csv"), folder.Path, 1);
        Assert.Equal(2, images.Count);
        Assert.Equal(["bag, small", "shirt"], images.Classes);
        Assert.Equal([1, 0], images.Labels);
        var image = new PixelBuffer(new ImageShape(1, 1, 1));
        images.Load(1, image);
        Assert.Equal(new ImageShape(21, 37, 1), image.Shape);
    }

    [Theory]
    [InlineData("../a.png")]
    [InlineData("one/../../a.png")]
    [InlineData("/etc/a.png")]
    [InlineData("C:\\a.png")]
    [InlineData("a\\..\\b.png")]
    [InlineData("one//a.png")]
    public void A_name_that_leaves_the_folder_is_refused(string name) =>
        Assert.Contains(
            "stay inside",
            Assert.Throws<InvalidDataException>(() =>
                ImageList.Open(TextFilesTests.Stream($"name,label\n{name},1\n"), "list", "images")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_list_without_rows_or_classes_is_refused()
    {
        Assert.Throws<InvalidDataException>(() =>
            ImageList.Open(TextFilesTests.Stream("name,label\n"), "list", "images"));
        Assert.Throws<InvalidDataException>(() =>
            ImageList.Open(TextFilesTests.Stream("name\na.png\n"), "list", "images"));
    }

    [Fact] // S3-229
    public void Faces_tell_age_and_gender_by_their_names_and_only_18_to_25_are_kept()
    {
        Assert.Equal((20, 1), FaceFolder.Parse("20_1_20170109142408075.jpg"));
        Assert.All(
            new[] { "20.jpg", "x_1_a.jpg", "20_2_a.jpg", "20_1", "-1_1_a.jpg", "151_0_a.jpg" },
            name => Assert.Null(FaceFolder.Parse(name)));
        using var folder = new TemporaryFolder();
        int[] ages = [17, 18, 25, 26];
        Array.ForEach(ages, age => Save(folder.At($"{age}_{age % 2}_0_x.jpg"), "color-420.jpg"));
        // Names that UTKFace has.
        Array.ForEach(["61_3_20170109150557335.jpg", "53__0_20170116184028385.jpg", "39_1_20170116174525125.jpg"],
            name =>
            Save(folder.At(name), "color-420.jpg"));
        (ImageFiles faces, IReadOnlyList<int> kept) = FaceFolder.Open(folder.Path);
        Assert.Equal([18, 25], kept);
        Assert.Equal([0, 1], faces.Labels);
        var small = new TransformedImages(faces, new Resize(50, 50, Interpolation.Area), new RandomStream(1));
        Assert.Equal(new ImageShape(50, 50, 3), small.Shape);
        Assert.Throws<InvalidDataException>(() => FaceFolder.Open(folder.Path, 40, 50));
    }

    private static void Mixed(TemporaryFolder folder, ImageFiles images)
    {
        string small = folder.At("small.ppm");
        File.WriteAllText(small, "P3 1 1 9 1 2 3");
        var mixed = new TransformedImages(new ImageFiles([images.Paths[0], small], [0, 0], ["x"]), new Flip(),
            new RandomStream(1));
        mixed.CopyTo(1, new double[mixed.Features]);
    }

    private static void Save(string path, string fixture)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Copy(Fixture.At(fixture), path);
    }
}
