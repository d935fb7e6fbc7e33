using Reference.Activations;

namespace Reference.Transformers;

/// <summary>
/// Two ways to take labels from a text itself: words that were hidden, and words that come next. S0-172, S2-266.
/// </summary>
public static class ScalarTokenLosses
{
    /// <summary>
    /// L = −(1/|M|) Σ_{t ∈ M} ln softmax(z_t) at w_t, (20.8), over the masked places M. // z [T][V]; w [T]; M. S2-268
    /// </summary>
    public static double Masked(double[][] z, int[] w, int[] M) =>
        -M.Sum(t => Math.Log(ScalarActivations.Softmax(z[t])[w[t]])) / M.Length; // (20.8)

    /// <summary>
    /// L = −(1/T) Σ_t ln softmax(z_t) at y_t, (20.9), where z_t was computed from what stands before y_t alone.
    /// // z [T][V]; y [T]. S1-215, S2-264
    /// </summary>
    public static double Causal(double[][] z, int[] y) =>
        -y.Select((yt, t) => Math.Log(ScalarActivations.Softmax(z[t])[yt])).Sum() / y.Length; // (20.9)

    /// <summary>What a decoder reads while it is taught, (19.1): the start, and all symbols but the last. S2-263,
    /// S3-192</summary>
    public static T[] ShiftRight<T>(T start, T[] y) => [start, .. y[..^1]];
}
