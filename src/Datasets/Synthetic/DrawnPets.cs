using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// Faces that stand in for the notes' cats and dogs: pointed ears that stand up, or round ones that hang.
/// Colour, size, place and tilt are independent of the class.
/// </summary>
public static class DrawnPets
{
    /// <summary>The classes in alphabetical order, as folders would give them (S0-127).</summary>
    public static IReadOnlyList<string> Classes { get; } = ["cats", "dogs"];

    /// <summary>Draws faces in colour, cats and dogs in turn.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N ≥ 1.</param>
    /// <param name="side">Height and width in pixels, ≥ 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">No image, or images too small to show an ear.</exception>
    public static LabelledImages Draw(RandomStream random, int count, int side = 32)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(side, 8);
        var shape = new ImageShape(side, side, 3);
        var pixels = new byte[checked(count * shape.Length)];
        int[] labels = [.. Enumerable.Range(0, count).Select(n => n % 2)];
        for (int n = 0; n < count; n++)
        {
            Draw(random, isDog: labels[n] == 1, side, pixels.AsSpan(n * shape.Length, shape.Length));
        }

        return new(new ByteImages(pixels, shape), labels, Classes);
    }

    private static void Draw(RandomStream random, bool isDog, int side, Span<byte> image)
    {
        double[] fur = random.Uniforms(3, 0.5, 0.95), ground = random.Uniforms(3, 0, 0.3);
        double[] ear = [.. fur.Select(c => 0.7 * c)];
        double[] dark = [0.05, 0.05, 0.05];
        (double sin, double cos) = Math.SinCos(random.Uniform(-0.35, 0.35));
        (double centerX, double centerY) = (random.Uniform(0.42, 0.58), random.Uniform(0.45, 0.6));
        double size = random.Uniform(0.75, 1.1);
        for (int row = 0; row < side; row++)
        {
            for (int column = 0; column < side; column++)
            {
                double right = ((column + 0.5) / side - centerX) / size, down = ((row + 0.5) / side - centerY) / size;
                (double x, double y) = (cos * right + sin * down, cos * down - sin * right);
                double[] color = Part(Math.Abs(x), y, isDog) switch
                    { 'e' => ear, 'f' => fur, 'd' => dark, _ => ground };
                for (int channel = 0; channel < 3; channel++)
                {
                    image[(row * side + column) * 3 + channel] =
                        (byte)Math.Clamp(Math.Round(255 * (color[channel] + random.Normal(0, 0.03))), 0, 255);
                }
            }
        }
    }

    // The face is symmetric: x is the distance from its middle line, y points down, the head is an ellipse around (0,
    // 0).
    private static char Part(double x, double y, bool isDog) => (x, y) switch
    {
        _ when Inside(x - 0.11, y + 0.05, 0.035, 0.04) || Inside(x, y - 0.1, 0.05, 0.035) => 'd',
        _ when isDog && Inside(x - 0.27, y - 0.02, 0.07, 0.2) => 'e',
        _ when Inside(x, y, 0.27, 0.25) => 'f',
        _ when !isDog && y is > -0.42 and < -0.1 && Math.Abs(x - 0.19) < 0.32 * (y + 0.42) => 'e',
        _ => 'g',
    };

    private static bool Inside(double x, double y, double radiusX, double radiusY) =>
        x * x / (radiusX * radiusX) + y * y / (radiusY * radiusY) <= 1;
}
