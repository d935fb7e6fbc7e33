using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Arms of a spiral, one a class: every line through the plane cuts every class.</summary>
public static class Spirals
{
    /// <summary>Draws K arms: at radius t, uniform in [0.05, 1), arm k stands at the angle 2π(turns · t +
    /// k/K).</summary>
    /// <param name="random">The stream.</param>
    /// <param name="classes">K ≥ 2.</param>
    /// <param name="count">N ≥ K.</param>
    /// <param name="turns">Turns of an arm, finite.</param>
    /// <param name="noise">Standard deviation of the blur, ≥ 0.</param>
    /// <exception cref="ArgumentException">Too few classes or points, turns that are not finite, or a negative
    /// blur.</exception>
    public static LabelledPoints Draw(RandomStream random, int classes, int count, double turns, double noise)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, classes);
        Require.Finite(turns);
        Spread.Check(noise);
        var x = new double[2, count];
        var labels = new int[count];
        for (int n = 0; n < count; n++)
        {
            labels[n] = n % classes;
            double t = random.Uniform(0.05, 1);
            (double sin, double cos) = Math.SinCos(2 * Math.PI * (turns * t + (double)labels[n] / classes));
            (x[0, n], x[1, n]) = (random.Normal(t * cos, noise), random.Normal(t * sin, noise));
        }

        return new(x, labels, classes);
    }
}
