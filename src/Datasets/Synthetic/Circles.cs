using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>A circle inside a circle: separable by the radius, by no line.</summary>
public static class Circles
{
    /// <summary>Draws the outer circle (class 0, radius 1) and the inner one (class 1).</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N ≥ 2.</param>
    /// <param name="innerRadius">In (0, 1).</param>
    /// <param name="noise">Standard deviation of the blur, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few points, a radius outside (0, 1), or a negative
    /// blur.</exception>
    public static LabelledPoints Draw(RandomStream random, int count, double innerRadius, double noise)
    {
        if (innerRadius is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(innerRadius),
                $"Expected a radius in (0, 1); got {innerRadius}.");
        }

        return Planar.Draw(random, 2, count, noise, label =>
        {
            (double sin, double cos) = Math.SinCos(random.Uniform(0, 2 * Math.PI));
            double radius = label == 0 ? 1 : innerRadius;
            return (radius * cos, radius * sin);
        });
    }
}
