using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class SeriesAndRatingsTests
{
    [Property(MaxTest = 20)]
    public void Scores_about_three_have_the_rank_of_taste(Seed seed)
    {
        RandomStream random = seed.Stream();
        int rank = 1 + random.Below(4);
        LowRankRatings ratings = LowRankRatings.Draw(random, 12, 15, rank, 0.5);
        Assert.Equal(rank, (Matrix<double>.Build.DenseOfArray(ratings.Scores) - 3).Rank());
    }

    [Fact]
    public void Stars_are_rounded_scores_where_rated()
    {
        LowRankRatings ratings = LowRankRatings.Draw(new RandomStream(3), 80, 100, 3, 0.25);
        int rated = 0;
        for (int i = 0; i < 80; i++)
        {
            for (int u = 0; u < 100; u++)
            {
                int stars = ratings.Stars[i, u];
                rated += stars > 0 ? 1 : 0;
                Assert.True(stars == 0 || stars == Math.Clamp(Math.Round(ratings.Scores[i, u]), 1, 5));
            }
        }

        Assert.Equal(0.25, rated / 8000.0, 0.02); // standard error 0.005
        double variance = ratings.Scores.Cast<double>().Average(s => (s - 3) * (s - 3));
        Assert.Equal(1, variance, 0.35); // three dimensions of 100 tastes and 80 qualities: standard error about 0.1
    }

    [Fact]
    public void A_series_is_trend_and_season_and_remembering_noise()
    {
        SeasonalSeries sharp = SeasonalSeries.Draw(new RandomStream(4), 48, 0.1, 12, 2, 0, 0.5);
        Assert.Equal([.. Enumerable.Range(0, 48).Select(t => 0.1 * t + 2 * Math.Sin(Math.PI * t / 6))], sharp.Values);
        SeasonalSeries series = SeasonalSeries.Draw(new RandomStream(4), 20_000, 0.1, 12, 2, 0.6, 0.8);
        double[] noise = [.. series.Values.Select((v, t) => v - series.Trend[t] - series.Season[t])];
        double variance = noise.Average(e => e * e), lagged = noise.Skip(1).Zip(noise, (a, b) => a * b).Average();
        Assert.Equal(1, variance, 0.1); // 0.6² / (1 − 0.8²) = 1; standard error 0.02
        Assert.Equal(0.8, lagged / variance, 0.02); // standard error 0.004
    }

    [Fact]
    public void The_noise_of_a_series_begins_as_it_goes_on()
    {
        // 0.6² / (1 − 0.8²) = 1 from the first step on; 4,000 first steps know it to 0.022.
        double[] first = [.. Enumerable.Range(0, 4000)
            .Select(seed => SeasonalSeries.Draw(new RandomStream((ulong)seed), 1, 0, 12, 0, 0.6, 0.8).Values[0])];
        Assert.Equal(1, first.Average(e => e * e), 0.1);
    }

    [Fact]
    public void Numbers_outside_their_range_are_named()
    {
        var random = new RandomStream(1);
        Assert.Contains(
            "got 1",
            Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalSeries.Draw(random, 9, 0, 2, 1, 0, 1)).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalSeries.Draw(random, 9, 0, 0, 1, 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => LowRankRatings.Draw(random, 2, 2, 1, 1.5));
    }
}
