using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Two half circles that reach into each other: no line separates them, a small hidden layer does.</summary>
public static class Moons
{
    /// <summary>Draws both moons: (cos t, sin t) for class 0 and (1 − cos t, ½ − sin t) for class 1, t uniform in [0,
    /// π).</summary>
    /// <param name="random">The stream.</param>
    /// <param name="count">N ≥ 2.</param>
    /// <param name="noise">Standard deviation of the blur, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too few points, or a negative blur.</exception>
    public static LabelledPoints Draw(RandomStream random, int count, double noise) =>
        Planar.Draw(random, 2, count, noise, label =>
    {
        (double sin, double cos) = Math.SinCos(random.Uniform(0, Math.PI));
        return label == 0 ? (cos, sin) : (1 - cos, 0.5 - sin);
    });
}
