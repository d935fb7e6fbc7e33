using Reference.Activations;

namespace Reference.ModelSelection;

/// <summary>Temperature scaling: one number that makes probabilities honest and leaves every decision alone.</summary>
public static class ScalarCalibration
{
    /// <summary>softmax(z / T), (11.14), chapter 02's. // z, p [K], T > 0</summary>
    public static double[] Tempered(double[] z, double T) => ScalarActivations.Softmax(z, T); // (11.14)

    /// <summary>−(1/N) Σ ln p_y, (11.15). // z [N][K], y [N]</summary>
    public static double Loss(double[][] z, int[] y, double T) =>
        z.Zip(y, (s, c) => -ScalarActivations.LogSoftmax([.. s.Select(v => v / T)])[c]).Average(); // (11.15)

    /// <summary>∂L/∂T = (1/T²) (1/N) Σ (z_y − Σ_k p_k z_k), (11.15). // z [N][K], y [N]</summary>
    public static double LossDerivative(double[][] z, int[] y, double T) =>
        z.Zip(y, (s, c) => s[c] - s.Zip(Tempered(s, T), (a, p) => a * p).Sum()).Average() / (T * T); // (11.15)

    /// <summary>
    /// The T of least loss in [low, high], where the derivative is 0: L is convex in 1/T, so halving finds it.
    /// </summary>
    public static double BestTemperature(double[][] z, int[] y, double low = 0.05, double high = 20)
    {
        for (int i = 0; i < 60; i++)
        {
            double T = Math.Sqrt(low * high);
            (low, high) = LossDerivative(z, y, T) > 0 ? (low, T) : (T, high);
        }

        return Math.Sqrt(low * high);
    }

    /// <summary>
    /// The reliability diagram: of predictions in each of B intervals of confidence, the mean confidence, the share
    /// that is right, and how many there are. // p [N][K], y [N]
    /// </summary>
    public static (double Confidence, double Accuracy, int Count)[] Reliability(double[][] p, int[] y, int B = 10) =>
        [.. p.Zip(y, (q, c) => (Confidence: q.Max(), Right: Array.IndexOf(q, q.Max()) == c ? 1.0 : 0))
            .GroupBy(one => Math.Min(B - 1, (int)(one.Confidence * B))).OrderBy(bin => bin.Key)
            .Select(bin => (bin.Average(one => one.Confidence), bin.Average(one => one.Right), bin.Count()))];
}
