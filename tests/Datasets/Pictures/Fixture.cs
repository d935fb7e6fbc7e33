using Reference.Book;

namespace Reference.Datasets.Tests;

/// <summary>Image files that other programs wrote, and what those programs read in them
/// (Fixtures/generate.py).</summary>
internal static class Fixture
{
    public static string At(string name) => Repository.PathOf($"tests/Datasets/Fixtures/{name}");

    public static byte[] Bytes(string name) => File.ReadAllBytes(At(name));

    public static Picture Expected(string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name);
        string grey = At($"{stem}.expected.pgm");
        return PictureFile.Read(File.Exists(grey) ? grey : At($"{stem}.expected.ppm"));
    }

    /// <summary>The largest difference of two values, and the mean difference.</summary>
    public static (int Most, double Mean) Difference(Picture a, Picture b)
    {
        Assert.Equal(a.Shape, b.Shape);
        int[] differences = [.. a.Pixels.Zip(b.Pixels, (x, y) => Math.Abs(x - y))];
        return (differences.Max(), differences.Average());
    }
}
