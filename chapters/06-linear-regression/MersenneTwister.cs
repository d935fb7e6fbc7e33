namespace Reference.LinearModels;

/// <summary>MT19937 of Matsumoto and Nishimura (1998), the generator behind <c>torch.manual_seed</c> on the CPU: 624
/// words of state, of which a linear recurrence makes 624 new ones at a time, and a tempering that shuffles the bits
/// of each word on its way out. S0-060.</summary>
public sealed class MersenneTwister
{
    private const int Length = 624, Middle = 397;
    private const uint Twist = 0x9908B0DF, UpperBit = 0x80000000, LowerBits = 0x7FFFFFFF;

    private readonly uint[] _state = new uint[Length];
    private int _next = Length;

    /// <summary>Starts the stream of a seed. Of a longer seed only the lowest 32 bits count, as in PyTorch.</summary>
    public MersenneTwister(ulong seed)
    {
        _state[0] = (uint)seed;
        for (uint i = 1; i < Length; i++)
        {
            _state[i] = 1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30)) + i;
        }
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_next == Length)
        {
            Regenerate();
        }

        uint y = _state[_next++];
        y ^= y >> 11;
        y ^= (y << 7) & 0x9D2C5680;
        y ^= (y << 15) & 0xEFC60000;
        return y ^ (y >> 18);
    }

    /// <summary>The next 64 random bits: two words, the first on top.</summary>
    public ulong NextUInt64()
    {
        ulong high = NextUInt32();
        return (high << 32) | NextUInt32();
    }

    private void Regenerate()
    {
        for (int i = 0; i < Length; i++)
        {
            uint y = (_state[i] & UpperBit) | (_state[(i + 1) % Length] & LowerBits);
            _state[i] = _state[(i + Middle) % Length] ^ (y >> 1) ^ ((y & 1) * Twist);
        }

        _next = 0;
    }
}
