using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>The rows of the accuracy table that are kernels; functions of the chapters stand in their tests.</summary>
public sealed class AccuracyTests
{
    private delegate void Kernel<T>(ReadOnlySpan<T> x, Span<T> y);

    [Fact]
    public void Exp() => Both("exp", -745, 709, -103, 88, x => Exact.Exp(x), Kernels.Exp, Kernels.Exp);

    [Fact]
    public void Log()
        => Both("log", 0, double.MaxValue, 0, float.MaxValue, Exact.Log, Kernels.Log, Kernels.Log);

    [Fact]
    public void Tanh()
        => Both("tanh", -400, 400, -50, 50, x => Exact.Tanh(x), Kernels.Tanh, Kernels.Tanh);

    [Fact]
    public void Sigmoid()
        => Both("sigmoid", -744, 744, -103, 103, x => Exact.Sigmoid(x), Kernels.Sigmoid, Kernels.Sigmoid);

    [Fact]
    public void Gelu() => Both("GELU", -37, 37, -12, 12, x => Exact.Gelu(x), Kernels.Gelu, Kernels.Gelu);

    [Fact]
    public void Gelu_in_its_tanh_form()
        => Both("GELU (tanh)", -6, 6, -6, 6, x => Exact.GeluTanh(x), Kernels.GeluTanh, Kernels.GeluTanh);

    // Of two scores, (0, x): p = σ(x), and ln p = −softplus(−x).
    [Fact]
    public void Softmax_and_its_logarithm()
    {
        Both("softmax", -744, 744, -103, 103, x => Exact.Sigmoid(x), Pairs<double>(Kernels.SoftmaxColumns),
            Pairs<float>(Kernels.SoftmaxColumns));
        Both("log-softmax", -744, 744, -103, 103, x => -Exact.Softplus(-x), Pairs<double>(Kernels.LogSoftmaxColumns),
            Pairs<float>(Kernels.LogSoftmaxColumns));
    }

    [Fact]
    public void Norm()
    {
        var random = new RandomStream(3);
        (double Ulps, string At) worst = (0, "");
        foreach (int power in Enumerable.Range(0, 200).Select(i => 10 * i - 1010))
        {
            double[] x = [.. random.Normals(7).Select(v => Math.ScaleB(v, power))];
            BigInteger squares = x.Aggregate(BigInteger.Zero, (sum, v) => sum + Exact.From(v) * Exact.From(v));
            double ulps = Exact.Ulps(Kernels.Norm(x), Exact.Root(squares));
            worst = ulps > worst.Ulps ? (ulps, $"7 normals · 2^{power}") : worst;
        }

        Accuracy.IsStated("norm", worst.Ulps, worst.At);
        Assert.Equal(0, Kernels.Norm([]));
        Assert.Equal(double.PositiveInfinity, Kernels.Norm([1, double.NegativeInfinity]));
        Assert.True(double.IsNaN(Kernels.Norm([double.NaN, double.PositiveInfinity])));
        Assert.Equal(Math.Sqrt(2) * 1e-320, Kernels.Norm([1e-320, -1e-320]), 5e-324);
    }

    private delegate void Columns<T>(int rows, ReadOnlySpan<T> x, Span<T> y);

    private static Kernel<T> Pairs<T>(Columns<T> kernel)
        where T : unmanaged, INumberBase<T> => (x, y) =>
        {
            T[] pairs = new T[2 * x.Length];
            for (int i = 0; i < x.Length; i++)
            {
                pairs[2 * i] = x[i];
            }

            kernel(2, pairs, pairs);
            for (int i = 0; i < x.Length; i++)
            {
                y[i] = pairs[2 * i];
            }
        };

    private static void Both(
        string name, double from, double to, double fromSingle, double toSingle, Func<BigInteger, BigInteger> exact,
        Kernel<double> kernel, Kernel<float> single)
            => Both(name, from, to, fromSingle, toSingle, x => exact(Exact.From(x)), kernel, single);

    private static void Both(
        string name, double from, double to, double fromSingle, double toSingle, Func<double, BigInteger> exact,
        Kernel<double> kernel, Kernel<float> single)
    {
        double[] x = [.. Accuracy.Inputs(from, to).Where(v => name != "log" || v > 0)], y = new double[x.Length];
        kernel(x, y);
        float[] s = [.. Accuracy.Inputs(fromSingle, toSingle, single: true).Select(v => (float)v)
            .Where(v => name != "log" || v > 0)];
        float[] t = new float[s.Length];
        single(s, t);
        (double Ulps, double X) worst = Accuracy.Worst(x, y, exact),
            worstSingle = Accuracy.Worst([.. s.Select(v => (double)v)], t.Select(v => (double)v), exact, single: true);
        Assert.Multiple(
            () => Accuracy.IsStated(name, worst), () => Accuracy.IsStated($"{name}, float", worstSingle));
    }
}
