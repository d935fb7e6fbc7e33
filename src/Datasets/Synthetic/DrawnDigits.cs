using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Drawn digits, 28×28 and grey, white on black as in MNIST: training images where no data set is at
/// hand.</summary>
public static class DrawnDigits
{
    /// <summary>Height and width.</summary>
    public const int Side = 28;

    /// <summary>The names of the ten classes.</summary>
    public static IReadOnlyList<string> Classes { get; } = [.. Enumerable.Range(0, 10).Select(digit => $"{digit}")];

    /// <summary>Draws digits, all ten equally likely.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N ≥ 1.</param>
    /// <param name="hand">How they are written; <see cref="Handwriting.Ordinary"/> when null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public static LabelledImages Draw(RandomStream random, int count, Handwriting? hand = null)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        hand ??= Handwriting.Ordinary;
        var shape = new ImageShape(Side, Side, 1);
        var pixels = new byte[checked(count * shape.Length)];
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Below(10))];
        for (int n = 0; n < count; n++)
        {
            Draw(random, labels[n], hand, pixels.AsSpan(n * shape.Length, shape.Length));
        }

        return new(new ByteImages(pixels, shape), labels, Classes);
    }

    private static void Draw(RandomStream random, int digit, Handwriting hand, Span<byte> image)
    {
        IReadOnlyList<PenStroke[]> ways = DigitStrokes.Ways[digit];
        PenStroke[] strokes = hand.Write(ways[random.Below(ways.Count)], random);
        double pen = random.Uniform(hand.ThinnestPen, hand.ThickestPen);
        double reach = pen + 1.0 / Side; // a stroke further away leaves no ink
        for (int row = 0; row < Side; row++)
        {
            for (int column = 0; column < Side; column++)
            {
                (double x, double y) = ((column + 0.5) / Side, (row + 0.5) / Side);
                double distance = double.PositiveInfinity;
                foreach (PenStroke stroke in strokes)
                {
                    distance = Math.Min(distance, stroke.DistanceTo(x, y, reach));
                }

                // One pixel wide, the edge of the line fades from white to black.
                double ink = Math.Clamp(0.5 + (pen - distance) * Side, 0, 1) + random.Normal(0, hand.Noise);
                image[row * Side + column] = (byte)Math.Clamp(Math.Round(255 * ink), 0, 255);
            }
        }
    }
}
