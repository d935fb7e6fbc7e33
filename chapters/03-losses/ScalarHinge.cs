namespace Reference.Losses;

/// <summary>The hinge loss of scores with labels −1 and 1: no loss once a sample is right by a margin of 1.</summary>
public static class ScalarHinge
{
    /// <summary>The mean hinge loss (1/N) Σₙ max(0, 1 − yₙ sₙ), (3.28).</summary>
    /// <param name="s">Scores w·x + b. // [N]</param>
    /// <param name="y">Labels, −1 or 1. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, a label outside {−1, 1}, or a score that is not finite.</exception>
    public static double Mean(double[] s, double[] y)
    {
        Targets.Pair(s, y, nameof(s), nameof(y));
        Targets.TwoValues(y, -1, 1);
        double sum = 0;
        for (int n = 0; n < s.Length; n++)
        {
            sum += Math.Max(0, 1 - y[n] * s[n]); // (3.28)
        }

        return sum / s.Length;
    }

    /// <summary>∂Mean/∂sₙ = −yₙ / N where yₙ sₙ &lt; 1, else 0, (3.28). At the kink itself we take 0.</summary>
    /// <inheritdoc cref="Mean"/>
    public static double[] Gradient(double[] s, double[] y)
    {
        Targets.Pair(s, y, nameof(s), nameof(y));
        Targets.TwoValues(y, -1, 1);
        var ds = new double[s.Length];
        for (int n = 0; n < s.Length; n++)
        {
            ds[n] = y[n] * s[n] < 1 ? -y[n] / s.Length : 0; // (3.28)
        }

        return ds;
    }
}
