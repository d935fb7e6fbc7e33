using Reference.Activations;
using Reference.Losses;
using Reference.Numerics;
using Reference.Perceptrons;

namespace Reference.Classification;

/// <summary>Logistic regression as the notes index it: weights w // [D] and bias b, one point x // [D] with its label
/// y, 0 or 1, or a set X, one point per column // [D × m], with labels y // [m]. S1-042…S1-047, S1-050, S1-054…S1-058,
/// S4-093. NaN and ∞ pass through.</summary>
public static class ScalarLogisticRegression
{
    /// <summary>The probability of label 1, ŷ = σ(w·x + b), σ(z) = 1 / (1 + e⁻ᶻ), (7.1), S1-042, S4-093.</summary>
    public static double Predict(double[] w, double b, double[] x) =>
        ScalarActivations.Sigmoid(ScalarPerceptron.Score(w, b, x)); // (7.1)

    /// <summary>The log-odds ln(ŷ / (1 − ŷ)), −∞ for 0 and ∞ for 1, (7.2), S1-042: linear in x. Around ½, where it
    /// is 0, the ratio is 1 + (2ŷ − 1) / (1 − ŷ).</summary>
    public static double LogOdds(double ŷ) =>
        ŷ < 0.25 ? Math.Log(ŷ / (1 - ŷ)) : NearOne.Log1p((2 * ŷ - 1) / (1 - ŷ)); // (7.2)

    /// <summary>The class at a threshold, a probability, (7.3), S4-098: 1 when ŷ ≥ t, else 0.</summary>
    public static int Class(double ŷ, double t = 0.5) => ŷ >= t ? 1 : 0; // (7.3)

    /// <summary>The loss of one point, −y ln ŷ − (1 − y) ln(1 − ŷ), (7.4), S1-054: the notes' error E.</summary>
    public static double PointLoss(double ŷ, int y) => ScalarBinaryCrossEntropy.OfSample(ŷ, y); // (7.4)

    /// <summary>The same from the score, max(z, 0) − zy + ln(1 + e^−|z|), (7.6), S0-196: nothing overflows.</summary>
    public static double LossOfScore(double z, int y)
    {
        Require.OneOf(y, 0, 1);
        return Math.Max(z, 0) - z * y + ScalarActivations.Softplus(-Math.Abs(z)); // (7.6)
    }

    /// <summary>The loss of a set, the mean over its points, (7.5), S1-043, S1-044, S1-045.</summary>
    public static double Loss(double[] w, double b, double[,] X, int[] y)
    {
        Labels.Validate(X, y, classes: 2);
        return y.Select((yᵢ, i) => LossOfScore(ScalarPerceptron.Score(w, b, X.Column(i)), yᵢ)).Average(); // (7.5)
    }

    /// <summary>∂ŷ/∂wⱼ = ŷ(1 − ŷ)xⱼ and ∂ŷ/∂b = ŷ(1 − ŷ), (7.7), S1-055, with 1 − ŷ as σ(−z).</summary>
    public static (double[] DW, double DB) PredictionGradient(double[] w, double b, double[] x)
    {
        double dŷ = ScalarActivations.SigmoidDerivative(ScalarPerceptron.Score(w, b, x)); // (7.7)
        return ([.. x.Select(xⱼ => dŷ * xⱼ)], dŷ); // (7.7)
    }

    /// <summary>A point's gradient, ∂E/∂wⱼ = −(y − ŷ)xⱼ and ∂E/∂b = −(y − ŷ), (7.8), S1-050, S1-056…S1-058,
    /// with −(y − ŷ) from the score, without the difference.</summary>
    public static (double[] DW, double DB) PointGradient(double[] w, double b, double[] x, int y)
    {
        double δ = ScalarBinaryCrossEntropy.LogitDerivative(ScalarPerceptron.Score(w, b, x), y); // (7.8)
        return ([.. x.Select(xⱼ => δ * xⱼ)], δ); // (7.8)
    }

    /// <summary>The gradient of a set's loss, the mean of its points' gradients, (7.8), S1-054.</summary>
    public static (double[] DW, double DB) Gradient(double[] w, double b, double[,] X, int[] y)
    {
        (double[] DW, double DB)[] ofPoints = [.. y.Select((yᵢ, i) => PointGradient(w, b, X.Column(i), yᵢ))];
        return ([.. w.Select((_, j) => ofPoints.Average(g => g.DW[j]))], ofPoints.Average(g => g.DB)); // (7.8)
    }
}
