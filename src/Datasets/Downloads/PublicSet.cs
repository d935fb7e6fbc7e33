namespace Reference.Datasets;

/// <summary>A public data set: the files to download, and the files that its reader needs.</summary>
/// <param name="Name">Its folder's name, here and under <c>REFERENCE_DATA</c>.</param>
/// <param name="Files">What is downloaded.</param>
/// <param name="Members">What must be there for the set to be complete.</param>
/// <param name="Inner">The folder inside the archive that holds the members; empty for none.</param>
/// <param name="MayBePacked">Whether the set's reader unpacks members: then each may also be there with
/// <c>.gz</c>.</param>
public sealed record PublicSet(string Name, IReadOnlyList<PublicFile> Files, IReadOnlyList<string> Members,
    string Inner = "", bool MayBePacked = false)
{
    /// <summary>MNIST. Hashes as TensorFlow Datasets publishes them; the mirror is torchvision's.</summary>
    public static PublicSet Mnist { get; } = Idx(
        "mnist",
        "https://ossci-datasets.s3.amazonaws.com/mnist/",
        (9_912_422, "440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609"),
        (28_881, "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c"),
        (1_648_877, "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6"),
        (4_542, "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"));

    /// <summary>Fashion-MNIST, from its publisher's address, which torchvision uses too.</summary>
    public static PublicSet FashionMnist { get; } = Idx(
        "fashion-mnist",
        "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/",
        (26_421_880, "3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84"),
        (29_515, "a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845"),
        (4_422_102, "346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073"),
        (5_148, "67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5"));

    /// <summary>CIFAR-10, the binary version, from its authors.</summary>
    public static PublicSet Cifar10 { get; } = new(
        "cifar-10",
        [new(
            "cifar-10-binary.tar.gz",
            new("https://www.cs.toronto.edu/~kriz/cifar-10-binary.tar.gz"),
            170_052_171,
            "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd")],
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin",
            "test_batch.bin"],
        "cifar-10-batches-bin");

    /// <summary>Tiny Shakespeare, from the project it was made for.</summary>
    public static PublicSet TinyShakespeare { get; } = new(
        "tinyshakespeare",
        [new(
            "input.txt",
            new("https://raw.githubusercontent.com/karpathy/char-rnn/master/data/tinyshakespeare/input.txt"),
            1_115_394,
            "86c4e6aa9db7c042ec79f339dcb96d42b0075e16b8fc2e86bf0ca57e2dc565ed")],
        ["input.txt"]);

    /// <summary>Boston housing as first published, two lines per sample. Its hash could not be confirmed: it is pinned
    /// at the first download.</summary>
    public static PublicSet BostonHousing { get; } = new(
        "boston-housing", [new("housing.tsv", new("http://lib.stat.cmu.edu/datasets/boston"), null, null)],
            ["housing.tsv"]);

    /// <summary>Labelled sentences of three shops and sites. Their publisher gives no hash: it is pinned at the first
    /// download.</summary>
    public static PublicSet Sentiment { get; } = new(
        "sentiment",
        [new("sentiment.zip", new("https://archive.ics.uci.edu/static/public/331/sentiment+labelled+sentences.zip"),
            null, null)],
        ["amazon_cells_labelled.txt"],
        "sentiment labelled sentences");

    /// <summary>MovieLens 100K: ratings of films, from GroupLens. Its publisher gives an MD5 alone: the hash is pinned
    /// at the first download.</summary>
    public static PublicSet MovieLens { get; } = new(
        "movielens",
        [new("ml-100k.zip", new("https://files.grouplens.org/datasets/movielens/ml-100k.zip"), null, null)],
        ["u.data"],
        "ml-100k");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublicSet> All
        { get; } = [Mnist, FashionMnist, Cifar10, TinyShakespeare, BostonHousing, Sentiment, MovieLens];

    private static PublicSet Idx(string name, string address, params (long Length, string Sha256)[] files)
    {
        string[] members = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
            "t10k-labels-idx1-ubyte"];
        PublicFile[] packed = [.. members.Zip(files, (m, f) =>
            new PublicFile($"{m}.gz", new($"{address}{m}.gz"), f.Length, f.Sha256))];
        return new(name, packed, members, MayBePacked: true);
    }
}
