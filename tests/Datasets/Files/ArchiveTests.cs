using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Reference.Datasets.Tests;

public class ArchiveTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 700).Select(i => (byte)i)];

    [Fact]
    public void Zip_tar_and_packed_tar_are_unpacked()
    {
        using var folder = new TemporaryFolder();
        byte[] tar = TarWriter.Archive(
            TarWriter.Entry("set/", [], '5'),
            TarWriter.Entry("set/a.bin", Content),
            TarWriter.Entry("b c.txt", [1], prefix: "deep/er"),
            TarWriter.Entry("empty", []));
        foreach ((string name, byte[] bytes) in new[]
        {
            ("a.tar", tar),
            ("a.tar.gz", Idx.Gzip(tar)),
            ("a.zip", Zip(("set/a.bin", Content), ("deep/er/b c.txt", [1]), ("empty", []))),
        })
        {
            File.WriteAllBytes(folder.At(name), bytes);
            IReadOnlyList<string> files = Archive.Extract(folder.At(name), folder.At(name + "-out"));
            Assert.Equal(3, files.Count);
            Assert.Equal(Content, File.ReadAllBytes(folder.At(name + "-out", "set", "a.bin")));
            Assert.Equal([1], File.ReadAllBytes(folder.At(name + "-out", "deep", "er", "b c.txt")));
            Assert.Empty(File.ReadAllBytes(folder.At(name + "-out", "empty")));
        }
    }

    [Theory]
    [InlineData(TarEntryFormat.Ustar)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.V7)]
    public void Archives_of_other_writers_are_unpacked_long_names_too(TarEntryFormat format)
    {
        using var folder = new TemporaryFolder();
        string name = format is TarEntryFormat.V7
            ? "short.bin"
            : string.Join('/', Enumerable.Repeat(new string('n', 30), format == TarEntryFormat.Ustar ? 3 : 6));
        using (var writer = new TarWriterOfDotNet(folder.At("a.tar"), format))
        {
            writer.Add(name, Content);
            writer.Add("second", [2]);
        }

        IReadOnlyList<string> files = Archive.Extract(folder.At("a.tar"), folder.At("out"));
        Assert.Equal(Content, File.ReadAllBytes(folder.At("out", name)));
        Assert.Equal([2], File.ReadAllBytes(files[1]));
    }

    [Fact]
    public void The_empty_blocks_at_the_end_may_be_missing()
    {
        using var folder = new TemporaryFolder();
        byte[] open = [.. TarWriter.Entry("a", Content), .. TarWriter.Entry("b", [])];
        foreach (byte[] bytes in new[] { open, [.. open, .. new byte[512]] })
        {
            File.WriteAllBytes(folder.At("a.tar"), bytes);
            Assert.Equal(2, Archive.Extract(folder.At("a.tar"), folder.At("out")).Count);
            Assert.Equal(Content, File.ReadAllBytes(folder.At("out", "a")));
        }

        Directory.Delete(folder.At("out"), recursive: true);
        Refused(folder, Idx.Gzip(open), "the end of the file");
    }

    [Theory]
    [InlineData("../evil")]
    [InlineData("a/../../evil")]
    [InlineData("/evil")]
    [InlineData("C:\\evil")]
    [InlineData("a\\..\\evil")]
    public void A_member_that_leaves_the_folder_is_refused(string name)
    {
        using var folder = new TemporaryFolder();
        Refused(folder, TarWriter.Archive(TarWriter.Entry(name, [1])), "stay inside");
        Refused(folder, Zip((name, [1])), "stay inside");
        Refused(
            folder,
            TarWriter.Archive(TarWriter.Entry("././@LongLink", Encoding.ASCII.GetBytes(name + "\0"), 'L'),
                TarWriter.Entry("good", [1])),
            "stay inside");
        Refused(
            folder,
            TarWriter.Archive(TarWriter.Entry("pax", TarWriter.Record("path", name), 'x'),
                TarWriter.Entry("good", [1])),
            "stay inside");
        Assert.Equal(["archive"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_long_name_is_read_from_the_path_record()
    {
        using var folder = new TemporaryFolder();
        byte[] records =
        [
            .. TarWriter.Record("comment", "see path=x"), .. TarWriter.Record("path", "good = ŷ"),
            .. TarWriter.Record("linkpath", "z"),
        ];
        File.WriteAllBytes(folder.At("a.tar"),
            TarWriter.Archive(TarWriter.Entry("pax", records, 'x'), TarWriter.Entry("short", [1])));
        Assert.Equal([folder.At("out", "good = ŷ")], Archive.Extract(folder.At("a.tar"), folder.At("out")));
    }

    [Theory]
    [InlineData("path=x\n")]
    [InlineData("999 path=x\n")]
    [InlineData("8 path=x\n")]
    [InlineData("10 path=xy")]
    [InlineData("0 path=x\n")]
    [InlineData("2 path=x\n")]
    [InlineData("-9 path=x\n")]
    [InlineData("99999999999 path=x\n")]
    public void A_record_whose_length_is_wrong_is_refused(string record)
    {
        using var folder = new TemporaryFolder();
        Refused(
            folder,
            TarWriter.Archive(TarWriter.Entry("pax", Encoding.ASCII.GetBytes(record), 'x'),
                TarWriter.Entry("short", [1])),
            "damaged");
    }

    [Theory]
    [InlineData('L')]
    [InlineData('K')]
    [InlineData('x')]
    [InlineData('g')]
    public void A_name_that_asks_for_memory_is_refused_before(char kind)
    {
        using var folder = new TemporaryFolder();
        byte[] header = TarWriter.Entry("name", [], kind);
        Encoding.ASCII.GetBytes("15000000000").CopyTo(header, 124); // 1.6 GB in octal
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(folder, [.. TarWriter.Sealed(header), .. new byte[2048]], "a name of at most 65536 bytes");
        header[500] ^= 1;
        Refused(folder, [.. header, .. new byte[2048]], "bytes sum to");
        header[124] = 0x80; // a binary number
        Refused(folder, [.. TarWriter.Sealed(header), .. new byte[2048]], "octal digits");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
    }

    [Fact]
    public void An_archive_cut_inside_a_member_or_between_its_headers_is_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] named =
        [
            .. TarWriter.Entry("first", [1]),
            .. TarWriter.Entry("././@LongLink", Encoding.ASCII.GetBytes("second\0"), 'L'),
            .. TarWriter.Entry("short", Content),
        ];
        Assert.All(new[] { 700, 1500, 1536, 2000, 2048, 2300, 2560, 3000 }, length =>
            Refused(folder, named[..length], "the end of the file"));
    }

    [Fact]
    public void A_name_that_is_a_file_and_a_folder_is_refused()
    {
        using var folder = new TemporaryFolder();
        Refused(folder, Zip((".", [1])), "the folder itself");
        Refused(folder, Zip(("a", [1]), ("a/b/c", [2])), "either files or folders");
        Refused(folder, Zip(("a/b", [1]), ("a", [2])), "either files or folders");
        Refused(folder, Zip((new string('ŷ', 101), [1])), "stay inside");
    }

    [Fact]
    public void Links_and_devices_are_refused()
    {
        using var folder = new TemporaryFolder();
        Assert.All("1234", kind =>
            Refused(folder, TarWriter.Archive(TarWriter.Entry("link", [], kind)), "named 'link'"));
    }

    [Fact]
    public void A_bomb_is_refused_before_the_disk_is_full()
    {
        using var folder = new TemporaryFolder();
        Refused(folder, Zip(("zeros", new byte[70 << 20])), "100 times");
        Refused(folder, Zip(("zeros", new byte[40 << 20]), ("more", new byte[40 << 20])), "100 times");
        Refused(folder, Idx.Gzip(TarWriter.Archive(Claiming("00500000000"))), "100 times"); // 80 MiB in octal
        Refused(folder, TarWriter.Archive(Claiming("77777777777")), "8589934591 bytes and more");

        static byte[] Claiming(string octal)
        {
            byte[] entry = TarWriter.Entry("big", []);
            Encoding.ASCII.GetBytes(octal).CopyTo(entry, 124);
            return TarWriter.Sealed(entry);
        }
    }

    [Fact]
    public void A_zip_that_lies_about_a_size_is_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] zip = Zip(("a", new byte[70_000]));
        byte[] size = BitConverter.GetBytes(70_000);
        for (int at = zip.AsSpan().IndexOf(size); at >= 0; at = zip.AsSpan().IndexOf(size))
        {
            BitConverter.GetBytes(10).CopyTo(zip, at);
        }

        Refused(folder, zip, "");
    }

    [Fact]
    public void Damage_is_refused()
    {
        using var folder = new TemporaryFolder();
        byte[] tar = TarWriter.Archive(TarWriter.Entry("a", Content)), packed = Idx.Gzip(tar),
            zip = Zip(("a", Content));
        Refused(folder, tar[..1024], "content of a member (700 bytes); got the end of the file 188 bytes before");
        Refused(folder, tar[..700], "a block of a tar archive");
        Refused(folder, tar[..300], "a block of a tar archive");
        Refused(folder, [], "tar header");
        Refused(folder, [(byte)'b', .. tar[1..]], "bytes sum to");
        Refused(folder, [.. tar, .. "rubbish"u8, .. new byte[1024]], "the end of the archive");
        packed[^5] ^= 1;
        Refused(folder, packed, "");
        Refused(folder, zip[..^20], "damaged");
        int data = zip.AsSpan().IndexOf(Content.AsSpan(0, 100));
        zip[data + 5] ^= 1;
        Refused(folder, zip, "with checksum");
    }

    private static void Refused(TemporaryFolder folder, byte[] archive, string why)
    {
        File.WriteAllBytes(folder.At("archive"), archive);
        Assert.Contains(
            why,
            Assert.Throws<InvalidDataException>(() => Archive.Extract(folder.At("archive"), folder.At("out"))).Message,
            StringComparison.Ordinal);
        if (Directory.Exists(folder.At("out")))
        {
            Assert.Empty(Directory.GetFiles(folder.At("out"), "*.unfinished"));
            Directory.Delete(folder.At("out"), recursive: true);
        }
    }

    internal static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] content) in members)
            {
                using Stream entry = zip.CreateEntry(name, content.Length == 700 ? CompressionLevel.NoCompression
                    : CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private sealed class TarWriterOfDotNet(string path, TarEntryFormat format) : IDisposable
    {
        private readonly System.Formats.Tar.TarWriter _writer = new(File.Create(path), format);

        public void Add(string name, byte[] content)
        {
            TarEntry entry = format switch
            {
                TarEntryFormat.Ustar => new UstarTarEntry(TarEntryType.RegularFile, name),
                TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                _ => new V7TarEntry(TarEntryType.V7RegularFile, name),
            };
            entry.DataStream = new MemoryStream(content);
            _writer.WriteEntry(entry);
        }

        public void Dispose() => _writer.Dispose();
    }
}
