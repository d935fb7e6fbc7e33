using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>A time series with a trend, a season and autocorrelated noise.</summary>
/// <param name="Values">trend + season + noise at t = 0, 1, … // [T]</param>
/// <param name="Trend">slope · t. // [T]</param>
/// <param name="Season">amplitude · sin(2πt / period). // [T]</param>
public sealed record SeasonalSeries(double[] Values, double[] Trend, double[] Season)
{
    /// <summary>Draws a series; its noise is e_t = memory · e_(t−1) + N(0, noise²), starting in its stationary
    /// state.</summary>
    /// <param name="random">The stream.</param>
    /// <param name="length">T ≥ 1.</param>
    /// <param name="slope">Rise per step.</param>
    /// <param name="period">Steps a season, > 0.</param>
    /// <param name="amplitude">Half the height of the season.</param>
    /// <param name="noise">Standard deviation of each step's new noise, ≥ 0.</param>
    /// <param name="memory">The autocorrelation of the noise at lag 1, in (−1, 1).</param>
    /// <exception cref="ArgumentException">A number lies outside its range.</exception>
    public static SeasonalSeries Draw(RandomStream random, int length, double slope, double period, double amplitude,
        double noise, double memory)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Require.Finite(slope);
        Require.Positive(period);
        Require.Finite(amplitude);
        Spread.Check(noise);
        if (memory is not (> -1 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(memory),
                $"Expected a memory in (−1, 1), or the noise grows without bound; got {memory}.");
        }

        double[] trend = [.. Enumerable.Range(0, length).Select(t => slope * t)];
        double[] season = [.. Enumerable.Range(0, length).Select(t => amplitude * Math.Sin(2 * Math.PI * t / period))];
        var values = new double[length];
        double e = random.Normal(0, noise / Math.Sqrt(1 - memory * memory));
        for (int t = 0; t < length; t++)
        {
            values[t] = trend[t] + season[t] + e;
            e = random.Normal(memory * e, noise);
        }

        return new(values, trend, season);
    }
}
