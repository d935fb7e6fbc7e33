using Reference.Numerics;

namespace Reference.Activations;

/// <summary>The notes' listing of the logistic function over a range of scores, S4-094.</summary>
public static class SampledSigmoid
{
    /// <summary>The numbers start, start + step, … below end, S4-094: like <c>torch.arange</c>, the end itself is not among them.</summary>
    /// <exception cref="ArgumentException">The step is not positive, the end does not lie beyond the start, or a number is not finite.</exception>
    public static double[] Range(double start, double end, double step)
    {
        Require.Finite(start);
        Require.Positive(step);
        if (!(end > start) || !double.IsFinite(end))
        {
            throw new ArgumentOutOfRangeException(nameof(end), $"Expected a finite end beyond the start {start}; got {end}.");
        }

        // Multiples of the step, not sums of it: 2000 additions of 0.1 would drift.
        var values = new double[(int)Math.Ceiling((end - start) / step)];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = start + i * step;
        }

        return values;
    }

    /// <summary>The notes' 2000 scores from −100 to 99.9.</summary>
    public static double[] Scores() => Range(-100, 100, 0.1);
}
