using Reference.Numerics;

namespace Reference.LinearModels;

/// <summary>The least-squares line Wx + B in closed form, and how good it is. S0-054, S0-055.</summary>
/// <param name="Floor">Its mean squared error: no line has less.</param>
/// <param name="RSquared">r² in [0, 1], the share of the targets' variance explained; 1 if there is none.</param>
public sealed record LineFit(double W, double B, double Floor, double RSquared)
{
    /// <summary>w = Sxy/Sxx and b = ȳ − w x̄, (6.8), S0-054; r² = Sxy²/(Sxx Syy) and the floor Syy(1 − r²)/N, (6.9),
    /// S0-055. // x and y: [N]</summary>
    /// <exception cref="ArgumentException">No sample, different lengths, a number that is not finite, equal inputs,
    /// or squared distances from the mean that overflow or underflow.</exception>
    public static LineFit Of(double[] x, double[] y)
    {
        ValidatePairs(x, y);
        (double meanX, double meanY) = (x.Average(), y.Average());
        (double Sxx, double Sxy, double Syy) = (0, 0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            Sxx += (x[i] - meanX) * (x[i] - meanX);
            Sxy += (x[i] - meanX) * (y[i] - meanY);
            Syy += (y[i] - meanY) * (y[i] - meanY);
        }

        if (Array.TrueForAll(x, v => v == x[0]))
        {
            throw new ArgumentException(
                $"Expected x to hold at least two different inputs; all {x.Length} are {x[0]}, where every slope "
                    + $"fits as well as any other.",
                nameof(x));
        }

        Require.Positive(Sxx > 1e-290 ? Sxx : 0, "Σ(x − x̄)²"); // below, digits are lost
        double w = Sxy / Sxx; // (6.8)
        double b = meanY - w * meanX; // (6.8)
        if (Array.TrueForAll(y, v => v == y[0]))
        {
            return new(w, b, 0, 1);
        }

        Require.Positive(Syy > 1e-290 ? Syy : 0, "Σ(y − ȳ)²");
        double r2 = Math.Min(1, w * (Sxy / Syy)); // (6.9); on a line rounding can lead above 1
        double[] residuals = [.. x.Zip(y, (xᵢ, yᵢ) => yᵢ - meanY - w * (xᵢ - meanX))]; // Syy(1 − r²) would cancel
        return new(w, b, residuals.Average(r => r * r), r2); // (6.9)
    }

    /// <summary>As many targets as inputs, at least one, all finite.</summary>
    internal static void ValidatePairs(double[] x, double[] y)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), y.Length, nameof(y));
        Require.Finite(x);
        Require.Finite(y);
    }

    /// <summary>ŷ at an input.</summary>
    public double Predict(double x) => ScalarLine.Predict(W, B, x);
}
