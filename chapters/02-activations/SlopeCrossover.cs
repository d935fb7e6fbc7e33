using Reference.Numerics;

namespace Reference.Activations;

/// <summary>Where tanh stops being steeper than the sigmoid, S1-141.</summary>
public static class SlopeCrossover
{
    /// <summary>The ratio tanh′(x) / σ′(x) = 2(cosh x + 1) / cosh²x: 4 at x = 0, 1 at the crossover, below 1 beyond it.</summary>
    /// <exception cref="ArgumentException">x is not finite.</exception>
    public static double Ratio(double x)
    {
        Require.Finite(x);
        double inverse = 2 / (Math.Exp(x) + Math.Exp(-x)); // 1 / cosh x, which goes to 0 where cosh x goes to ∞
        return 2 * (1 + inverse) * inverse;
    }

    /// <summary>The root of tanh′(x) = σ′(x) above zero by bisection, to the last bits.</summary>
    public static double Bisect()
    {
        (double low, double high) = (1, 3);
        while (high - low > 4e-16 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = ScalarActivations.TanhDerivative(middle) > ScalarActivations.SigmoidDerivative(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The same root exactly: ratio 1 means cosh²x = 2cosh x + 2, so cosh x = 1 + √3.</summary>
    public static double Exact() => Math.Acosh(1 + Math.Sqrt(3));
}
