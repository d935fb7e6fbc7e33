using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Images that are read from their files on access, and the class of each.</summary>
public sealed class ImageFiles : IImages
{
    private readonly int _channels;

    /// <summary>A list of files.</summary>
    /// <param name="paths">The files. // [N]</param>
    /// <param name="labels">The class of each, from 0. // [N]</param>
    /// <param name="classes">The names of the classes. // [K]</param>
    /// <param name="channels">1 for grey, 3 for colour: every image is converted.</param>
    /// <exception cref="ArgumentException">Not one label for each file, a label without a name, or another number of
    /// channels.</exception>
    public ImageFiles(IReadOnlyList<string> paths, IReadOnlyList<int> labels, IReadOnlyList<string> classes,
        int channels = 3)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(classes);
        Require.SameLength(paths.Count, nameof(paths), labels.Count, nameof(labels));
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), $"Expected 1 channel or 3; got {channels}.");
        }

        (Paths, Labels, Classes, _channels) = (paths, new OneHotLabels(labels, classes.Count).Labels, classes,
            channels);
    }

    /// <summary>The files. // [N]</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The classes. // [N]</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Their names. // [K]</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public int Count => Paths.Count;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The file is damaged, or of a kind that is not read.</exception>
    public void Load(int index, PixelBuffer into)
    {
        Sample.Within(index, Count);
        ArgumentNullException.ThrowIfNull(into);
        Picture picture = PictureFile.Read(Paths[index]).WithChannels(_channels);
        into.Reshape(picture.Shape);
        for (int i = 0; i < picture.Pixels.Length; i++)
        {
            into.Values[i] = picture.Pixels[i] / 255.0;
        }
    }

    /// <summary>The files of these indices, in this order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index is outside the set.</exception>
    public ImageFiles At(IReadOnlyList<int> indices)
    {
        ArgumentNullException.ThrowIfNull(indices);
        foreach (int index in indices)
        {
            Sample.Within(index, Count, nameof(indices));
        }

        return new([.. indices.Select(i => Paths[i])], [.. indices.Select(i => Labels[i])], Classes, _channels);
    }
}
