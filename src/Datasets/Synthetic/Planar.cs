using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>What the sets in the plane have in common: classes in turn, each point blurred.</summary>
internal static class Planar
{
    /// <summary>N points whose classes follow each other 0, 1, …, K − 1, 0, …, so that class sizes differ by one at
    /// most.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="classes">K.</param>
    /// <param name="count">N.</param>
    /// <param name="noise">Standard deviation of the normal blur of each coordinate.</param>
    /// <param name="place">The sharp place of a point of a class.</param>
    public static LabelledPoints Draw(RandomStream random, int classes, int count, double noise, Func<int,
        (double X, double Y)> place)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, classes);
        Spread.Check(noise);
        var x = new double[2, count];
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = n % classes;
            (double first, double second) = place(labels[n]);
            (x[0, n], x[1, n]) = (random.Normal(first, noise), random.Normal(second, noise));
        }

        return new(x, labels, classes);
    }
}
