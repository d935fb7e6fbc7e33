using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Images of one size and the class of each.</summary>
public sealed record LabelledImages
{
    /// <summary>Images with their classes.</summary>
    /// <param name="images">The images. // [H·W·C × N]</param>
    /// <param name="labels">The classes, from 0. // [N]</param>
    /// <param name="classes">The names of the classes. // [K]</param>
    /// <exception cref="ArgumentException">Not one label for each image, or a label without a name.</exception>
    public LabelledImages(ByteImages images, IReadOnlyList<int> labels, IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        Require.SameLength(images.Count, nameof(images), labels.Count, nameof(labels));
        (Images, Labels, Classes) = (images, new OneHotLabels(labels, classes.Count).Labels, classes);
    }

    /// <summary>The images.</summary>
    public ByteImages Images { get; }

    /// <summary>The classes. // [N]</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Their names. // [K]</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>N.</summary>
    public int Count => Images.Count;

    /// <summary>Pixels in [0, 1] and one-hot targets, ready for batches.</summary>
    public SampleSet ToSampleSet() => new(Images, Labels, Classes.Count);

    /// <summary>Normalised pixels and one-hot targets, ready for batches: (pixel/255 − mean) / deviation in every
    /// channel (S2-102).</summary>
    public SampleSet ToSampleSet(double mean, double deviation) => new(
        Images.Normalized([.. Enumerable.Repeat(mean, Images.Shape.Channels)],
            [.. Enumerable.Repeat(deviation, Images.Shape.Channels)]),
        Labels,
        Classes.Count);
}
