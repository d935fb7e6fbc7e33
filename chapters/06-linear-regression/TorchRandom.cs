namespace Reference.LinearModels;

/// <summary>The numbers that PyTorch draws on the CPU after <c>torch.manual_seed(seed)</c>, in float32, so that a
/// seeded run of the notes can be replayed: S0-060, S4-067, S4-089. Uniform numbers, layers and permutations are equal
/// to the last bit to those of PyTorch's AVX2 and AVX-512 kernels; normal numbers agree to float32 rounding.</summary>
/// <param name="seed">The argument of <c>torch.manual_seed</c>; only its lowest 32 bits count.</param>
public sealed class TorchRandom(ulong seed)
{
    private readonly MersenneTwister _bits = new(seed);
    private double _spareNormal = double.NaN;

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32() => _bits.NextUInt32();

    /// <summary>A float32 number in [<paramref name="low"/>, <paramref name="high"/>): the lowest 24 bits as a
    /// fraction, scaled and shifted in one rounding, (6.15).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or not in order.</exception>
    public float Uniform(float low = 0, float high = 1)
    {
        if (!float.IsFinite(high - low) || low > high)
        {
            throw new ArgumentOutOfRangeException(nameof(high),
                $"Uniform needs bounds with low ≤ high a finite distance apart; got [{low}, {high}).");
        }

        float u = (_bits.NextUInt32() & 0xFFFFFF) * (1f / (1 << 24)); // (6.15)
        return MathF.FusedMultiplyAdd(u, high - low, low); // (6.15)
    }

    /// <summary><c>nn.Linear(inputs, outputs)</c>: weights, row by row, and then biases, all uniform in ±1/√inputs,
    /// (6.15), S0-060. A convolution draws the same with the inputs of one filter.</summary>
    /// <returns>Weight [outputs × inputs] and bias [outputs].</returns>
    /// <exception cref="ArgumentOutOfRangeException">A size below 1.</exception>
    public (float[,] Weight, float[] Bias) Linear(int inputs, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(outputs, 1);

        // kaiming_uniform_(a = √5) comes to 1/√inputs by gain and deviation.
        double a = Math.Sqrt(5), gain = Math.Sqrt(2 / (1 + a * a));
        float weightBound = (float)(Math.Sqrt(3) * (gain / Math.Sqrt(inputs))),
            biasBound = (float)(1 / Math.Sqrt(inputs));
        var weight = new float[outputs, inputs];
        for (int j = 0; j < outputs; j++)
        {
            for (int i = 0; i < inputs; i++)
            {
                weight[j, i] = Uniform(-weightBound, weightBound);
            }
        }

        return (weight, [.. Enumerable.Range(0, outputs).Select(_ => Uniform(-biasBound, biasBound))]);
    }

    /// <summary><c>torch.randn(count)</c>: pairs from doubles, or from 16 on blocks of 16 from float32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public float[] Normals(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count < 16)
        {
            return [.. Enumerable.Range(0, count).Select(_ => (float)Normal())];
        }

        float[] values = [.. Enumerable.Range(0, count).Select(_ => Uniform())];
        for (int i = 0; i + 16 <= count; i += 16)
        {
            BoxMuller(values.AsSpan(i, 16));
        }

        if (count % 16 != 0)
        {
            // The remainder is part of a last block of 16 that is drawn anew.
            Span<float> last = values.AsSpan(count - 16);
            foreach (ref float value in last)
            {
                value = Uniform();
            }

            BoxMuller(last);
        }

        return values;
    }

    /// <summary><c>torch.randperm(count)</c>: 0 … count − 1 in a random order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = 0; i < count - 1; i++)
        {
            int j = i + (int)(_bits.NextUInt32() % (uint)(count - i));
            (order[i], order[j]) = (order[j], order[i]);
        }

        return order;
    }

    private double Normal()
    {
        double spare = _spareNormal;
        _spareNormal = double.NaN;
        if (!double.IsNaN(spare))
        {
            return spare;
        }

        double angle = 2 * Math.PI * UniformDouble(), radius = Math.Sqrt(-2 * Math.Log(1 - UniformDouble()));
        _spareNormal = radius * Math.Sin(angle);
        return radius * Math.Cos(angle);
    }

    private double UniformDouble() => (_bits.NextUInt64() & ((1UL << 53) - 1)) * (1.0 / (1UL << 53));

    // The first 8 uniforms give radii, the last 8 angles.
    private static void BoxMuller(Span<float> block)
    {
        for (int i = 0; i < 8; i++)
        {
            double radius = Math.Sqrt(-2 * Math.Log(1f - block[i])), angle = 2 * Math.PI * block[i + 8];
            (block[i], block[i + 8]) = ((float)(radius * Math.Cos(angle)), (float)(radius * Math.Sin(angle)));
        }
    }
}
