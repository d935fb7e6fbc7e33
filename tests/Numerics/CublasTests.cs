namespace Reference.Numerics.Tests;

/// <summary>Transfers to and from the device, and operands that stay there.</summary>
[Collection(nameof(StandInGpu))]
public sealed class CublasTests
{
    [Fact]
    public void A_kept_operand_travels_once_and_its_parts_are_found()
    {
        using var gpu = new CublasComputeProvider(StandInGpu.Library);
        var random = new RandomStream(1);
        double[] weights = random.Normals(60), x = random.Normals(5), y = new double[6], expected = new double[6];
        GemmShape shape = new(6, 1, 5);
        new SimdComputeProvider().Multiply(shape, 1, weights.AsSpan(12), x, 0, expected);
        int before = StandInGpu.Copies;
        using (gpu.Keep(weights))
        {
            for (int i = 0; i < 3; i++)
            {
                y.AsSpan().Clear();
                gpu.Multiply(shape, 1, weights.AsSpan(12), x, 0, y);
                Assert.All(y.Zip(expected), pair => Assert.Equal(pair.First, pair.Second, 1e-14));
            }
        }

        // The weights once; in each product x and C there, and C back.
        Assert.Equal(1 + 3 * 3, StandInGpu.Copies - before);
        gpu.Multiply(shape, 1, weights.AsSpan(12), x, 0, y);
        Assert.Equal(10 + 4, StandInGpu.Copies - before);
    }

    [Fact]
    public void Numbers_between_the_columns_of_the_result_stay_as_they_were()
    {
        using var gpu = new CublasComputeProvider(StandInGpu.Library);
        double[] c = [1, 2, 3, 4, 5, 6, 7];
        gpu.Multiply(new GemmShape(2, 2, 1) { LeadingC = 3 }, 1, [10, 20], [1, 2], 0, c);
        Assert.Equal([10, 20, 3, 20, 40, 6, 7], c);
    }

    [Fact]
    public void Disposing_gives_the_device_its_memory_back()
    {
        int before = StandInGpu.LiveBlocks;
        var gpu = new CublasComputeProvider(StandInGpu.Library);
        gpu.Keep(new double[3]);
        gpu.Multiply(new GemmShape(1, 1, 1), 1, [2.0], [3.0], 0, new double[1]);
        Assert.Equal(before + 4, StandInGpu.LiveBlocks);
        gpu.Dispose();
        gpu.Dispose();
        Assert.Equal(before, StandInGpu.LiveBlocks);
        Assert.Throws<ObjectDisposedException>(
            () => gpu.Multiply(new GemmShape(1, 1, 1), 1, [2.0], [3.0], 0, new double[1]));
    }
}
