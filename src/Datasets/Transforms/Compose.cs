using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// Steps one after the other: f_n ∘ … ∘ f_1, the first in the list comes first (S4-061).
/// Not thread-safe: it keeps buffers between steps.
/// </summary>
public sealed class Compose : IImageTransform
{
    private readonly IImageTransform[] _steps;
    private readonly PixelBuffer[] _between = [new(new ImageShape(1, 1, 1)), new(new ImageShape(1, 1, 1))];

    /// <summary>These steps, in this order.</summary>
    /// <exception cref="ArgumentException">There is no step.</exception>
    public Compose(params IReadOnlyList<IImageTransform> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        Require.NotEmpty(steps.Count, nameof(steps));
        _steps = [.. steps];
    }

    /// <inheritdoc/>
    public ImageShape Resulting(ImageShape shape) => _steps.Aggregate(shape, (s, step) => step.Resulting(s));

    /// <inheritdoc/>
    public void Apply(PixelBuffer from, PixelBuffer to, RandomStream random)
    {
        for (int i = 0; i < _steps.Length; i++)
        {
            PixelBuffer next = i == _steps.Length - 1 ? to : _between[i % 2];
            _steps[i].Apply(from, next, random);
            from = next;
        }
    }
}
