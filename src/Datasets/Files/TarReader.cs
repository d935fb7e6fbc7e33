using System.Globalization;
using System.Text;

namespace Reference.Datasets;

/// <summary>
/// The files in a tar archive, one after the other: headers of 512 bytes with name, size in octal and checksum, then
/// the content padded to 512. Long names come in an entry before (kinds L and x). Links, devices and other kinds are
/// refused: no set of data needs them.
/// </summary>
internal sealed class TarReader(Stream archive, string name)
{
    private const int Block = 512, LongestName = 1 << 16, LongestPadding = 1 << 20;

    private readonly byte[] _header = new byte[Block];
    private long _left;

    /// <summary>Calls back for every file; what the callback leaves unread is skipped.</summary>
    /// <param name="use">Gets the name and exactly as many bytes as are read through <see cref="Read"/>.</param>
    public void ForEach(Action<string, long> use)
    {
        string? longName = null;
        while (NextHeader())
        {
            long size = Octal(_header.AsSpan(124, 12));
            switch ((char)_header[156])
            {
                case '0' or '\0':
                    _left = size;
                    use(longName ?? Name(), size);
                    Skip(_left + Padding(size));
                    longName = null;
                    break;
                case '5' or 'g':
                    Skip(size + Padding(size));
                    longName = null;
                    break;
                case 'L':
                    longName = Text(Extra(size)).TrimEnd('\0');
                    break;
                case 'x':
                    longName = PathOf(Extra(size)) ?? longName;
                    break;
                default:
                    throw Damaged.File(name, "files and folders",
                        $"an entry of kind {(int)_header[156]} named '{Damaged.Excerpt(Name())}'");
            }
        }
    }

    /// <summary>After the last member only zeros may follow, for as long as tapes had it; then gzip compares its
    /// checksum.</summary>
    public void ExpectEnd()
    {
        for (int blocks = 0; blocks < LongestPadding / Block; blocks++)
        {
            int got = Limits.Read(archive, _header, name);
            if (got == 0)
            {
                return;
            }

            if (_header.AsSpan(0, got).ContainsAnyExcept((byte)0))
            {
                break;
            }
        }

        throw Damaged.File(name, $"the end of the archive, or at most {LongestPadding} zeros", "more");
    }

    /// <summary>Reads on in the file that the callback was called for; 0 at its end.</summary>
    public int Read(Span<byte> buffer)
    {
        Span<byte> part = buffer[..(int)Math.Min(buffer.Length, _left)];
        Limits.ReadExactly(archive, part, name, "the content of a member");
        _left -= part.Length;
        return part.Length;
    }

    private bool NextHeader()
    {
        Limits.ReadExactly(archive, _header, name, "a tar header");
        if (!_header.AsSpan().ContainsAnyExcept((byte)0))
        {
            return false;
        }

        long expected = Octal(_header.AsSpan(148, 8)), sum = 8 * ' ';
        for (int i = 0; i < Block; i++)
        {
            sum += i is >= 148 and < 156 ? 0 : _header[i];
        }

        return sum == expected ? true
            : throw Damaged.File(name, $"a tar header whose bytes sum to {expected}", $"{sum}");
    }

    private string Name()
    {
        bool hasPrefix = _header.AsSpan(257, 6).SequenceEqual("ustar\0"u8) && _header[345] != 0;
        return (hasPrefix ? Text(_header.AsSpan(345, 155)) + "/" : "") + Text(_header.AsSpan(0, 100));
    }

    private byte[] Extra(long size)
    {
        if (size is < 1 or > LongestName)
        {
            throw Damaged.File(name, $"a name of 1 to {LongestName} bytes", $"{size}");
        }

        var bytes = new byte[size];
        Limits.ReadExactly(archive, bytes, name, "a long name");
        Skip(Padding(size));
        return bytes;
    }

    /// <summary>Records "length key=value\n", whose length counts all of it; only the path matters here, and the last
    /// one counts.</summary>
    private string? PathOf(ReadOnlySpan<byte> records)
    {
        string? path = null;
        while (!records.IsEmpty)
        {
            int blank = records.IndexOf((byte)' ');
            if (blank < 0 || !int.TryParse(records[..blank], NumberStyles.None, provider: null, out int length)
                || length < blank + 2 || length > records.Length || records[length - 1] != '\n')
            {
                throw Damaged.File(name, "records 'length key=value' before a member",
                    $"'{Damaged.Excerpt(Text(records))}'");
            }

            ReadOnlySpan<byte> record = records[(blank + 1)..(length - 1)];
            path = record.StartsWith("path="u8) ? Text(record["path=".Length..]) : path;
            records = records[length..];
        }

        return path;
    }

    private void Skip(long count)
    {
        Span<byte> waste = stackalloc byte[4096];
        for (; count > 0; count -= waste.Length)
        {
            Limits.ReadExactly(archive, waste[..(int)Math.Min(count, waste.Length)], name, "the content of a member");
        }
    }

    private long Octal(ReadOnlySpan<byte> digits)
    {
        long value = 0;
        foreach (byte digit in digits.Trim(" \0"u8))
        {
            value = digit is >= (byte)'0' and <= (byte)'7'
                ? 8 * value + digit - '0'
                : throw Damaged.File(name, "octal digits in a tar header", $"byte {digit}");
        }

        return value;
    }

    private static long Padding(long size) => (Block - size % Block) % Block;

    private static string Text(ReadOnlySpan<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.IndexOf((byte)0) is >= 0 and int end ? bytes[..end] : bytes);
}
