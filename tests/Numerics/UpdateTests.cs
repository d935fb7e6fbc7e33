using System.Numerics;

namespace Reference.Numerics.Tests;

/// <summary>
/// Update rules of optimizers: the formula for every number, and the same bits on every path and for any number of
/// threads.
/// </summary>
public sealed class UpdateTests
{
    // w ← w − ηg
    private readonly struct Descent(double η) : IUpdateRule
    {
        public static int States => 0;

        public void Of<V>(ref V w, V g, ref V a, ref V b)
            where V : unmanaged, IElementwise<V> => w -= η * g;
    }

    // a ← βa + g, w ← w − ηa
    private readonly struct Momentum(double η, double β) : IUpdateRule
    {
        public static int States => 1;

        public void Of<V>(ref V w, V g, ref V a, ref V b)
            where V : unmanaged, IElementwise<V>
        {
            a = β * a + g;
            w -= η * a;
        }
    }

    // a ← βa + g, b ← γb + g², w ← w − ηa/(√b + ε)
    private readonly struct Adaptive(double η, double β, double γ, double ε) : IUpdateRule
    {
        public static int States => 2;

        public void Of<V>(ref V w, V g, ref V a, ref V b)
            where V : unmanaged, IElementwise<V>
        {
            a = β * a + g;
            b = γ * b + g * g;
            w -= η * a / (V.SquareRoot(b) + ε);
        }
    }

    private readonly struct Failing : IUpdateRule
    {
        public static int States => 0;

        public void Of<V>(ref V w, V g, ref V a, ref V b)
            where V : unmanaged, IElementwise<V> => throw new InvalidOperationException("This rule has no step.");
    }

    // An exception of a rule on any thread reaches the caller, and no thread writes after that.
    [Fact]
    public void What_a_rule_throws_on_any_thread_reaches_the_caller()
    {
        double[] g = new double[1 << 18], w = new double[1 << 18];
        foreach (int threads in new[] { 1, 2, 4 })
        {
            Assert.Throws<InvalidOperationException>(
                () => Kernels.Update<Failing, double>(default, g, w, [], [], VectorPaths.Best, threads));
        }
    }

