using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>A transform of an image. Random transforms draw anew for every image.</summary>
public interface IImageTransform
{
    /// <summary>The shape of the result for an image of this shape.</summary>
    /// <exception cref="ArgumentException">The step cannot work on this shape.</exception>
    ImageShape Resulting(ImageShape shape);

    /// <summary>Writes the transformed image; <paramref name="to"/> takes the resulting shape.</summary>
    /// <param name="from">The image; stays as it is.</param>
    /// <param name="to">Another buffer.</param>
    /// <param name="random">The stream of random transforms.</param>
    /// <exception cref="ArgumentException">The step cannot work on this shape.</exception>
    void Apply(PixelBuffer from, PixelBuffer to, RandomStream random);
}
