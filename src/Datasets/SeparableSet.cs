using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Points that a hyperplane separates with a known margin, as the perceptron's convergence theorem
/// assumes.</summary>
/// <param name="X">The points, one per column. // [D × N]</param>
/// <param name="Labels">1 on the positive side, 0 on the other. // [N]</param>
/// <param name="Normal">The unit normal w* of the separating hyperplane. // [D]</param>
/// <param name="Bias">Its bias b*.</param>
/// <param name="Margin">Every point is at least this far from the hyperplane.</param>
public sealed record SeparableSet(double[,] X, int[] Labels, double[] Normal, double Bias, double Margin)
{
    /// <summary>Draws points from [−1, 1]ᴰ and keeps those outside the margin of a random hyperplane.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="dimension">D ≥ 1.</param>
    /// <param name="count">N ≥ 1.</param>
    /// <param name="margin">The least distance to the hyperplane, in (0, 0.5].</param>
    /// <exception cref="ArgumentOutOfRangeException">A size is not positive or the margin lies outside (0,
    /// 0.5].</exception>
    public static SeparableSet Draw(RandomStream random, int dimension, int count, double margin)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dimension);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        if (margin is not (> 0 and <= 0.5))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), $"Expected a margin in (0, 0.5]; got {margin}.");
        }

        double[] normal = random.Normals(dimension);
        double length = Math.Sqrt(normal.Sum(v => v * v));
        normal = [.. normal.Select(v => v / length)];
        double bias = random.Uniform(-0.25, 0.25);

        var x = new double[dimension, count];
        var labels = new int[count];
        for (int n = 0; n < count;)
        {
            double[] point = random.Uniforms(dimension, -1, 1);
            double distance = bias + point.Zip(normal, (p, w) => p * w).Sum();
            if (Math.Abs(distance) < margin)
            {
                continue;
            }

            for (int i = 0; i < dimension; i++)
            {
                x[i, n] = point[i];
            }

            labels[n] = distance > 0 ? 1 : 0;
            n++;
        }

        return new(x, labels, normal, bias, margin);
    }
}
