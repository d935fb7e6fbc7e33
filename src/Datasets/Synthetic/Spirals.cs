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
    /// <param name="turns">How often an arm goes round, finite.</param>
    /// <param name="noise">Standard deviation of the blur, ≥ 0.</param>
    /// <exception cref="ArgumentException">Too few classes or points, turns that are not finite, or a negative
    /// blur.</exception>
    public static LabelledPoints Draw(RandomStream random, int classes, int count, double turns, double noise)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 2);
        Require.Finite(turns);
        return Planar.Draw(random, classes, count, noise, label =>
        {
            double t = random.Uniform(0.05, 1);
            (double sin, double cos) = Math.SinCos(2 * Math.PI * (turns * t + (double)label / classes));
            return (t * cos, t * sin);
        });
    }
}
