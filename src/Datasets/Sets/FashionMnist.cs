namespace Reference.Datasets;

/// <summary>Fashion-MNIST: Zalando's articles in the files and sizes of MNIST (S4-062).</summary>
public static class FashionMnist
{
    /// <summary>The ten classes, 0 to 9 (the notes' third column, 1 to 10, numbers images and not classes;
    /// S4-062).</summary>
    public static IReadOnlyList<string> Classes { get; } =
        ["t-shirt", "trousers", "pullover", "dress", "coat", "sandal", "shirt", "sneaker", "bag", "ankle boot"];

    /// <summary>Reads the 60,000 training images.</summary>
    /// <inheritdoc cref="Mnist.Train"/>
    public static LabelledImages Train(string folder) => Mnist.ReadPart(folder, "train", Classes);

    /// <summary>Reads the 10,000 test images.</summary>
    /// <inheritdoc cref="Mnist.Train"/>
    public static LabelledImages Test(string folder) => Mnist.ReadPart(folder, "t10k", Classes);
}
