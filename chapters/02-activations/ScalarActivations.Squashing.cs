using Reference.Perceptrons;

namespace Reference.Activations;

/// <summary>Activations as the notes print them, each beside its derivative: one number in, one number out; and
/// softmax, which takes a vector, S2-031. No finite score overflows; NaN passes through all but the step.</summary>
public static partial class ScalarActivations
{
    /// <summary>The binary step, (2.2), S4-006: 1 from zero on, 0 below.</summary>
    public static double Step(double x) => x >= 0 ? 1 : 0; // (2.2)

    /// <summary>The derivative of the step, (2.2): 0 wherever it exists. At 0, where it does not exist, 0
    /// too.</summary>
    public static double StepDerivative(double x) => 0; // (2.2)

    /// <summary>The linear activation f(x) = x, (2.2), S4-007. Layers of it collapse into one, S2-029.</summary>
    public static double Linear(double x) => x; // (2.2)

    /// <summary>Its derivative 1, (2.2).</summary>
    public static double LinearDerivative(double x) => 1; // (2.2)

    /// <summary>The sigmoid σ(x) = 1 / (1 + e⁻ˣ), (2.3), S0-014, S1-016, S1-090, S2-032, S3-208, S4-003, S4-094. Below
    /// zero it is eˣ / (1 + eˣ), the same fraction times eˣ / eˣ: no exponent is positive, and small values keep all
    /// their digits.</summary>
    /// <returns>A number between 0 and 1; rounded, it reaches 1 above x ≈ 37 and 0 below x ≈ −745.</returns>
    public static double Sigmoid(double x)
    {
        double e = Math.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e); // (2.3)
    }

    /// <summary>σ′ = σ(1 − σ), (2.4), S1-053, S1-071, S1-090, S1-122: at most ¼, at x = 0. 1 − σ(x) is σ(−x), which
    /// keeps its digits.</summary>
    public static double SigmoidDerivative(double x) => Sigmoid(x) * Sigmoid(-x); // (2.4)

    /// <summary>The perceptron of chapter 01 with σ in place of its step, σ(w·x + b), (2.5), S1-015: by the signed
    /// distance d of x from the line it is σ(‖w‖d).</summary>
    /// <param name="w">Weights. // [D]</param>
    /// <param name="b">Bias.</param>
    /// <param name="x">One point. // [D]</param>
    /// <returns>The probability of label 1.</returns>
    public static double SigmoidUnit(double[] w, double b, double[] x) =>
        Sigmoid(ScalarPerceptron.Score(w, b, x)); // (2.5)

    /// <summary>The hyperbolic tangent (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ), (2.6), S0-015, S1-141, S2-034, S3-210, S4-009. Both
    /// exponentials are divided by the larger one; the printed form is ∞/∞ from x = 710 on.</summary>
    /// <returns>A number between −1 and 1.</returns>
    public static double Tanh(double x)
    {
        double t = -2 * Math.Abs(x);
        return Math.CopySign(NearOne.Expm1(t) / (1 + Math.Exp(t)), x); // (2.6)
    }

    /// <summary>tanh′ = 1 − tanh², (2.7), S0-015, S1-141: at most 1, at x = 0. Written 4e⁻²ˣ / (1 + e⁻²ˣ)², which
    /// keeps its digits where tanh rounds to 1.</summary>
    public static double TanhDerivative(double x)
    {
        double e = Math.Exp(-2 * Math.Abs(x));
        return 4 * e / ((1 + e) * (1 + e)); // (2.7)
    }
}
