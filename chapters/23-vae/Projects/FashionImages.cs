using Reference.Datasets;

namespace Reference.VariationalAutoencoders;

/// <summary>The data of listing 7: Fashion-MNIST, its training and its test images in one set. S3-254.</summary>
public static class FashionImages
{
    /// <summary>All images of a folder, 70,000 of 28 × 28, with pixels in [0, 1].</summary>
    /// <exception cref="FileNotFoundException">A file is not there.</exception>
    public static SampleSet All(string folder)
    {
        LabelledImages[] parts = [FashionMnist.Train(folder), FashionMnist.Test(folder)];
        byte[] pixels = [.. parts.SelectMany(part =>
            Enumerable.Range(0, part.Count).SelectMany(n => part.Images[n].ToArray()))];
        return new(
            new ByteImages(pixels, parts[0].Images.Shape), [.. parts.SelectMany(part => part.Labels)],
            FashionMnist.Classes.Count);
    }
}
