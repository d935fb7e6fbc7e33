using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>Logistic regression as the notes index it: one point at a time, a sum over features. S1-042…S1-047, S1-050, S1-054…S1-058, S4-093.</summary>
public static class ScalarLogisticRegression
{
    /// <summary>The model ŷ = σ(w·x + b), (7.1), S1-042, S4-093: the probability that x has label 1.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <exception cref="ArgumentException">Different lengths, no feature, or a number that is not finite.</exception>
    public static double Predict(double[] w, double b, double[] x) => ScalarActivations.Sigmoid(ScalarPerceptron.Score(w, b, x)); // (7.1)

    /// <summary>The log-odds ln(ŷ / (1 − ŷ)), (7.2): what the model makes linear in x, S1-042.</summary>
    /// <param name="ŷ">A probability inside (0, 1).</param>
    /// <exception cref="ArgumentOutOfRangeException">ŷ outside (0, 1): certainty has no finite odds.</exception>
    public static double LogOdds(double ŷ) => ŷ is > 0 and < 1
        ? Math.Log(ŷ / (1 - ŷ)) // (7.2)
        : throw new ArgumentOutOfRangeException(nameof(ŷ), $"Expected ŷ inside (0, 1) for finite odds; got {ŷ}.");

    /// <summary>The class at a threshold, (7.3), S4-098: 1 when ŷ ≥ t, else 0.</summary>
    /// <param name="ŷ">A probability.</param>
    /// <param name="t">The threshold, a probability.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside [0, 1].</exception>
    public static int Class(double ŷ, double t = 0.5)
    {
        Require.Probability(ŷ);
        Require.Probability(t);
        return ŷ >= t ? 1 : 0; // (7.3)
    }

    /// <summary>The error of one point, −y ln ŷ − (1 − y) ln(1 − ŷ), (7.4), S1-054.</summary>
    /// <param name="ŷ">The predicted probability of label 1.</param>
    /// <param name="y">The label, 0 or 1.</param>
    /// <exception cref="ArgumentException">ŷ outside [0, 1], or a label outside {0, 1}.</exception>
    public static double PointError(double ŷ, int y) => ScalarBinaryCrossEntropy.OfSample(ŷ, y); // (7.4)

    /// <summary>
    /// The error of one point from its score z, max(z, 0) − zy + ln(1 + e^−|z|), (7.6), S0-196: no exponential overflows, no logarithm sees 0.
    /// </summary>
    /// <param name="z">The score w·x + b.</param>
    /// <param name="y">The label, 0 or 1.</param>
    /// <exception cref="ArgumentException">z is not finite, or a label outside {0, 1}.</exception>
    public static double PointErrorOfScore(double z, int y)
    {
        Require.Finite(z);
        Require.OneOf(y, 0, 1);
        return Math.Max(z, 0) - z * y + ScalarActivations.Softplus(-Math.Abs(z)); // (7.6)
    }

    /// <summary>The error of a set, the mean over its points, (7.5), S1-043, S1-044, S1-045.</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="X">The points, one a column. // [D × m]</param>
    /// <param name="y">Their labels, 0 or 1. // [m]</param>
    /// <exception cref="ArgumentException">No point, not one label a point, a label outside {0, 1}, or a number that is not finite.</exception>
    public static double Loss(double[] w, double b, double[,] X, int[] y)
    {
        BinaryPoints.Validate(X, y);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            sum += PointErrorOfScore(ScalarPerceptron.Score(w, b, ScalarPerceptron.Column(X, i)), y[i]);
        }

        return sum / y.Length; // (7.5)
    }

    /// <summary>∂ŷ/∂wⱼ = ŷ(1 − ŷ)xⱼ and ∂ŷ/∂b = ŷ(1 − ŷ), (7.7), S1-055.</summary>
    /// <inheritdoc cref="Predict"/>
    public static (double[] DW, double DB) PredictionGradient(double[] w, double b, double[] x)
    {
        double ŷ = Predict(w, b, x);
        var dw = new double[w.Length];
        for (int j = 0; j < w.Length; j++)
        {
            dw[j] = ŷ * (1 - ŷ) * x[j]; // (7.7)
        }

        return (dw, ŷ * (1 - ŷ)); // (7.7)
    }

    /// <summary>
    /// The gradient of one point's error, ∂E/∂wⱼ = −(y − ŷ)xⱼ and ∂E/∂b = −(y − ŷ), (7.8), S1-050, S1-056, S1-057, S1-058: a number times (x, 1).
    /// </summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <param name="y">Its label, 0 or 1.</param>
    /// <exception cref="ArgumentException">Different lengths, a label outside {0, 1}, or a number that is not finite.</exception>
    public static (double[] DW, double DB) PointGradient(double[] w, double b, double[] x, int y)
    {
        Require.OneOf(y, 0, 1);
        double ŷ = Predict(w, b, x);
        var dw = new double[w.Length];
        for (int j = 0; j < w.Length; j++)
        {
            dw[j] = -(y - ŷ) * x[j]; // (7.8)
        }

        return (dw, -(y - ŷ)); // (7.8)
    }

    /// <summary>The gradient of a set's error, the mean of its points' gradients, (7.9), S1-054.</summary>
    /// <inheritdoc cref="Loss"/>
    public static (double[] DW, double DB) Gradient(double[] w, double b, double[,] X, int[] y)
    {
        BinaryPoints.Validate(X, y);
        (double[] dw, double db) = (new double[w.Length], 0.0);
        for (int i = 0; i < y.Length; i++)
        {
            (double[] ofPoint, double bias) = PointGradient(w, b, ScalarPerceptron.Column(X, i), y[i]);
            for (int j = 0; j < w.Length; j++)
            {
                dw[j] += ofPoint[j] / y.Length; // (7.9)
            }

            db += bias / y.Length; // (7.9)
        }

        return (dw, db);
    }
}
