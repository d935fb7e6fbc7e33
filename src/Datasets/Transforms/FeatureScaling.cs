using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// Scales every feature: (x − shift) / scale. Both come from the training samples alone: statistics of the validation
/// samples would leak into training. A constant feature becomes 0.
/// </summary>
public sealed class FeatureScaling
{
    private readonly double[] _shift, _scale;

    private FeatureScaling(double[] shift, double[] scale)
    {
        Require.Finite(scale, "the spread of a feature");
        (_shift, _scale) = (shift, [.. scale.Select(s => s > 0 ? s : 1)]);
    }

    /// <summary>The shift of each feature. // [D]</summary>
    public IReadOnlyList<double> Shift => _shift;

    /// <summary>The scale of each feature. // [D]</summary>
    public IReadOnlyList<double> Scale => _scale;

    /// <summary>Min-max: the training samples fill [0, 1].</summary>
    /// <exception cref="ArgumentException">There are no samples, or a number is not finite.</exception>
    public static FeatureScaling MinMax(ISamples train)
    {
        double[][] x = Columns(train);
        double[] least = [.. x[0]], most = [.. x[0]];
        foreach (double[] column in x)
        {
            for (int i = 0; i < column.Length; i++)
            {
                (least[i], most[i]) = (Math.Min(least[i], column[i]), Math.Max(most[i], column[i]));
            }
        }

        // A range within ten roundings of the numbers, 2⁻⁵² each, is no spread.
        return new(least, [.. most.Zip(least, (high, low) =>
            high - low <= 10 * Math.ScaleB(Math.Max(-low, high), -52) ? 0 : high - low)]);
    }

    /// <summary>z-score: the training samples get mean 0 and standard deviation 1 (that of the samples, divided by
    /// N).</summary>
    /// <exception cref="ArgumentException">There are no samples, or a number is not finite.</exception>
    public static FeatureScaling ZScore(ISamples train)
    {
        double[][] x = Columns(train);
        // Differences of close numbers are not rounded, wherever they lie: the first sample is the origin.
        double[] shift = [.. x[0].Select((first, i) => x.Average(column => column[i] - first))];
        double[] mean = [.. x[0].Zip(shift, (first, m) => first + m)];
        double[] deviation = [.. shift.Select((m, i) =>
            Kernels.Norm([.. x.Select(column => column[i] - x[0][i] - m)]) / Math.Sqrt(x.Length))];
        // A deviation within N roundings of the mean, 2⁻⁵² each, is no spread.
        return new(mean, [.. deviation.Zip(mean, (d, m) => d <= x.Length * Math.ScaleB(Math.Abs(m), -52) ? 0 : d)]);
    }

    /// <summary>Scales a sample in place. // [D]</summary>
    /// <exception cref="ArgumentException">Not D numbers.</exception>
    public void Apply(Span<double> column)
    {
        Sample.Fits(column, _shift.Length);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = (column[i] - _shift[i]) / _scale[i];
        }
    }

    /// <summary>Undoes the scaling in place. // [D]</summary>
    /// <exception cref="ArgumentException">Not D numbers.</exception>
    public void Invert(Span<double> column)
    {
        Sample.Fits(column, _shift.Length);
        for (int i = 0; i < column.Length; i++)
        {
            column[i] = column[i] * _scale[i] + _shift[i];
        }
    }

    /// <summary>The samples of a set, scaled on access.</summary>
    /// <exception cref="ArgumentException">Other features than the training samples'.</exception>
    public ISamples Of(ISamples samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        Require.SameLength(_shift.Length, nameof(Shift), samples.Features, nameof(samples));
        return new Scaled(samples, this);
    }

    private static double[][] Columns(ISamples train)
    {
        ArgumentNullException.ThrowIfNull(train);
        Require.NotEmpty(train.Count, nameof(train));
        return [.. Enumerable.Range(0, train.Count).Select(n =>
        {
            var column = new double[train.Features];
            train.CopyTo(n, column);
            Require.Finite(column, nameof(train));
            return column;
        })];
    }

    private sealed class Scaled(ISamples samples, FeatureScaling scaling) : ISamples
    {
        public int Count => samples.Count;

        public int Features => samples.Features;

        public void CopyTo(int index, Span<double> column)
        {
            samples.CopyTo(index, column);
            scaling.Apply(column);
        }
    }
}
