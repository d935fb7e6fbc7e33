using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>Points around a line, or around a plane in more dimensions: what linear regression must find
/// again.</summary>
/// <param name="X">The inputs, one a column. // [D × N]</param>
/// <param name="Y">The targets. // [N]</param>
/// <param name="Weights">The slopes w. // [D]</param>
/// <param name="Bias">The intercept b.</param>
/// <param name="Noise">Standard deviation of y around w·x + b.</param>
public sealed record NoisyLine(double[,] X, double[] Y, double[] Weights, double Bias, double Noise)
{
    /// <summary>Draws inputs from [−1, 1)ᴰ and targets y = w·x + b + ε with ε ~ N(0, noise²).</summary>
    /// <param name="random">The stream.</param>
    /// <param name="weights">w, one a dimension. // [D]</param>
    /// <param name="bias">b.</param>
    /// <param name="count">N ≥ 1.</param>
    /// <param name="noise">≥ 0.</param>
    /// <exception cref="ArgumentException">A size is not positive, a number is not finite, or the noise is
    /// negative.</exception>
    public static NoisyLine Draw(RandomStream random, double[] weights, double bias, int count, double noise)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentNullException.ThrowIfNull(weights);
        Require.NotEmpty(weights.Length, nameof(weights));
        Require.Finite(weights);
        Require.Finite(bias);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        Spread.Check(noise);
        var x = new double[weights.Length, count];
        var y = new double[count];
        for (int n = 0; n < count; n++)
        {
            y[n] = random.Normal(bias, noise);
            for (int i = 0; i < weights.Length; i++)
            {
                x[i, n] = random.Uniform(-1, 1);
                y[n] += weights[i] * x[i, n];
            }
        }

        return new(x, y, [.. weights], bias, noise);
    }

    /// <summary>The same as inputs and targets, ready for batches.</summary>
    public SampleSet ToSampleSet()
    {
        var y = new double[1, Y.Length];
        Buffer.BlockCopy(Y, 0, y, 0, sizeof(double) * Y.Length);
        return new(new ColumnSamples(X), new ColumnSamples(y));
    }
}
