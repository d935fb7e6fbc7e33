using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>Targets that scatter normally around a line, y = wx + b + ε with ε ~ N(0, s²): the assumption from which squared error follows. S4-068.</summary>
public static class GaussianNoise
{
    /// <summary>−ln p(y | x) = N/(2s²) · L(w, b) + N ln(s√(2π)), (6.4): the least squares are the most likely line. S4-068.</summary>
    /// <param name="w">Weight.</param>
    /// <param name="b">Bias.</param>
    /// <param name="s">The deviation of the noise, above 0.</param>
    /// <param name="x">Inputs. // [N]</param>
    /// <param name="y">Targets. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, s ≤ 0, or a number that is not finite.</exception>
    public static double NegativeLogLikelihood(double w, double b, double s, double[] x, double[] y)
    {
        Require.Positive(s);
        int N = x.Length;
        return N / (2 * s * s) * ScalarLine.MeanSquaredError(w, b, x, y) + N * Math.Log(s * Math.Sqrt(2 * Math.PI)); // (6.4)
    }

    /// <summary>Targets around the line.</summary>
    /// <param name="w">Weight.</param>
    /// <param name="b">Bias.</param>
    /// <param name="s">The deviation of the noise, ≥ 0.</param>
    /// <param name="x">Inputs. // [N]</param>
    /// <param name="random">Where the noise comes from.</param>
    /// <exception cref="ArgumentException">A negative deviation, or a number that is not finite.</exception>
    public static double[] Targets(double w, double b, double s, double[] x, RandomStream random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(s);
        Require.Finite(s);
        return [.. x.Select(v => ScalarLine.Predict(w, b, v) + s * random.Normal())];
    }
}
