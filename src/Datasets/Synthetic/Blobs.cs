using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Normal clouds around given centres, which a linear model separates when the centres are far enough
/// apart.</summary>
public static class Blobs
{
    /// <summary>Draws points from the clouds in turn.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="centers">The middle of each class, one per column. // [D × K]</param>
    /// <param name="count">N ≥ K.</param>
    /// <param name="deviation">Standard deviation of every coordinate, ≥ 0.</param>
    /// <exception cref="ArgumentException">There is no centre, a centre is not finite, a class stays empty, or the
    /// deviation is negative.</exception>
    public static LabelledPoints Draw(RandomStream random, double[,] centers, int count, double deviation)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(centers);
        Require.NotEmpty(centers.Length, nameof(centers));
        Require.Finite(centers);
        (int dimension, int classes) = (centers.GetLength(0), centers.GetLength(1));
        ArgumentOutOfRangeException.ThrowIfLessThan(count, classes);
        Spread.Check(deviation);
        var x = new double[dimension, count];
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = n % classes;
            for (int i = 0; i < dimension; i++)
            {
                x[i, n] = random.Normal(centers[i, labels[n]], deviation);
            }
        }

        return new(x, labels, classes);
    }
}
