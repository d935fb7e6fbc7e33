using System.Buffers.Binary;
using System.IO.Compression;

namespace Reference.Datasets;

/// <summary>
/// A file that may be packed with gzip, opened for reading either way. Tells how many bytes it must unpack to, so that
/// a header inside can be checked before memory is taken.
/// </summary>
internal sealed class GzipFile : IDisposable
{
    private readonly string _name;
    private readonly long _packedLength;
    private readonly bool _packed;

    public GzipFile(Stream file, string name)
    {
        (_name, _packedLength) = (name, file.Length);
        Span<byte> start = stackalloc byte[2];
        int got = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        _packed = got == 2 && start is [0x1F, 0x8B];
        UnpackedLength = _packed ? TrailingSize(file) : file.Length;
        file.Position = 0;
        Content = _packed ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
    }

    /// <summary>The bytes, unpacked.</summary>
    public Stream Content { get; }

    /// <summary>How many there are; a packed file says so in its last four bytes, modulo 2³².</summary>
    private long UnpackedLength { get; }

    /// <summary>Holds a promised length against the file.</summary>
    /// <exception cref="InvalidDataException">The file cannot hold that many bytes, or holds more.</exception>
    public void ExpectLength(long promised)
    {
        if (promised > Limits.Bytes)
        {
            throw Damaged.File(_name, $"at most {Limits.Bytes} bytes", $"a header that announces {promised}");
        }

        if (promised != UnpackedLength)
        {
            throw Damaged.File(
                _name,
                $"{promised} bytes, as its header announces",
                _packed ? $"a gzip trailer that says {UnpackedLength}" : $"{UnpackedLength}");
        }

        if (_packed && promised > Limits.DeflateRatio * _packedLength)
        {
            throw Damaged.File(_name, $"at most {Limits.DeflateRatio} times its {_packedLength} packed bytes",
                $"a header that announces {promised}");
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
        return BinaryPrimitives.ReadUInt32LittleEndian(size);
    }
}