    private static T[] Numbers<T>(RandomStream random, int count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => [.. random.Normals(count).Select(T.CreateTruncating)];

    [Fact]
    public void Every_number_takes_the_step_of_the_formula()
    {
        var random = new RandomStream(4);
        for (int n = 0; n <= 40; n++)
        {
            Formula<double>(random, n);
            Formula<float>(random, n);
        }
    }

    // Each operation is rounded by itself, so that the formula in scalars gives the same bits.
    private static void Formula<T>(RandomStream random, int n)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] g = Numbers<T>(random, n), w = Numbers<T>(random, n), a = Numbers<T>(random, n),
            b = [.. Numbers<T>(random, n).Select(v => v * v)];
        T η = T.CreateTruncating(0.1), β = T.CreateTruncating(0.9), γ = T.CreateTruncating(0.99),
            ε = T.CreateTruncating(1e-3);
        foreach (VectorPath path in VectorPaths.Available)
        {
            T[] weights = [.. w], first = [.. a], second = [.. b];
            Kernels.Update(new Descent(0.1), g, weights, default, default, path, 1);
            Assert.Equal(w.Select((v, i) => v - η * g[i]), weights);

            weights = [.. w];
            Kernels.Update(new Momentum(0.1, 0.9), g, weights, first, default, path, 1);
            Assert.Equal(a.Select((v, i) => β * v + g[i]), first);
            Assert.Equal(w.Select((v, i) => v - η * first[i]), weights);

            weights = [.. w];
            first = [.. a];
            Kernels.Update(new Adaptive(0.1, 0.9, 0.99, 1e-3), g, weights, first, second, path, 1);
            Assert.Equal(a.Select((v, i) => β * v + g[i]), first);
            Assert.Equal(b.Select((v, i) => γ * v + g[i] * g[i]), second);
            Assert.Equal(w.Select((v, i) => v - η * first[i] / (T.Sqrt(second[i]) + ε)), weights);
        }
    }

    // The step uses the state unflushed, so the weights are those of the formula; what is kept for later is 0.
    [Fact]
    public void A_state_that_became_tiny_is_kept_as_zero()
    {
        double limit = Kernels.StateFlushedBelow;
        float small = (float)Kernels.FloatStateFlushedBelow;
        Flushed([limit / 2, -limit / 2, 5e-324, -5e-324, limit, -limit, 2 * limit, double.NaN], limit);
        Flushed([small / 2, -small / 2, float.Epsilon, -float.Epsilon, small, -small, 2 * small, float.NaN], small);
    }

    private static void Flushed<T>(T[] cases, T limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int n = 1; n <= 40; n++)
        {
            T[] kept = [.. Enumerable.Range(0, n).Select(i => cases[i % cases.Length])], g = new T[n];
            T[] expected = [.. kept.Select(v => T.Abs(v) < limit ? T.Zero : v)];
            foreach (VectorPath path in VectorPaths.Available)
            {
                T[] w = new T[n], a = [.. kept], b = [.. kept.Select(T.Abs)];
                Kernels.Update(new Momentum(1, 1), g, w, a, default, path, 1);
                Assert.Equal(expected, a);
                Assert.Equal(kept.Select(v => -v), w);
                a = [.. kept];
                Kernels.Update(new Adaptive(0.1, 1, 1, 1e-3), g, w, a, b, path, 1);
                Assert.Equal(expected, a);
                Assert.Equal(expected.Select(T.Abs), b);
            }
        }
    }

    [Fact]
    public void The_weights_before_are_kept_and_the_new_ones_looked_at()
    {
        var random = new RandomStream(6);
        foreach (int n in Enumerable.Range(1, 40).Append(Kernels.ThreadedFrom + 77))
        {
            double[] g = random.Normals(n), w = random.Normals(n);
            foreach (VectorPath path in VectorPaths.Available)
            {
                foreach (int threads in new[] { 1, 3 })
                {
                    double[] moved = [.. w], before = new double[n];
                    Assert.True(Kernels.Update<Descent, double>(new(0.1), g, moved, [], [], path, threads, before));
                    Assert.Equal(w, before);
                    Assert.Equal(w.Select((v, i) => v - 0.1 * g[i]), moved);
                    foreach (int place in new[] { 0, n / 2, n - 1 })
                    {
                        double[] huge = new double[n];
                        huge[place] = 1e308;
                        Assert.False(Kernels.Update<Descent, double>(new(1e10), huge, [.. w], [], [], path, threads));
                    }
                }
            }
        }
    }

    [Fact]
    public void Bands_on_threads_give_the_bits_of_one_thread()
    {
        var random = new RandomStream(5);
        int n = Kernels.ThreadedFrom + 12_345;
        double[] g = random.Normals(n), w = random.Normals(n), a = random.Normals(n), b = random.Uniforms(n, 0, 1);
        double[][] expected = [[.. w], [.. a], [.. b]];
        var rule = new Adaptive(0.1, 0.9, 0.99, 1e-3);
        Kernels.Update<Adaptive, double>(rule, g, expected[0], expected[1], expected[2], VectorPaths.Best, 1);
        foreach (int threads in new[] { 2, 3, 7 })
        {
            double[][] actual = [[.. w], [.. a], [.. b]];
            Kernels.Update<Adaptive, double>(rule, g, actual[0], actual[1], actual[2], VectorPaths.Best, threads);
            Assert.Equal(expected, actual);
        }
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_finite_is_found_wherever_it_stands(double broken)
    {
        foreach (int n in new[] { 1, 7, 8, 16, 33, 100, Kernels.ThreadedFrom + 77 })
        {
            double[] x = new double[n];
            x.AsSpan().Fill(-double.MaxValue);
            float[] y = [.. x.Select(_ => float.MaxValue)];
            foreach (VectorPath path in VectorPaths.Available)
            {
                Assert.True(Kernels.AllFinite<double>(x, path, 1));
                Assert.True(Kernels.AllFinite<float>(y, path, 3));
                foreach (int place in new[] { 0, n / 3, n - 1 })
                {
                    (x[place], y[place]) = (broken, (float)broken);
                    Assert.False(Kernels.AllFinite<double>(x, path, 3));
                    Assert.False(Kernels.AllFinite<float>(y, path, 1));
                    (x[place], y[place]) = (1, 1);
                }
            }
        }

        Assert.True(Kernels.AllFinite(ReadOnlySpan<double>.Empty));
        Assert.True(Kernels.AllFinite([Math.BitDecrement(Math.ScaleB(1, 500)), 0], Math.ScaleB(1, 524)));
        Assert.False(Kernels.AllFinite([0, -Math.ScaleB(1, 500)], Math.ScaleB(1, 524)));
    }

    [Fact]
    public void A_step_on_one_thread_allocates_nothing()
    {
        double[] g = new double[1000], w = new double[1000], a = new double[1000];
        Kernels.Update(new Momentum(0.1, 0.9), g, w, a);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Kernels.Update(new Momentum(0.1, 0.9), g, w, a);
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Spans_that_do_not_fit_are_refused()
    {
        double[] two = new double[2], three = new double[3], other = new double[3], third = new double[3];
        var momentum = new Momentum(0.1, 0.9);
        Assert.Contains(
            "expected 3, got 2",
            Assert.Throws<ArgumentException>("w", () => Kernels.Update(new Descent(0.1), three, two)).Message);
        Assert.Throws<ArgumentException>("w", () => Kernels.Update(new Descent(0.1), three, three));
        const string missing = "a number for every weight: expected 3, got 2";
        Assert.Contains(
            missing, Assert.Throws<ArgumentException>("a", () => Kernels.Update(momentum, three, other, two)).Message);
        Assert.Contains(
            "expected 3, got 0",
            Assert.Throws<ArgumentException>("a", () => Kernels.Update(momentum, three, other)).Message);
        Assert.Contains(
            "nothing",
            Assert.Throws<ArgumentException>(
                "a", () => Kernels.Update(new Descent(0.1), three, other, third)).Message);
        Assert.Throws<ArgumentException>("a", () => Kernels.Update(momentum, three, other, other));
        Assert.Throws<ArgumentException>("a", () => Kernels.Update(momentum, three, other, three));
        Assert.Throws<ArgumentException>(
            "b", () => Kernels.Update(new Adaptive(1, 1, 1, 1), three, other, third, third));
        Assert.Throws<ArgumentException>(
            "before", () => Kernels.Update(new Descent(0.1), three, other, before: two));
        Assert.Throws<ArgumentException>(
            "before", () => Kernels.Update(momentum, three, other, third, before: third));
    }
}
