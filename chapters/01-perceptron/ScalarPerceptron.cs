using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>The perceptron as the notes write it: sums over features.</summary>
public static class ScalarPerceptron
{
    /// <summary>The unit step, (1.2), S1-005. The notes leave step(0) open; here it is 1 throughout.</summary>
    public static int Step(double t) => t >= 0 ? 1 : 0; // (1.2)

    /// <summary>The score w·x + b of a point: the weighted sum of every unit, S2-021, S3-014; b is 0 for a unit
    /// without bias, S3-017. // w, x [D]</summary>
    /// <exception cref="ArgumentException">Different lengths.</exception>
    public static double Score(double[] w, double b, double[] x)
    {
        Require.SameLength(w.Length, nameof(w), x.Length, nameof(x));
        double sum = b;
        for (int i = 0; i < x.Length; i++)
        {
            sum += w[i] * x[i];
        }

        return sum;
    }

    /// <summary>The prediction ŷ = step(w·x + b), (1.3), S1-004, S2-024, S4-092.</summary>
    /// <inheritdoc cref="Score"/>
    public static int Predict(double[] w, double b, double[] x) => Step(Score(w, b, x)); // (1.3)

    /// <summary>One step of the learning rule, (w, b) + α(y − ŷ)(x, 1), (1.6), for a label y of 0 or 1, S1-006,
    /// S3-016; the old array is left as it was. // w, x [D]</summary>
    public static (double[] W, double B) Update(double[] w, double b, double[] x, int y, double α)
    {
        int ŷ = Predict(w, b, x);
        var moved = new double[w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            moved[i] = w[i] + α * (y - ŷ) * x[i]; // (1.6)
        }

        return (moved, b + α * (y - ŷ)); // (1.6)
    }
}
