namespace Reference.Numerics.Tests;

public sealed class AllocationTests
{
    private readonly struct Plain : IUpdateRule
    {
        public static int States => 0;

        public void Of<V>(ref V w, V g, ref V a, ref V b)
            where V : unmanaged, IElementwise<V> => w -= 0.1 * g;
    }

    internal static long Allocated(Action action)
    {
        for (int i = 0; i < 3; i++)
        {
            action();
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    // A busy machine makes more workers of a loop over threads: what the loop itself needs is the least of ten.
    private static long LeastAllocated(Action action) => Enumerable.Range(0, 10).Min(_ => Allocated(action));

    [Theory]
    [InlineData(8)]
    [InlineData(65)]
    [InlineData(200)]
    public void A_product_on_one_thread_allocates_nothing(int n)
    {
        Assert.SkipWhen(n == 200 && MutationTesting.IsOn, "Two smaller products show as much.");
        var engine = new SimdComputeProvider(VectorPaths.Best, 1);
        double[] a = new double[n * n], b = new double[n * n], c = new double[n * n];
        for (int transposes = 0; transposes < 4; transposes++)
        {
            GemmShape shape = new(n, n, n) { TransposeA = transposes % 2 == 1, TransposeB = transposes > 1 };
            Assert.Equal(0, Allocated(() => engine.Multiply(shape, 1, a, b, 0, c)));
            Assert.Equal(0, Allocated(() => engine.Multiply(shape with { N = 1 }, 1, a, b, 0, c)));
        }
    }

    [Fact]
    public void A_product_on_threads_allocates_a_few_hundred_bytes_whatever_its_size()
    {
        var engine = new SimdComputeProvider(VectorPaths.Best, 2);
        MutationTesting.SkipSlow();
        foreach (int n in new[] { 200, 400 })
        {
            double[] a = new double[n * n], b = new double[n * n], c = new double[n * n];
            Assert.InRange(
                LeastAllocated(() => engine.Multiply(new GemmShape(n, n, n), 1, a, b, 0, c)), 1, 500);
        }
    }

    [Fact]
    public void An_optimizer_step_allocates_nothing_on_one_thread_and_a_few_hundred_bytes_on_several()
    {
        foreach (int n in new[] { Kernels.ThreadedFrom, 4 * Kernels.ThreadedFrom })
        {
            double[] g = new double[n], w = new double[n];
            Assert.Equal(
                0, Allocated(() => Kernels.Update<Plain, double>(default, g, w, [], [], VectorPaths.Best, 1)));
            Assert.InRange(
                LeastAllocated(() => Kernels.Update<Plain, double>(default, g, w, [], [], VectorPaths.Best, 2)),
                1, 500);
            Assert.InRange(LeastAllocated(() => Kernels.AllFinite<double>(w, VectorPaths.Best, 2)), 1, 500);
        }
    }

    [Fact]
    public void Span_kernels_allocate_nothing()
    {
        double[] x = new double[1003], y = new double[1003];
        Assert.Equal(0, Allocated(() => Kernels.Sigmoid(x, y)));
        Assert.Equal(0, Allocated(() => Kernels.SoftmaxColumns(17, x, y)));
        Assert.Equal(0, Allocated(() => Kernels.SoftmaxRows(17, x, y)));
        Assert.Equal(0, Allocated(() => Kernels.LogSoftmaxColumns(17, x, y)));
        Assert.Equal(0, Allocated(() => Kernels.TanhGradient(x, y, y)));
    }
}
