using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Autoencoders;

/// <summary>Damages a sample in place. // x [D]</summary>
public delegate void Corruption(Span<double> x, RandomStream random);

/// <summary>Ways to damage a sample that an autoencoder is to repair. S4-031, S3-243.</summary>
public static class Corruptions
{
    /// <summary>x + ε with ε normal of deviation σ ≥ 0. S4-031.</summary>
    public static Corruption Noise(double σ) => (x, random) =>
    {
        foreach (ref double value in x)
        {
            value += σ * random.Normal(); // (22.15): x + ε
        }
    };

    /// <summary>m ⊙ x: a square of so many pixels a side, at a place drawn anew, becomes 0. S3-243.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The square does not fit.</exception>
    public static Corruption Hole(ImageShape image, int side)
    {
        if (side < 1 || side > Math.Min(image.Height, image.Width))
        {
            throw new ArgumentOutOfRangeException(
                nameof(side), $"Expected a square of 1 to {Math.Min(image.Height, image.Width)} pixels; got {side}.");
        }

        return (x, random) =>
        {
            (int top, int left) = (random.Below(image.Height - side + 1), random.Below(image.Width - side + 1));
            for (int row = top; row < top + side; row++)
            {
                x.Slice(image.IndexOf(row, left, 0), side * image.Channels).Clear(); // (22.15): m ⊙ x
            }
        };
    }
}

/// <summary>Samples that are damaged anew each time one is read: inputs of training whose targets are the clean
/// ones.</summary>
public sealed class CorruptedSamples(ISamples clean, Corruption corruption, RandomStream random) : ISamples
{
    /// <inheritdoc/>
    public int Count => clean.Count;

    /// <inheritdoc/>
    public int Features => clean.Features;

    /// <inheritdoc/>
    public void CopyTo(int index, Span<double> column)
    {
        clean.CopyTo(index, column);
        corruption(column, random);
    }

    /// <inheritdoc/>
    public void Expect(int index) => clean.Expect(index);
}
