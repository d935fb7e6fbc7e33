using System.Numerics;

namespace Reference.Numerics;

/// <summary>
/// A seeded stream of random numbers that is the same on every machine and runtime: xoshiro256++ (Blackman and Vigna,
/// 2018), its state filled from the seed by SplitMix64. Normal numbers depend on the platform's logarithm to its last
/// bit. Nothing in this project draws from another source or seeds from a clock.
/// </summary>
public sealed class RandomStream
{
    private ulong _s0, _s1, _s2, _s3;
    private double _spareNormal = double.NaN;

    /// <summary>Starts the stream of a seed: equal seeds give equal streams.</summary>
    public RandomStream(ulong seed) => Start(seed, out _s0, out _s1, out _s2, out _s3);

    /// <summary>The state, five numbers for a checkpoint, from which <see cref="Resume"/> continues.</summary>
    public ulong[] State() => [_s0, _s1, _s2, _s3, BitConverter.DoubleToUInt64Bits(_spareNormal)];

    /// <summary>A stream that continues from a <see cref="State"/>.</summary>
    /// <exception cref="ArgumentException">Not five numbers, or the first four are 0.</exception>
    public static RandomStream Resume(ReadOnlySpan<ulong> state)
    {
        var stream = new RandomStream(0);
        stream.Restore(state);
        return stream;
    }

    /// <summary>Continues from a <see cref="State"/>, for all who draw from this stream.</summary>
    /// <inheritdoc cref="Resume" path="/exception"/>
    public void Restore(ReadOnlySpan<ulong> state)
    {
        if (state.Length != 5 || (state[0] | state[1] | state[2] | state[3]) == 0)
        {
            throw new ArgumentException(
                $"Expected the five numbers of a stream's state, the first four not all 0; "
                + $"got [{string.Join(", ", state.ToArray())}].",
                nameof(state));
        }

        (_s0, _s1, _s2, _s3) = (state[0], state[1], state[2], state[3]);
        _spareNormal = BitConverter.UInt64BitsToDouble(state[4]);
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
        ulong t = _s1 << 17;
        _s2 ^= _s0;
        _s3 ^= _s1;
        _s1 ^= _s2;
        _s0 ^= _s3;
        _s2 ^= t;
        _s3 = BitOperations.RotateLeft(_s3, 45);
        return result;
    }

    /// <summary>A number in [0, 1), a multiple of 2⁻⁵³.</summary>
    public double Uniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>
    /// A number in [<paramref name="low"/>, <paramref name="high"/>); rounding may give the upper bound itself.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or not in order.</exception>
    public double Uniform(double low, double high)
    {
        RequireBounds(low, high);
        return Between(low, high);
    }

    /// <summary>An integer in [0, <paramref name="count"/>), every one equally likely.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is not positive.</exception>
    public int Below(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        // Multiply-shift keeps the high bits; draws in the uneven tail are rejected, so there is no bias.
        uint threshold = (uint)(-count) % (uint)count;
        while (true)
        {
            ulong product = (uint)(NextBits() >> 32) * (ulong)(uint)count;
            if ((uint)product >= threshold)
            {
                return (int)(product >> 32);
            }
        }
    }

    /// <summary>A draw from N(0, 1) by the polar method of Marsaglia.</summary>
    public double Normal()
    {
        if (!double.IsNaN(_spareNormal))
        {
            double spare = _spareNormal;
            _spareNormal = double.NaN;
            return spare;
        }

        while (true)
        {
            double u = 2 * Uniform() - 1;
            double v = 2 * Uniform() - 1;
            double s = u * u + v * v;
            if (s is > 0 and < 1)
            {
                double scale = Math.Sqrt(-2 * Math.Log(s) / s);
                _spareNormal = v * scale;
                return u * scale;
            }
        }
    }

    /// <summary>A draw from N(<paramref name="mean"/>, <paramref name="deviation"/>²).</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The mean is not finite, or the deviation is negative or not finite.
    /// </exception>
    public double Normal(double mean, double deviation)
    {
        if (!double.IsFinite(mean) || deviation is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(
                nameof(deviation),
                $"Normal needs a finite mean and a finite deviation ≥ 0; got {mean} and {deviation}.");
        }

        return mean + deviation * Normal();
    }

    /// <summary><c>count</c> independent draws from [<paramref name="low"/>, <paramref name="high"/>).</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The count is negative, or the bounds are not finite or not in order.
    /// </exception>
    public double[] Uniforms(int count, double low, double high)
    {
        RequireBounds(low, high);
        return Draw(count, () => Between(low, high));
    }

    /// <summary><c>count</c> independent draws from N(0, 1).</summary>
    public double[] Normals(int count) => Draw(count, Normal);

    /// <summary>Fills the span with random bits.</summary>
    public void Fill(Span<ulong> bits)
    {
        foreach (ref ulong value in bits)
        {
            value = NextBits();
        }
    }

    /// <summary>
    /// Fills the span with independent draws from [<paramref name="low"/>, <paramref name="high"/>).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not finite or not in order.</exception>
    public void FillUniform(Span<double> values, double low, double high)
    {
        RequireBounds(low, high);
        foreach (ref double value in values)
        {
            value = Between(low, high);
        }
    }

    /// <summary>Fills the span with independent draws from N(0, 1).</summary>
    public void FillNormal(Span<double> values)
    {
        foreach (ref double value in values)
        {
            value = Normal();
        }
    }

    /// <summary>A fair or biased coin: true with the given probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The probability is outside [0, 1] or NaN.</exception>
    public bool Bernoulli(double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(probability), $"A probability lies in [0, 1]; got {probability}.");
        }

        return Uniform() < probability;
    }

    /// <summary>Puts the items in a random order, every order equally likely (Fisher–Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private double Between(double low, double high) => low + (high - low) * Uniform();

    private static void RequireBounds(double low, double high)
    {
        if (!double.IsFinite(high - low) || low > high)
        {
            throw new ArgumentOutOfRangeException(
                nameof(high), $"Uniform needs bounds with low ≤ high a finite distance apart; got [{low}, {high}).");
        }
    }

    private static double[] Draw(int count, Func<double> next)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var values = new double[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = next();
        }

        return values;
    }

    /// <summary>The state at the start of the stream of a seed.</summary>
    internal static void Start(ulong seed, out ulong s0, out ulong s1, out ulong s2, out ulong s3)
    {
        s0 = SplitMix64(ref seed);
        s1 = SplitMix64(ref seed);
        s2 = SplitMix64(ref seed);
        s3 = SplitMix64(ref seed);
    }

    private static ulong SplitMix64(ref ulong state)
    {
        ulong z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
