using System.Diagnostics.Tracing;

namespace Reference.Numerics.Tests;

/// <summary>
/// A kernel is one compiled method. If it calls an operation of a register, it takes many times as long: that happens
/// when it is more than the compiler inlines, or when it is itself inlined into its callers, which are compiled again
/// after they have run for a while.
/// </summary>
public sealed class InliningTests
{
    private sealed class Compiled : EventListener
    {
        private const long JustInTime = 0x10;

        internal List<string> Methods { get; } = [];

        protected override void OnEventSourceCreated(EventSource source)
        {
            if (source.Name == "Microsoft-Windows-DotNETRuntime")
            {
                EnableEvents(source, EventLevel.Verbose, (EventKeywords)JustInTime);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs e)
        {
            if (e.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) == true)
            {
                lock (Methods)
                {
                    Methods.Add($"{e.Payload![6]}:{e.Payload[7]}");
                }
            }
        }
    }

    [Fact]
    public void No_kernel_calls_an_operation_of_a_register()
    {
        string widest = VectorPaths.Best == VectorPath.Avx512 ? "Register512" : "Register256";
        Assert.SkipUnless(VectorPaths.Best != VectorPath.Portable, "needs AVX2");
        using var compiled = new Compiled();
        float[] x = new float[1000], y = new float[1000];
        double[] norm = new double[100 * 100], normed = new double[100 * 100], gains = new double[100],
            μ = new double[100], σ2 = new double[100], s = new double[100], dγ = new double[100],
            dβ = new double[100];
        var random = new RandomStream(1);
        double[] a = new double[1000], b = new double[1000], c = new double[120], d = new double[120],
            e = new double[120];
        for (int i = 0; i < 400; i++)
        {
            Kernels.Exp(x, y);
            Kernels.Exp(a, b);
            Kernels.Tanh(x, y);
            Kernels.Tanh(a, b);
            Kernels.Sigmoid(x, y);
            Kernels.Sigmoid(a, b);
            Kernels.Gelu(x, y);
            Kernels.Gelu(a, b);
            Kernels.GeluTanh(x, y);
            Kernels.GeluTanh(a, b);
            Kernels.Log(x, y);
            Kernels.Log(a, b);
            Kernels.Softplus(x, y);
            Kernels.Softplus(a, b);
            Kernels.RandomBernoulli(random, x, y);
            Kernels.RandomBernoulli(random, a, b);
            Kernels.BatchNorm(norm, gains, gains, 1, normed, μ, σ2, s);
            Kernels.BatchNormGradient(norm, gains, μ, s, norm, dγ, dβ, normed);
            Kernels.LayerNorm(norm, gains, gains, 1, normed, μ, s);
            Kernels.LayerNormGradient(norm, gains, μ, s, norm, dγ, dβ, normed);
            Kernels.LstmGates(a.AsSpan(0, 80), b.AsSpan(0, 240), c, d, b.AsSpan(300, 60));
            Kernels.LstmGatesGradient(b.AsSpan(0, 240), c, b.AsSpan(300, 60), d, e, b.AsSpan(500, 240), 20);
            Kernels.GruGates(
                a.AsSpan(0, 60), a.AsSpan(0, 20), b.AsSpan(0, 180), b.AsSpan(200, 60), a.AsSpan(0, 60),
                b.AsSpan(300, 60));
            Kernels.GruGatesGradient(
                a.AsSpan(0, 180), a.AsSpan(0, 60), a.AsSpan(0, 60), a.AsSpan(0, 60), b.AsSpan(0, 180),
                b.AsSpan(200, 180), b.AsSpan(400, 60), 20);
            Thread.Sleep(i % 20 == 0 ? 20 : 0);
        }

        Thread.Sleep(500);
        lock (compiled.Methods)
        {
            Assert.Contains(compiled.Methods, method => method.Contains("Reference.Numerics"));
            Assert.DoesNotContain(
                compiled.Methods,
                method => (method.StartsWith($"Reference.Numerics.{widest}", StringComparison.Ordinal)
                        || method.StartsWith("Reference.Numerics.Twice", StringComparison.Ordinal))
                    && method.Contains(widest) && !method.EndsWith("get_Lanes", StringComparison.Ordinal));
        }
    }
}
