using Reference.Numerics;

namespace Reference.Activations;

/// <summary>A unit whose score is negative on all data: with ReLU it never changes again. S1-124, S2-033,
/// S3-211.</summary>
public static class DeadUnit
{
    /// <summary>The gradient of ½ Σ (f(wxₙ + b) − tₙ)² / N by w and b. With f′ = 0 on every sample it is exactly 0.
    /// // x, t [N]</summary>
    public static (double OfW, double OfB) Gradient(Activation f, double w, double b, double[] x, double[] t)
    {
        (double dw, double db) = (0, 0);
        for (int n = 0; n < x.Length; n++)
        {
            double z = w * x[n] + b;
            double δ = (f.Value(z) - t[n]) * f.Derivative(z);
            (dw, db) = (dw + δ * x[n] / x.Length, db + δ / x.Length);
        }

        return (dw, db);
    }

    /// <summary>The bias at the start, b, and after each step of gradient descent from w = 1 at a rate above 0.
    /// // inputs x and targets t [N] → [steps + 1]</summary>
    /// <exception cref="ArgumentException">No sample, different lengths, or a learning rate that is not
    /// positive.</exception>
    public static double[] Train(Activation f, double b, double[] x, double[] t, double learningRate, int steps)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), t.Length, nameof(t));
        Require.Positive(learningRate);
        double w = 1;
        var biases = new double[steps + 1];
        biases[0] = b;
        for (int i = 1; i <= steps; i++)
        {
            (double dw, double db) = Gradient(f, w, b, x, t);
            (w, b) = (w - learningRate * dw, b - learningRate * db);
            biases[i] = b;
        }

        return biases;
    }
}
