using System.Formats.Tar;
using System.IO.Compression;

namespace Reference.Datasets;

/// <summary>
/// The blocks of 512 bytes of a tar archive on their way to <see cref="TarReader"/>, which compares no checksum and
/// allocates what a header asks for. Both are checked here before.
/// </summary>
internal sealed class TarBlocks(Stream archive, string name) : Stream
{
    private const int Block = 512, LongestName = 1 << 16, LongestPadding = 1 << 20;

    private readonly byte[] _block = new byte[Block];
    private int _given = Block;
    private bool _inHeaders;
    private long _count, _nameBlocks;

    /// <summary>The next member; none at the two empty blocks that end an archive. They may be missing, but not behind
    /// gzip: GZipStream ends without an error where a file is cut.</summary>
    /// <param name="reader">A reader of these blocks.</param>
    /// <exception cref="InvalidDataException">A header is damaged, or the archive ends inside it.</exception>
    public TarEntry? Next(TarReader reader)
    {
        long before = _count;
        _inHeaders = true;
        try
        {
            return reader.GetNextEntry();
        }
        catch (EndOfStreamException) when (before > 0 && _count == before && archive is not GZipStream)
        {
            return null;
        }
        catch (EndOfStreamException e)
        {
            throw Damaged.File(name, "a tar header and what follows it", "the end of the file", e);
        }
        finally
        {
            _inHeaders = false;
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
        if (_given == Block && !Fetch())
        {
            return 0;
        }

        int count = Math.Min(buffer.Length, Block - _given);
        _block.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    private bool Fetch()
    {
        int got = Limits.Read(archive, _block, name);
        if (got == 0)
        {
            return false;
        }

        Limits.ReadExactly(archive, _block.AsSpan(got), name, "the rest of a block of a tar archive");
        (_given, _count) = (0, _count + 1);
        if (_nameBlocks > 0)
        {
            _nameBlocks--;
        }
        else if (_inHeaders && _block.AsSpan().ContainsAnyExcept((byte)0))
        {
            Check();
        }

        return true;
    }

    /// <summary>Compares the checksum of a header, and the size of what follows it where that is a name or
    /// attributes.</summary>
    private void Check()
    {
        // The sum of all bytes, with blanks in place of the checksum.
        long sum = _block.Sum(value => value) - _block[148..156].Sum(value => value) + 8 * ' ',
            expected = Octal(148, 8);
        if (sum != expected)
        {
            throw Damaged.File(name, $"a tar header whose bytes sum to {expected}", $"{sum}");
        }

        if (_block[156] is (byte)'L' or (byte)'K' or (byte)'x' or (byte)'g')
        {
            long size = Octal(124, 12);
            _nameBlocks = size <= LongestName ? (size + Block - 1) / Block
                : throw Damaged.File(name, $"a name of at most {LongestName} bytes", $"{size}");
        }
    }

    private long Octal(int start, int length)
    {
        long value = 0;
        foreach (byte digit in _block.AsSpan(start, length).Trim(" \0"u8))
        {
            value = digit is >= (byte)'0' and <= (byte)'7' ? 8 * value + digit - '0'
                : throw Damaged.File(name, "octal digits in a tar header", $"byte {digit}");
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
