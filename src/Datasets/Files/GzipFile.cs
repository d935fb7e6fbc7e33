using System.Buffers.Binary;
using System.IO.Compression;

namespace Reference.Datasets;

/// <summary>A file that may be packed with gzip, in one or several members, opened for reading either way.</summary>
internal sealed class GzipFile : IDisposable
{
    private readonly string _name;
    private readonly long _length;
    private readonly bool _packed;
    private readonly uint _lastMember;

    public GzipFile(Stream file, string name)
    {
        (_name, _length) = (name, file.Length);
        Span<byte> start = stackalloc byte[2];
        int got = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        _packed = got == 2 && start is [0x1F, 0x8B];
        _lastMember = _packed ? TrailingSize(file) : 0;
        Content = _packed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>The bytes, unpacked.</summary>
    public Stream Content { get; }

    /// <summary>Compares the length that a header announces with the file, before memory is taken.</summary>
    /// <exception cref="InvalidDataException">The file cannot hold that many bytes, or is not packed and holds
    /// another number.</exception>
    public void ExpectLength(long announced)
    {
        if (announced > Limits.Bytes)
        {
            throw Damaged.File(_name, $"at most {Limits.Bytes} bytes", $"a header that announces {announced}");
        }

        // The last four bytes are the length of the last member: more than the whole where the file is cut.
        if (_packed && _lastMember > announced)
        {
            throw Damaged.File(_name, $"{announced} bytes, as its header announces",
                $"a gzip trailer that says {_lastMember}");
        }

        if (_packed && announced > Limits.DeflateRatio * _length)
        {
            throw Damaged.File(_name, $"at most {Limits.DeflateRatio} times its {_length} packed bytes",
                $"a header that announces {announced}");
        }

        if (!_packed && announced != _length)
        {
            throw Damaged.File(_name, $"{announced} bytes, as its header announces", $"{_length}");
        }
    }

    public void Dispose()
    {
        if (_packed)
        {
            Content.Dispose();
        }
    }

    private uint TrailingSize(Stream file)
    {
        if (file.Length < 18)
        {
            throw Damaged.File(_name, "a gzip file of at least 18 bytes", $"{file.Length}");
        }

        Span<byte> size = stackalloc byte[4];
        file.Position = file.Length - 4;
        file.ReadExactly(size);
        file.Position = 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }
}
