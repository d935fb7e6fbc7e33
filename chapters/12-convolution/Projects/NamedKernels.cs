namespace Reference.Convolutions;

/// <summary>Kernels made by hand. S2-152, S4-161, S4-186.</summary>
public static class NamedKernels
{
    /// <summary>Sobel's kernel for vertical edges, as in S4-161: light on the left, dark on the right.</summary>
    public static double[,] SobelX { get; } = { { 1, 0, -1 }, { 2, 0, -2 }, { 1, 0, -1 } };

    /// <summary>The same for horizontal edges.</summary>
    public static double[,] SobelY { get; } = { { 1, 2, 1 }, { 0, 0, 0 }, { -1, -2, -1 } };

    /// <summary>A ring, 7 × 7, for the loop of a 9: its numbers sum to 0.</summary>
    public static double[,] Loop { get; } = Balanced((i, j) => Math.Abs(Math.Sqrt(i * i + j * j) - 3) < 0.75);

    /// <summary>An upright stroke.</summary>
    public static double[,] Upright { get; } = Balanced((_, j) => j == 0);

    /// <summary>A stroke from the upper right to the lower left.</summary>
    public static double[,] Diagonal { get; } = Balanced((i, j) => i + j == 0);

    // 1 on the stroke, and off it what brings the sum to 0.
    private static double[,] Balanced(Func<int, int, bool> stroke)
    {
        var kernel = new double[7, 7];
        int on = Enumerable.Range(0, 49).Count(k => stroke(k / 7 - 3, k % 7 - 3));
        for (int k = 0; k < 49; k++)
        {
            kernel[k / 7, k % 7] = stroke(k / 7 - 3, k % 7 - 3) ? 1.0 / on : -1.0 / (49 - on);
        }

        return kernel;
    }
}
