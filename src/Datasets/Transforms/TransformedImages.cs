using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// The images of another set, transformed whenever one is asked for: nothing is copied, and random steps differ each
/// time, so every epoch sees other images
/// (S4-063: length and transform of the notes' image set). Not thread-safe.
/// </summary>
public sealed class TransformedImages : IImages, ISamples
{
    private readonly IImages _source;
    private readonly IImageTransform _transform;
    private readonly RandomStream _random;
    private readonly PixelBuffer _loaded = new(new ImageShape(1, 1, 1)), _done = new(new ImageShape(1, 1, 1));

    /// <summary>Images under a transform; the first one is loaded to learn the resulting shape.</summary>
    /// <exception cref="ArgumentException">There are no images, or the transform cannot work on the first.</exception>
    public TransformedImages(IImages source, IImageTransform transform, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(transform);
        ArgumentNullException.ThrowIfNull(random);
        Require.NotEmpty(source.Count, nameof(source));
        (_source, _transform, _random) = (source, transform, random);
        source.Load(0, _loaded);
        Shape = transform.Resulting(_loaded.Shape);
    }

    /// <summary>The shape of every transformed image.</summary>
    public ImageShape Shape { get; }

    /// <inheritdoc cref="IImages.Count"/>
    public int Count => _source.Count;

    /// <inheritdoc/>
    public int Features => Shape.Length;

    /// <inheritdoc/>
    public void Load(int index, PixelBuffer into)
    {
        _source.Load(index, _loaded);
        _transform.Apply(_loaded, into, _random);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">This image has another shape than the first: put a
    /// <see cref="Resize"/> before.</exception>
    public void CopyTo(int index, Span<double> column)
    {
        Sample.Fits(column, Features);
        Load(index, _done);
        if (_done.Shape != Shape)
        {
            throw new InvalidOperationException(
                $"Expected every image to become {Shape} as the first does; image {index} became {_done.Shape}. "
                    + $"Resize before batching.");
        }

        _done.Values.CopyTo(column);
    }
}
