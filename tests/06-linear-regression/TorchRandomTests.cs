namespace Reference.LinearModels.Tests;

/// <summary>PyTorch's CPU generator, replayed.</summary>
public class TorchRandomTests
{
    private static readonly Golden PyTorch = Golden.Read("06-linear-regression");

    // The first word of seed 42, and the ten thousandth of seed 5489, which the C++ standard prescribes for mt19937;
    // 64 bits are two words, the first on top.
    [Fact]
    public void The_Mersenne_Twister_is_MT19937()
    {
        Assert.Equal(1608637542u, new MersenneTwister(42).NextUInt32());
        var twister = new MersenneTwister(5489);
        for (int i = 1; i < 10_000; i++)
        {
            twister.NextUInt32();
        }

        Assert.Equal(4123659995u, twister.NextUInt32());
        MersenneTwister once = new(17), twice = new(17);
        ulong first = twice.NextUInt32(), second = twice.NextUInt32();
        Assert.Equal((first << 32) | second, once.NextUInt64());
    }

    // (6.15) S0-060 S4-067 S4-089: to the last bit of float32.
    [Theory]
    [InlineData(42, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(7, 7, 5)]
    [InlineData(41, 13, 3)]
    [InlineData((1UL << 32) + 1, 1, 1)]
    public void A_linear_layer_starts_with_the_weights_of_PyTorch(ulong seed, int inputs, int outputs)
    {
        (float[,] weight, float[] bias) = new TorchRandom(seed).Linear(inputs, outputs);
        Assert.Equal((outputs, inputs), (weight.GetLength(0), weight.GetLength(1)));
        Exactly($"seed {seed}.linear {inputs} {outputs}.weight", [.. weight.Cast<float>()]);
        Exactly($"seed {seed}.linear {inputs} {outputs}.bias", bias);
    }

    // Uniform numbers beyond the first blocks of state, and a permutation.
    [Fact]
    public void Uniform_numbers_and_permutations_match_PyTorch()
    {
        var random = new TorchRandom(3);
        float[] values = [.. Enumerable.Range(0, 1500).Select(_ => random.Uniform(-0.37f, 0.53f))];
        Exactly("seed 3.uniform", values[^200..]);
        Assert.Equal(PyTorch["seed 9.randperm"], new TorchRandom(9).Permutation(23).Select(i => (double)i));
    }

    // PyTorch's vector kernels approximate log, sin and cos in float32: a few units in the last place of the largest
    // value, about 4.
    [Theory]
    [InlineData(7)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(43)]
    public void Normal_numbers_match_PyTorch_to_float32_rounding(int count)
    {
        var random = new TorchRandom(5);
        Close($"seed 5.randn {count}", random.Normals(count));
        Exactly($"seed 5.randn {count}.next", [random.Uniform()]);
    }

    [Fact]
    public void The_second_number_of_a_pair_waits_for_the_next_call()
    {
        var random = new TorchRandom(9);
        Close("seed 9.randn 3 twice", [.. random.Normals(3), .. random.Normals(3)]);
    }

    // (6.15) S0-060: the same seed gives the same run, another seed another one, and weights within ±1/√inputs.
    [Property]
    public void Equal_seeds_draw_equal_numbers(uint seed, byte inputs)
    {
        TorchRandom a = new(seed), b = new(seed), other = new(seed ^ 1);
        Assert.Equal(a.Normals(40), b.Normals(40));
        Assert.NotEqual(a.Uniform(), other.Uniform());
        (float[,] weight, float[] bias) = a.Linear(1 + inputs, 8);
        float bound = (float)(1 / Math.Sqrt(1 + inputs));
        Assert.All([.. weight.Cast<float>(), .. bias], w => Assert.InRange(w, -bound, bound));
    }

    private static void Exactly(string name, float[] actual) =>
        Assert.Equal(PyTorch[name], actual.Select(v => (double)v));

    private static void Close(string name, float[] actual)
    {
        Assert.Equal(PyTorch[name].Length, actual.Length);
        Assert.All(PyTorch[name].Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 2e-6));
    }
}
