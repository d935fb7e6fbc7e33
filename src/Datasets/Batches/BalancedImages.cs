using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// Balances classes of unequal size: all images, followed by transformed copies of images of the smaller classes. Not
/// thread-safe.
/// </summary>
public sealed class BalancedImages : IImages
{
    private readonly IImages _images;
    private readonly IImageTransform _augmentation;
    private readonly RandomStream _random;
    private readonly int[] _origins;
    private readonly PixelBuffer _original = new(new ImageShape(1, 1, 1));

    /// <summary>Balances a set. Within a class the images take turns, so that none is copied twice before all are
    /// copied once.</summary>
    /// <param name="images">The images. // N</param>
    /// <param name="labels">Their classes. // [N]</param>
    /// <param name="augmentation">The transform of the copies, such as small rotations and shifts.</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="ArgumentException">There are no images, or not one label for each.</exception>
    public BalancedImages(IImages images, IReadOnlyList<int> labels, IImageTransform augmentation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(images);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(augmentation);
        ArgumentNullException.ThrowIfNull(random);
        Require.NotEmpty(images.Count, nameof(images));
        Require.SameLength(images.Count, nameof(images), labels.Count, nameof(labels));
        (_images, _augmentation, _random) = (images, augmentation, random);
        int[][] classes = [.. Enumerable.Range(0, labels.Count).GroupBy(i => labels[i])
            .OrderBy(members => members.Key).Select(members => members.ToArray())];
        int largest = classes.Max(members => members.Length);
        foreach (int[] members in classes)
        {
            random.Shuffle(members.AsSpan());
        }

        _origins =
        [
            .. Enumerable.Range(0, labels.Count),
            .. classes.SelectMany(members =>
                Enumerable.Range(0, largest - members.Length).Select(k => members[k % members.Length])),
        ];
        Labels = [.. _origins.Select(origin => labels[origin])];
    }

    /// <summary>Of the originals and then of the copies.</summary>
    public IReadOnlyList<int> Labels { get; }

    /// <summary>The index of the image that each is or is a copy of.</summary>
    public IReadOnlyList<int> Origins => _origins;

    /// <inheritdoc/>
    public int Count => _origins.Length;

    /// <inheritdoc/>
    public void Load(int index, PixelBuffer into)
    {
        Sample.Within(index, Count);
        if (index < _images.Count)
        {
            _images.Load(index, into);
            return;
        }

        _images.Load(_origins[index], _original);
        _augmentation.Apply(_original, into, _random);
    }
}
