using Reference.Numerics;

namespace Reference.Losses;

/// <summary>Absolute error and the two losses that round off its kink: Huber and smooth L1. All are means over n. S3-033, S3-036, S3-037.</summary>
public static class ScalarAbsoluteError
{
    /// <summary>The mean absolute error (1/n) Σᵢ |yᵢ − ŷᵢ|, (3.25), S3-033.</summary>
    /// <param name="ŷ">Predictions. // [N]</param>
    /// <param name="y">Targets. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, or a number that is not finite.</exception>
    public static double Mean(double[] ŷ, double[] y)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += Math.Abs(y[i] - ŷ[i]); // (3.25)
        }

        return sum / y.Length;
    }

    /// <summary>∂Mean/∂ŷᵢ = sign(ŷᵢ − yᵢ) / n, (3.25), S3-033. At 0, where |r| has no slope, any number in [−1, 1] is a subgradient; we take 0.</summary>
    /// <inheritdoc cref="Mean"/>
    public static double[] Gradient(double[] ŷ, double[] y)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        var dŷ = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
        {
            dŷ[i] = (double)Math.Sign(ŷ[i] - y[i]) / y.Length; // (3.25)
        }

        return dŷ;
    }

    /// <summary>The mean Huber loss, ½r² for |r| ≤ δ and δ(|r| − ½δ) beyond, r = ŷ − y, (3.26), S3-037.</summary>
    /// <param name="ŷ">Predictions. // [N]</param>
    /// <param name="y">Targets. // [N]</param>
    /// <param name="δ">Where the parabola becomes a line, above 0.</param>
    /// <exception cref="ArgumentException">No sample, different lengths, δ ≤ 0, or a number that is not finite.</exception>
    public static double Huber(double[] ŷ, double[] y, double δ)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        Require.Positive(δ);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = ŷ[i] - y[i];
            sum += Math.Abs(r) <= δ ? 0.5 * r * r : δ * (Math.Abs(r) - 0.5 * δ); // (3.26)
        }

        return sum / y.Length;
    }

    /// <summary>∂Huber/∂ŷᵢ = r / n for |r| ≤ δ and δ sign(r) / n beyond, (3.26), S3-037: continuous at δ.</summary>
    /// <inheritdoc cref="Huber"/>
    public static double[] HuberGradient(double[] ŷ, double[] y, double δ)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        Require.Positive(δ);
        var dŷ = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double r = ŷ[i] - y[i];
            dŷ[i] = (Math.Abs(r) <= δ ? r : δ * Math.Sign(r)) / y.Length; // (3.26)
        }

        return dŷ;
    }

    /// <summary>The mean smooth absolute error, r²/(2β) for |r| &lt; β and |r| − β/2 beyond, (3.27), S3-036.</summary>
    /// <param name="ŷ">Predictions. // [N]</param>
    /// <param name="y">Targets. // [N]</param>
    /// <param name="β">How far from 0 the kink is rounded off, above 0.</param>
    /// <exception cref="ArgumentException">No sample, different lengths, β ≤ 0, or a number that is not finite.</exception>
    public static double SmoothL1(double[] ŷ, double[] y, double β)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        Require.Positive(β);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double r = ŷ[i] - y[i];
            sum += Math.Abs(r) < β ? r * r / (2 * β) : Math.Abs(r) - β / 2; // (3.27)
        }

        return sum / y.Length;
    }

    /// <summary>∂SmoothL1/∂ŷᵢ = r / (βn) for |r| &lt; β and sign(r) / n beyond, (3.27), S3-036.</summary>
    /// <inheritdoc cref="SmoothL1"/>
    public static double[] SmoothL1Gradient(double[] ŷ, double[] y, double β)
    {
        Targets.Pair(ŷ, y, nameof(ŷ), nameof(y));
        Require.Positive(β);
        var dŷ = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double r = ŷ[i] - y[i];
            dŷ[i] = (Math.Abs(r) < β ? r / β : Math.Sign(r)) / y.Length; // (3.27)
        }

        return dŷ;
    }
}
