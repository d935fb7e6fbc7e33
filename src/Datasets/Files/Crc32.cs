namespace Reference.Datasets;

/// <summary>
/// The cyclic checksum of PNG, zip and gzip: the remainder of the bytes as a polynomial over two elements, by
/// 0xEDB88320 with the bits reversed.
/// </summary>
public static class Crc32
{
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(value =>
    {
        uint r = (uint)value;
        for (int bit = 0; bit < 8; bit++)
        {
            r = (r & 1) == 1 ? 0xEDB88320 ^ (r >> 1) : r >> 1;
        }

        return r;
    })];

    /// <summary>The checksum of bytes that follow others.</summary>
    /// <param name="before">The checksum of those before; 0 for none.</param>
    /// <param name="bytes">The bytes.</param>
    public static uint Of(uint before, ReadOnlySpan<byte> bytes)
    {
        uint remainder = ~before;
        foreach (byte value in bytes)
        {
            remainder = Remainders[(byte)(remainder ^ value)] ^ (remainder >> 8);
        }

        return ~remainder;
    }
}
