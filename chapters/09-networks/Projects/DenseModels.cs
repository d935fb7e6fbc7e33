namespace Reference.Networks;

/// <summary>The dense networks of the notes that this chapter trains or draws. S3-056, S4-142.</summary>
public static class DenseModels
{
    /// <summary>A network of the notes, its row, and its sizes from input to output.</summary>
    public sealed record Model(string Row, string What, params int[] Sizes)
    {
        /// <summary>The network itself, with weights 0.</summary>
        public Sequential Build() => MultilayerPerceptron.Of(Sizes, width => new Relu(width), Initializers.Zero);
    }

    /// <summary>All of them, in the order of the notes.</summary>
    public static IReadOnlyList<Model> All { get; } =
    [
        new("S2-063", "SimpleNet", 2, 4, 1),
        new("S2-105", "the digit classifier", 784, 128, 64, 10),
        new("S3-056", "four hidden layers of three", 3, 3, 3, 3, 3, 1),
        new("S3-100", "Boston housing", 13, 64, 64, 1),
        new("S4-119", "two sigmoids", 1, 2, 1),
        new("S4-120", "six sigmoids", 1, 6, 1),
        new("S4-121", "seven sigmoids", 1, 7, 1),
        new("S4-125", "XOR", 2, 4, 1),
        new("S4-142", "the list of layers", 2, 3, 4, 3),
    ];
}
