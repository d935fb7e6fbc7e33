using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The notes' XOR set: the four corners of the unit square, N/4 times each, and 0.01 · N(0, 1) on every
/// coordinate (S4-124).</summary>
public static class NoisyXor
{
    /// <summary>The corners in the notes' order. // [2 × 4]</summary>
    private static readonly double[,] Corners = { { 0, 0, 1, 1 }, { 0, 1, 0, 1 } };

    /// <summary>Draws the set, corner after corner: labels 0, 1, 1, 0.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N, a multiple of 4; the notes take 100.</param>
    /// <param name="noise">Standard deviation of the blur, ≥ 0; the notes take 0.01.</param>
    /// <exception cref="ArgumentException">The count is no positive multiple of 4, or the blur is
    /// negative.</exception>
    public static LabelledPoints Draw(RandomStream random, int count = 100, double noise = 0.01)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (count % 4 != 0)
        {
            throw new ArgumentException($"Expected a multiple of 4, the same number for each corner; got {count}.",
                nameof(count));
        }

        Spread.Check(noise);
        var x = new double[2, count];
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            int corner = n / (count / 4);
            labels[n] = corner is 1 or 2 ? 1 : 0;
            (x[0, n], x[1, n]) = (random.Normal(Corners[0, corner], noise), random.Normal(Corners[1, corner], noise));
        }

        return new(x, labels, 2);
    }
}
