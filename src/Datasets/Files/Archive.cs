using System.Formats.Tar;
using System.IO.Compression;

namespace Reference.Datasets;

/// <summary>
/// Unpacks archives that come from elsewhere: zip, tar, and tar packed with gzip. A member that would land outside the
/// folder is refused, and so is an archive that unpacks to far more than any data set does (a decompression bomb).
/// Each file replaces an older one only when it is complete.
/// </summary>
public static class Archive
{
    /// <summary>No archive unpacks to more: 4 GiB.</summary>
    private const long MostBytes = 4L << 30;

    /// <summary>Above 64 MiB, data that packs better than 100 : 1 is refused.</summary>
    private const long HarmlessBytes = 64L << 20, PlausibleRatio = 100;

    private const int MostMembers = 1_000_000;

    /// <summary>Unpacks an archive.</summary>
    /// <param name="path">The archive; its format is recognised by its first bytes.</param>
    /// <param name="folder">Where to; created when missing.</param>
    /// <returns>The full paths of the files.</returns>
    /// <exception cref="InvalidDataException">The archive is damaged, a member's name leaves the folder, or it unpacks
    /// to too much.</exception>
    public static IReadOnlyList<string> Extract(string path, string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using FileStream file = File.OpenRead(path);
        var start = new byte[2];
        int got = file.ReadAtLeast(start, 2, throwOnEndOfStream: false);
        file.Position = 0;
        var unpacking = new Unpacking(path, folder, file.Length);
        try
        {
            if (got == 2 && start is [(byte)'P', (byte)'K'])
            {
                unpacking.Zip(file);
            }
            else
            {
                using Stream plain = start is [0x1F, 0x8B]
                    ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : file;
                unpacking.Tar(plain);
            }
        }
        catch (Exception e) when (
            e is EndOfStreamException or NotSupportedException or ArgumentException or FormatException
                or OverflowException
            || (e is InvalidDataException && !e.Message.StartsWith(path, StringComparison.Ordinal)))
        {
            throw Damaged.File(path, "a zip or tar archive", "a damaged one", e);
        }

        return unpacking.Files;
    }

    private sealed class Unpacking(string path, string folder, long packed)
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private readonly string _root = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        private long _bytes;

        public List<string> Files { get; } = [];

        public void Tar(Stream stream)
        {
            using var blocks = new TarBlocks(stream, path);
            using var tar = new TarReader(blocks);
            while (blocks.Next(tar) is { } entry)
            {
                switch (entry.EntryType)
                {
                    case TarEntryType.RegularFile or TarEntryType.V7RegularFile:
                        Announce(entry.Length);
                        long left = entry.Length;
                        Store(entry.Name, buffer =>
                        {
                            int got = entry.DataStream is null ? 0 : Limits.Read(entry.DataStream, buffer, path);
                            left -= got;
                            return got > 0 || left == 0 ? got
                                : throw Damaged.File(path, $"the content of a member ({entry.Length} bytes)",
                                    $"the end of the file {left} bytes before");
                        });
                        break;
                    case TarEntryType.Directory or TarEntryType.GlobalExtendedAttributes:
                        break;
                    default:
                        throw Damaged.File(path, "files and folders",
                            $"a {entry.EntryType} named '{Damaged.Excerpt(entry.Name)}'");
                }
            }

            blocks.ExpectEnd();
        }

        public void Zip(Stream stream)
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            foreach (ZipArchiveEntry entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')))
            {
                Announce(entry.Length);
                using Stream content = entry.Open();
                (uint checksum, long length) = (0, 0);
                Store(entry.FullName, buffer =>
                {
                    int got = Limits.Read(content, buffer, path);
                    (checksum, length) = (Crc32.Of(checksum, buffer[..got]), length + got);
                    return got > 0 || (checksum == entry.Crc32 && length == entry.Length)
                        ? got
                        : throw Damaged.File(
                            path, $"{entry.Length} bytes with checksum {entry.Crc32:X8} in '{entry.FullName}'",
                                $"{length} with {checksum:X8}");
                });
            }
        }

        private delegate int Source(Span<byte> buffer);

        private void Announce(long size)
        {
            long sum = _bytes + size;
            if (size < 0 || sum > MostBytes || (sum > HarmlessBytes && sum > PlausibleRatio * packed)
                || Files.Count >= MostMembers)
            {
                string most = $"{MostBytes} bytes, {PlausibleRatio} times its {packed}, and {MostMembers} files";
                throw Damaged.File(path, $"an archive that unpacks to at most {most}", $"{sum} bytes and more");
            }
        }

        private void Store(string member, Source source)
        {
            string target = ContainedPath.Of(folder, member, path);
            if (target.Length <= _root.Length)
            {
                throw Damaged.File(
                    path, "members inside the folder", $"'{Damaged.Excerpt(member)}', the folder itself");
            }

            // The folder itself may be anything; what lies between it and the member must be folders.
            for (string above = target; above.Length > _root.Length; above = Path.GetDirectoryName(above)!)
            {
                if (above == target ? Directory.Exists(above) : File.Exists(above))
                {
                    throw Damaged.File(path, "members that are either files or folders",
                        $"both at '{Damaged.Excerpt(member)}'");
                }
            }

            AtomicFile.Write(target, toDisk: false, write: stream =>
            {
                // The announced size may be wrong: the bytes are counted.
                for (int got = source(_buffer); got > 0; got = source(_buffer))
                {
                    Announce(got);
                    _bytes += got;
                    stream.Write(_buffer.AsSpan(0, got));
                }
            });
            Files.Add(target);
        }
    }
}
