using System.Formats.Tar;

namespace Reference.Datasets;

/// <summary>
/// The blocks of 512 bytes of a tar archive on their way to <see cref="TarReader"/>, which allocates what a header
/// asks for: a long name or attributes of more than 64 KiB are refused before.
/// </summary>
internal sealed class TarBlocks(Stream archive, string name) : Stream
{
    private const int Block = 512, LongestName = 1 << 16, LongestPadding = 1 << 20;

    private readonly byte[] _block = new byte[Block];
    private int _given = Block;

    /// <summary>How many blocks have been read.</summary>
    public long Count { get; private set; }

    /// <summary>Compares the checksum of the header that was read last, which <see cref="TarReader"/> does
    /// not.</summary>
    /// <exception cref="InvalidDataException">It is wrong.</exception>
    public void ExpectHeader()
    {
        if (Sum != Checksum)
        {
            throw Damaged.File(name, $"a tar header whose bytes sum to {Checksum}", $"{Sum}");
        }
    }

    /// <summary>After the last member only zeros may follow, at most a tape's record of them; gzip compares its
    /// checksum at the end.</summary>
    /// <exception cref="InvalidDataException">Something else follows.</exception>
    public void ExpectEnd()
    {
        for (int blocks = 0; blocks < LongestPadding / Block; blocks++)
        {
            int got = Limits.Read(archive, _block, name);
            if (got == 0)
            {
                return;
            }

            if (_block.AsSpan(0, got).ContainsAnyExcept((byte)0))
            {
                break;
            }
        }

        throw Damaged.File(name, $"the end of the archive, or at most {LongestPadding} zeros", "more");
    }

    public override int Read(Span<byte> buffer)
    {
        if (_given == Block && !Next())
        {
            return 0;
        }

        int count = Math.Min(buffer.Length, Block - _given);
        _block.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool Next()
    {
        int got = Limits.Read(archive, _block, name);
        if (got == 0)
        {
            return false;
        }

        Limits.ReadExactly(archive, _block.AsSpan(got), name, "the rest of a block of a tar archive");
        if (_block[156] is (byte)'L' or (byte)'K' or (byte)'x' or (byte)'g' && Size > LongestName && Sum == Checksum)
        {
            throw Damaged.File(name, $"a name of at most {LongestName} bytes", $"{Size}");
        }

        (_given, Count) = (0, Count + 1);
        return true;
    }

    private long Size => Number(_block.AsSpan(124, 12));

    private long Checksum => Number(_block.AsSpan(148, 8));

    /// <summary>Of all bytes, with blanks in place of the checksum.</summary>
    private long Sum => _block.Sum(value => value) - _block[148..156].Sum(value => value) + 8 * ' ';

    /// <summary>An octal number; a first bit that is set announces a binary one, larger than any name.</summary>
    private static long Number(ReadOnlySpan<byte> field)
    {
        if (field[0] >= 0x80)
        {
            return long.MaxValue;
        }

        long value = 0;
        foreach (byte digit in field.Trim(" \0"u8))
        {
            value = 8 * value + (digit & 7);
        }

        return value;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
