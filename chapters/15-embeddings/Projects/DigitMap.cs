using MathNet.Numerics.LinearAlgebra;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Embeddings;

/// <summary>Digits on a map, by their first two principal components and by t-SNE, and the share of the ten nearest
/// neighbours that show the same digit. A digit is 14 × 14 numbers, each the mean of four pixels. S0-168, S1-184.
/// </summary>
public sealed record DigitMap(IReadOnlyList<int> Labels, Matrix<double> ByPca, Matrix<double> ByTsne, double Pixels)
{
    /// <summary>That share on the map of the principal components.</summary>
    public double Pca { get; } = Embeddings.Tsne.SameLabel(ByPca, Labels);

    /// <summary>That share on the map of t-SNE.</summary>
    public double Tsne { get; } = Embeddings.Tsne.SameLabel(ByTsne, Labels);

    // Pixels of ordinary drawn digits have few neighbours of their own kind.
    private static readonly Handwriting neat = new(0.1, 0.1, 0.9, 1.05, 0.03, 0.012, 0.03, 0.06, 0.04);

    /// <summary>The first so many digits of MNIST in a folder, or neatly drawn ones, after so many steps.</summary>
    public static DigitMap Of(string? folder, int count, int steps, Action<int>? progress = null)
    {
        SampleSet set = (folder is null ? DrawnDigits.Draw(new RandomStream(8), count, neat) : Mnist.Train(folder))
            .ToSampleSet();
        Matrix<double> X = Matrix<double>.Build.DenseOfColumnArrays(
            Enumerable.Range(0, count).Select(n => Halved(set[n].X)));
        int[] labels = [.. Enumerable.Range(0, count).Select(n => set.Labels[n])];
        Matrix<double> components = Numerics.Pca.Of(X, 2).Project(X);
        var tsne = new Tsne(X, Math.Min(30, count / 5), components);
        tsne.Run(steps, progress);
        return new(labels, components, tsne.Map, Embeddings.Tsne.SameLabel(X, labels));
    }

    private static double[] Halved(double[] pixels) => [.. from i in Enumerable.Range(0, 14)
                                                           from j in Enumerable.Range(0, 14)
                                                           let at = 56 * i + 2 * j
                                                           select (pixels[at] + pixels[at + 1] + pixels[at + 28]
                                                               + pixels[at + 29]) / 4];
}
