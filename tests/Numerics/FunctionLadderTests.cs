using System.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Numerics.Tests;

/// <summary>
/// One body for every short ladder: each rung, in double and float, for random lengths, against the function itself.
/// </summary>
public sealed class FunctionLadderTests
{
    // The largest |x|, and the limits of the error for double and float: relative to 1 + |f|, but for exp, whose
    // results differ by hundreds of powers of ten.
    private sealed record Case(
        IReadOnlyList<IFunctionRung<double>> Double, IReadOnlyList<IFunctionRung<float>> Single, double Range,
        double SingleRange,
        Func<double[], double[]> Exact, bool Relative);

    private static readonly Dictionary<string, Case> Ladders = new()
    {
        ["exp"] = new(
            FunctionLadders.Exp<double>(), FunctionLadders.Exp<float>(), 700, 80, Each(Math.Exp), Relative: true),
        ["tanh"] = new(
            FunctionLadders.Tanh<double>(), FunctionLadders.Tanh<float>(), 25, 15, Each(Math.Tanh), Relative: false),
        ["sigmoid"] = new(
            FunctionLadders.Sigmoid<double>(), FunctionLadders.Sigmoid<float>(), 40, 20,
            Each(v => 1 / (1 + Math.Exp(-v))), Relative: false),
        ["gelu"] = new(
            FunctionLadders.Gelu<double>(), FunctionLadders.Gelu<float>(), 8, 5, Each(Gelu), Relative: false),
        ["gelu, tanh form"] = new(
            FunctionLadders.GeluTanh<double>(), FunctionLadders.GeluTanh<float>(), 8, 5, Each(GeluTanh),
            Relative: false),
        ["softmax"] = new(
            FunctionLadders.Softmax<double>(), FunctionLadders.Softmax<float>(), 30, 20, Softmax, Relative: false),
    };

    public static TheoryData<string, int> Rungs
    {
        get
        {
            TheoryData<string, int> rungs = [];
            foreach (var (name, ladder) in Ladders)
            {
                for (int rung = 0; rung < ladder.Double.Count; rung++)
                {
                    rungs.Add(name, rung);
                }
            }

            return rungs;
        }
    }

    private static Func<double[], double[]> Each(Func<double, double> f) => x => [.. x.Select(f)];

    private static double GeluTanh(double x)
        => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));

    // x·Φ(x) from 350 digits.
    private static double Gelu(double x) => (double)(Exact.Gelu(Exact.From(x)) >> 1100) / Math.Pow(2, 100);

    private static double[] Softmax(double[] x)
    {
        double[] e = [.. x.Select(v => Math.Exp(v - x.Max()))];
        return [.. e.Select(v => v / e.Sum())];
    }

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Every_rung_computes_the_function(string name, int rung)
    {
        Case ladder = Ladders[name];
        var random = new RandomStream(1);
        foreach (int n in new[] { 0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 64, 100 + random.Below(100) })
        {
            double[] x = random.Uniforms(n, -ladder.Range, ladder.Range), y = new double[n];
            ladder.Double[rung].Apply(x, y);
            // A few ulp (2.2e-16), where 2ˣ has rounded x to ln 2·2ⁿ beforehand up to ten.
            Close(ladder.Exact(x), y, ladder.Relative, 3e-15);
            float[] z = [.. random.Uniforms(n, -ladder.SingleRange, ladder.SingleRange).Select(v => (float)v)],
                w = new float[n];
            ladder.Single[rung].Apply(z, w);
            Close(ladder.Exact([.. z.Select(v => (double)v)]), [.. w.Select(v => (double)v)], ladder.Relative, 1.6e-6);
        }
    }

    private static void Close(double[] expected, double[] actual, bool relative, double tolerance)
        => Assert.All(
            expected.Zip(actual),
            p => Assert.InRange(
                Math.Abs(p.First - p.Second) / ((relative ? 0 : 1) + Math.Abs(p.First)), 0, tolerance));

    [Theory]
    [MemberData(nameof(Rungs))]
    public void Lengths_that_differ_are_refused(string name, int rung)
    {
        Assert.Throws<ArgumentException>("y", () => Ladders[name].Double[rung].Apply(new double[2], new double[3]));
        Assert.Throws<ArgumentException>("y", () => Ladders[name].Single[rung].Apply(new float[3], new float[2]));
    }

    [Fact]
    public void Of_the_rungs_of_softmax_only_the_unstable_one_fails_for_large_scores()
    {
        foreach (IFunctionRung<double> rung in FunctionLadders.Softmax<double>())
        {
            double[] y = new double[3];
            rung.Apply([1000, 1001, -1000], y); // neither the first nor the least may be taken for the largest
            Assert.Equal(rung is SoftmaxUnstable<double>, double.IsNaN(y[0]));
            Assert.True(rung is SoftmaxUnstable<double> || Math.Abs(y[1] / y[0] - Math.E) < 1e-14);
        }
    }

    [Fact]
    public void Passes_that_read_x_again_refuse_to_write_over_it()
    {
        double[] x = new double[4];
        Assert.Contains(
            "must lie apart from x",
                Assert.Throws<ArgumentException>("y", () => new GeluTanhPasses<double>().Apply(x, x)).Message,
                    StringComparison.Ordinal);
    }

    [Fact]
    public void Near_zero_the_tanh_of_passes_loses_its_digits_and_the_kernel_keeps_them()
    {
        double[] x = [1e-12], y = new double[1];
        new TanhPasses<double>().Apply(x, y);
        Assert.InRange(Math.Abs(y[0] / 1e-12 - 1), 1e-6, 1e-3);
        new TanhKernel<double>().Apply(x, y);
        Assert.Equal(1e-12, y[0]);
    }
}
