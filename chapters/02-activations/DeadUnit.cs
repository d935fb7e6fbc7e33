using Reference.Numerics;

namespace Reference.Activations;

/// <summary>A unit whose score is negative on all data: with ReLU nothing moves it any more. S1-124, S2-033.</summary>
public static class DeadUnit
{
    /// <summary>
    /// The gradient of ½ Σ (f(wxₙ + b) − tₙ)² / N by w and b: Σ (f − t) f′ x / N and Σ (f − t) f′ / N. With f′ = 0 on every sample it is exactly 0.
    /// </summary>
    /// <param name="f">The activation.</param>
    /// <param name="w">The weight.</param>
    /// <param name="b">The bias.</param>
    /// <param name="x">The inputs. // [N]</param>
    /// <param name="t">The targets. // [N]</param>
    /// <exception cref="ArgumentException">No sample, different lengths, or a number that is not finite.</exception>
    public static (double OfW, double OfB) Gradient(Activation f, double w, double b, double[] x, double[] t)
    {
        Require.NotEmpty(x.Length, nameof(x));
        Require.SameLength(x.Length, nameof(x), t.Length, nameof(t));
        Require.Finite(x);
        Require.Finite(t);
        (double dw, double db) = (0, 0);
        for (int n = 0; n < x.Length; n++)
        {
            double z = w * x[n] + b;
            double δ = (f.Value(z) - t[n]) * f.Derivative(z);
            dw += δ * x[n] / x.Length;
            db += δ / x.Length;
        }

        return (dw, db);
    }

    /// <summary>The bias after each step of gradient descent, from w = 1 and a given bias.</summary>
    /// <param name="f">The activation.</param>
    /// <param name="b">The bias at the start.</param>
    /// <param name="x">The inputs. // [N]</param>
    /// <param name="t">The targets. // [N]</param>
    /// <param name="learningRate">Above 0.</param>
    /// <param name="steps">Steps, not negative.</param>
    /// <returns>The biases, the first one included. // [steps + 1]</returns>
    /// <exception cref="ArgumentException">As for <see cref="Gradient"/>; or the learning rate is not positive.</exception>
    public static double[] BiasCourse(Activation f, double b, double[] x, double[] t, double learningRate, int steps)
    {
        Require.Positive(learningRate);
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        double w = 1;
        var course = new double[steps + 1];
        course[0] = b;
        for (int i = 1; i <= steps; i++)
        {
            (double dw, double db) = Gradient(f, w, b, x, t);
            (w, b) = (w - learningRate * dw, b - learningRate * db);
            course[i] = b;
        }

        return course;
    }
}
