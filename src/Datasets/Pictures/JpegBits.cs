namespace Reference.Datasets;

/// <summary>
/// The bits of a JPEG scan, most significant first. A byte FF in the data is followed by 00; any other byte after it
/// is a marker, and the data ends.
/// </summary>
internal sealed class JpegBits(byte[] file, int start, string name)
{
    private int _byte, _bitsLeft;

    /// <summary>Where the next byte is.</summary>
    public int Position { get; private set; } = start;

    public int Bit()
    {
        if (_bitsLeft == 0)
        {
            if (Position >= file.Length
                || (file[Position] == 0xFF && (Position + 1 >= file.Length || file[Position + 1] != 0)))
            {
                throw Damaged.File(name, "more of the compressed image", $"its end at byte {Position}");
            }

            _byte = file[Position];
            Position += _byte == 0xFF ? 2 : 1;
            _bitsLeft = 8;
        }

        return _byte >> --_bitsLeft & 1;
    }

    public int Bits(int count)
    {
        int value = 0;
        for (int i = 0; i < count; i++)
        {
            value = value << 1 | Bit();
        }

        return value;
    }

    /// <summary>A signed number of so many bits: those with a leading 0 are negative.</summary>
    public int Signed(int count)
    {
        int value = Bits(count);
        return count > 0 && value < 1 << (count - 1) ? value - (1 << count) + 1 : value;
    }

    /// <summary>Drops the rest of the byte and steps over the restart marker with this number.</summary>
    public void Restart(int number)
    {
        _bitsLeft = 0;
        if (Position + 1 >= file.Length || file[Position] != 0xFF || file[Position + 1] != 0xD0 + number)
        {
            throw Damaged.File(name, $"restart marker {number} at byte {Position}", "something else");
        }

        Position += 2;
    }
}
