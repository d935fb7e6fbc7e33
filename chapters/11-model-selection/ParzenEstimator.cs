using Reference.Activations;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>
/// A density on [low, high] from observations: the mean of a wide normal density in the middle and one about each
/// observation, all cut off at the bounds, (11.7), (11.8). S2-136.
/// </summary>
public sealed class ParzenEstimator
{
    private readonly double[] _mean, _deviation, _inside;
    private readonly double _low, _high;

    /// <summary>Observations inside the bounds, as many as there are, even none. // z [n]</summary>
    public ParzenEstimator(double[] z, double low, double high)
    {
        if (!(low < high) || !double.IsFinite(high - low) || z.Any(v => !(v >= low && v <= high)))
        {
            throw new ArgumentException(
                $"Expected observations inside bounds with low < high; got [{string.Join(", ", z)}] and [{low}, "
                    + $"{high}].", nameof(z));
        }

        (_low, _high) = (low, high);
        double middle = (low + high) / 2, widest = high - low, least = widest / Math.Min(100, z.Length + 2);
        double[] sorted = [.. z.Append(middle).Order()];
        int prior = Array.IndexOf(sorted, middle);
        double Gap(int i) => i >= 0 && i < sorted.Length - 1 ? sorted[i + 1] - sorted[i] : 0;
        _mean = sorted;
        _deviation = [.. sorted.Select((_, i) =>
            i == prior ? widest : Math.Clamp(Math.Max(Gap(i - 1), Gap(i)), least, widest))]; // (11.8)
        _inside = [.. sorted.Select((m, i) => Normal(high, m, _deviation[i]) - Normal(low, m, _deviation[i]))];
    }

    /// <summary>The density at a place inside the bounds, (11.7).</summary>
    public double Density(double z) => Mixture(i =>
        NormalDistribution.Density((z - _mean[i]) / _deviation[i]) / _deviation[i] / _inside[i]); // (11.7)

    /// <summary>The probability of [from, to] inside the bounds: of a whole number k, [k − ½, k + ½],
    /// (11.9).</summary>
    public double Probability(double from, double to) => Mixture(i =>
        (Normal(to, _mean[i], _deviation[i]) - Normal(from, _mean[i], _deviation[i])) / _inside[i]); // (11.9)

    /// <summary>A draw: one of the normal densities, again until it falls inside the bounds.</summary>
    public double Draw(RandomStream random)
    {
        int i = random.Below(_mean.Length);
        while (true)
        {
            double z = random.Normal(_mean[i], _deviation[i]);
            if (z >= _low && z <= _high)
            {
                return z;
            }
        }
    }

    private double Mixture(Func<int, double> component)
    {
        double sum = 0;
        for (int i = 0; i < _mean.Length; i++)
        {
            sum += component(i);
        }

        return sum / _mean.Length;
    }

    private static double Normal(double z, double mean, double deviation) =>
        NormalDistribution.Cumulative((z - mean) / deviation);
}
