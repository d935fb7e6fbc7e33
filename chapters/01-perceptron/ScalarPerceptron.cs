using Reference.Numerics;

namespace Reference.Perceptrons;

/// <summary>The perceptron as the notes index it: sums over features, loops over points. S1-004…S1-007, S2-021, S2-024, S4-092.</summary>
public static class ScalarPerceptron
{
    /// <summary>The unit step, (1.2), S1-005: 1 from zero on, 0 below. The notes leave step(0) open; here it is 1 throughout.</summary>
    public static int Step(double t) => t >= 0 ? 1 : 0; // (1.2)

    /// <summary>The weighted sum w·x + b that every unit starts with, S2-021, S3-014.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias; S3-017: a unit without one has b = 0.</param>
    /// <param name="x">One point. // [D]</param>
    /// <exception cref="ArgumentException">Different lengths, no feature, or a number that is not finite.</exception>
    public static double Score(double[] w, double b, double[] x)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(w.Length, nameof(w), x.Length, nameof(x));
        Require.Finite(w);
        Require.Finite(b);
        Require.Finite(x);

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

    /// <summary>One step of the learning rule, (1.6), S1-006, S3-016: nothing for a point on its right side, else towards or away from the point.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <param name="y">Its label, 0 or 1.</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <returns>The new weights and bias; the old array is left as it was.</returns>
    /// <exception cref="ArgumentException">Different lengths, a label outside {0, 1}, α ≤ 0, or a number that is not finite.</exception>
    public static (double[] W, double B) Update(double[] w, double b, double[] x, int y, double α)
    {
        Require.Labels([y], 0, 1, nameof(y));
        Require.Positive(α);

        int ŷ = Predict(w, b, x);
        var moved = new double[w.Length];
        for (int i = 0; i < w.Length; i++)
        {
            moved[i] = w[i] + α * (y - ŷ) * x[i]; // (1.6)
        }

        return (moved, b + α * (y - ŷ)); // (1.6)
    }

    /// <summary>The training loop, S1-007: point after point, until an epoch passes without a mistake or the epochs are used up.</summary>
    /// <param name="X">The points, one a column. // [D × N]</param>
    /// <param name="y">Their labels, 0 or 1. // [N]</param>
    /// <param name="α">The learning rate, above 0.</param>
    /// <param name="epochs">The most passes over the data, at least 1.</param>
    /// <returns>Every line on the way, starting from w = 0 and b = 0.</returns>
    /// <exception cref="ArgumentException">
    /// No points, as many labels as points missing, a label outside {0, 1}, α ≤ 0, or a number that is not finite.
    /// </exception>
    public static PerceptronRun Train(double[,] X, int[] y, double α, int epochs)
    {
        int features = X.GetLength(0);
        int count = X.GetLength(1);
        Require.NotEmpty(count, nameof(X));
        Require.SameLength(count, "the columns of X", y.Length, nameof(y));
        Require.Labels(y, 0, 1);
        Require.Finite(X);
        Require.Positive(epochs);

        (double[] w, double b) = (new double[features], 0.0);
        List<PerceptronLine> lines = [new(w, b)];
        List<int> mistakesOfEpoch = [];
        do
        {
            int mistakes = 0;
            for (int n = 0; n < count; n++)
            {
                double[] x = Column(X, n);
                if (Predict(w, b, x) != y[n])
                {
                    (w, b) = Update(w, b, x, y[n], α);
                    lines.Add(new(w, b));
                    mistakes++;
                }
            }

            mistakesOfEpoch.Add(mistakes);
        }
        while (mistakesOfEpoch[^1] > 0 && mistakesOfEpoch.Count < epochs);

        return new(lines, mistakesOfEpoch);
    }

    /// <summary>The point in column <paramref name="n"/>.</summary>
    public static double[] Column(double[,] X, int n)
    {
        var x = new double[X.GetLength(0)];
        for (int i = 0; i < x.Length; i++)
        {
            x[i] = X[i, n];
        }

        return x;
    }
}
