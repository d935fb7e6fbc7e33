using Reference.Numerics;

namespace Reference.Regularization;

/// <summary>Inverted dropout of one sample; p is the probability that a unit is dropped.</summary>
public static class ScalarDropout
{
    /// <summary>m ~ Ber(1 − p), one for each unit, drawn anew at every step. // [D]. S0-091, S4-144</summary>
    public static bool[] Mask(int D, double p, RandomStream random) =>
        [.. Enumerable.Range(0, D).Select(_ => random.Uniform() >= p)];

    /// <summary>y = m x / (1 − p), (10.10): a dropped unit sends nothing on. // x, m, y [D]. S0-087, S0-090,
    /// S1-132, S1-134, S3-111, S4-144</summary>
    public static double[] Forward(double[] x, bool[] m, double p) =>
        [.. x.Zip(m, (v, kept) => kept ? v / (1 - p) : 0)]; // (10.10)

    /// <summary>∂L/∂x = m ∂L/∂y / (1 − p), (10.11). // dy, m, dx [D]</summary>
    public static double[] Backward(double[] dy, bool[] m, double p) => Forward(dy, m, p); // (10.11)
}
