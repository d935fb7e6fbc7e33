namespace Reference.LinearModels;

/// <summary>The linear neuron with weight w (the slope) and bias b (the offset), and its loss on inputs x and targets
/// y, both [N], as in S0-009, S0-010, S0-056, S2-087, S2-088, S2-089, S3-008, S4-066, S4-068, S4-069.</summary>
public static class ScalarLine
{
    /// <summary>ŷ = wx + b, (6.1): two parameters, S0-009, S0-056, S3-008, S4-066.</summary>
    public static double Predict(double w, double b, double x) => w * x + b; // (6.1)

    /// <summary>∂ŷ/∂w = x, ∂ŷ/∂b = 1 and ∂ŷ/∂x = w, (6.2), S0-009.</summary>
    public static (double W, double B, double X) Derivatives(double w, double x) => (x, 1, w); // (6.2)

    /// <summary>ŷ(x + δ) − ŷ(x) = wδ, (6.3), S0-010: the change of the output, whatever x and the bias.</summary>
    public static double Rise(double w, double δ) => w * δ; // (6.3)

    /// <summary>−ln p(y | x) = N/(2s²) · L(w, b) + N ln(s√(2π)), (6.4), for noise of N(0, s²). S4-068. s² may be
    /// no double, so L is that of y/s.</summary>
    public static double NegativeLogLikelihood(double w, double b, double s, double[] x, double[] y)
    {
        int N = x.Length;
        double loss = MeanSquaredError(w / s, b / s, x, [.. y.Select(v => v / s)]); // L/s²
        return N / 2.0 * loss + N * Math.Log(s * Math.Sqrt(2 * Math.PI)); // (6.4)
    }

    /// <summary>L(w, b) = (1/N) Σ (y − (wx + b))², (6.5), S2-087, S4-069, S0-061.</summary>
    public static double MeanSquaredError(double w, double b, double[] x, double[] y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double r = y[i] - (w * x[i] + b);
            sum += r * r; // (6.5)
        }

        return sum / x.Length; // (6.5)
    }

    /// <summary>∂L/∂w = (2/N) Σ −x(y − (wx + b)), (6.6), S2-088, and ∂L/∂b = (2/N) Σ −(y − (wx + b)), (6.7),
    /// S2-089.</summary>
    public static (double W, double B) Gradient(double w, double b, double[] x, double[] y)
    {
        (double dw, double db) = (0, 0);
        for (int i = 0; i < x.Length; i++)
        {
            double r = y[i] - (w * x[i] + b);
            dw += 2 * -x[i] * r; // (6.6)
            db += 2 * -r; // (6.7)
        }

        return (dw / x.Length, db / x.Length); // (6.6) and (6.7)
    }
}
