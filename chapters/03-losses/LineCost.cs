using Reference.Numerics;

namespace Reference.Losses;

/// <summary>The sum of squared errors of a line, S4-013: S(w, b) = Σᵢ (zᵢ − w xᵢ − b)², where z is the target.</summary>
/// <param name="x">Inputs. // [m]</param>
/// <param name="z">Targets. // [m]</param>
public sealed class LineCost(double[] x, double[] z)
{
    /// <summary>S(w, b), (3.36), S4-013.</summary>
    /// <param name="w">Derivative.</param>
    /// <param name="b">Intercept.</param>
    /// <exception cref="ArgumentException">No point, different lengths, or a number that is not finite.</exception>
    public double Value(double w, double b)
    {
        Validate(w, b);
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            sum += (z[i] - w * x[i] - b) * (z[i] - w * x[i] - b); // (3.36)
        }

        return sum;
    }

    /// <summary>∂S/∂w = −2 Σ (z − wx − b) x and ∂S/∂b = −2 Σ (z − wx − b), (3.36), S4-013.</summary>
    /// <inheritdoc cref="Value"/>
    public (double W, double B) Gradient(double w, double b)
    {
        Validate(w, b);
        (double dw, double db) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            dw += -2 * (z[i] - w * x[i] - b) * x[i]; // (3.36)
            db += -2 * (z[i] - w * x[i] - b); // (3.36)
        }

        return (dw, db);
    }

    /// <summary>Where both derivatives are zero: w = Σ(x − x̄)(z − z̄) / Σ(x − x̄)² and b = z̄ − w x̄.</summary>
    /// <exception cref="ArgumentException">All inputs are equal: then many lines are best.</exception>
    public (double W, double B) Minimum()
    {
        Validate(0, 0);
        (double meanX, double meanZ) = (x.Average(), z.Average());
        double spread = x.Sum(v => (v - meanX) * (v - meanX));
        Require.Positive(spread, "Σ(x − x̄)²");
        double w = x.Zip(z, (a, c) => (a - meanX) * (c - meanZ)).Sum() / spread;
        return (w, meanZ - w * meanX);
    }

    private void Validate(double w, double b)
    {
        Targets.Pair(x, z, nameof(x), nameof(z));
        Require.Finite(w);
        Require.Finite(b);
    }
}
