using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

/// <summary>
/// Whatever bytes a reader gets, it returns or throws <see cref="InvalidDataException"/> with the file's name: no
/// other exception, no hang, no huge allocation. A thousand damaged files a reader, or as many as
/// <c>REFERENCE_MAX_TESTS</c> asks for; a quarter of them where each is unpacked into a folder.
/// </summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const string Name = "damaged file";

    /// <summary>More than any of the small files below could rightly ask for.</summary>
    private const long MostBytes = 64L << 20;

    private static readonly int Count = PropertyAttribute.AtLeast(1000);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Readers => [.. All.Keys];

    // A file, what repairs its outer checksums after the damage (or nothing), and the reader.
    private static Dictionary<string, (byte[] File, Func<byte[], byte[]>? Repair, Action<byte[], string> Read)> All
        { get; } = new(StringComparer.Ordinal)
    {
        ["idx"] = (Idx.Bytes(new byte[60], 3, 4, 5), null, (bytes, _) => IdxFile.Read(new MemoryStream(bytes), Name)),
        ["idx in gzip"] = (Idx.Gzip(Idx.Bytes(new byte[60], 3, 4, 5)), null, (bytes, _) =>
            IdxFile.Read(new MemoryStream(bytes), Name)),
        ["idx, then packed"] = (Idx.Bytes(new byte[60], 3, 4, 5), Idx.Gzip, (bytes, _) =>
            IdxFile.Read(new MemoryStream(bytes), Name)),
        ["cifar"] = (new byte[2 * 3073], null, (bytes, _) => Cifar10.Read(new MemoryStream(bytes), Name)),
        ["text"] = (Encoding.UTF8.GetBytes("σ′ ≤ ¼ und so weiter"), null, (bytes, _) =>
            TextFile.Read(new MemoryStream(bytes), Name)),
        ["sentences"] = (Encoding.UTF8.GetBytes("good\t1\nbad\t0\nso so\t1\n"), null, (bytes, _) =>
            SentenceFile.Read(new MemoryStream(bytes), Name)),
        ["csv"] = (Encoding.UTF8.GetBytes("a,b,\"c, d\"\n1,2.5,-3e2\n4,5,6\n7,8,9\n"), null,
            (bytes, _) => NumberTableFile.ReadCsv(new MemoryStream(bytes), Name)),
        ["boston"] = (
            Encoding.UTF8.GetBytes("A B\n1 2 3 4 5 6 7 8 9 10 11 12 13 14\n1 2 3 4 5 6 7 8 9 10 11\n12 13 14\n"), null,
            (bytes, _) => BostonHousing.Read(new MemoryStream(bytes), Name)),
        ["image list"] = (Encoding.UTF8.GetBytes("name,label\na/b.png,1\n\"c, d.png\",x\n"), null,
            (bytes, _) => ImageList.Open(new MemoryStream(bytes), Name, "images")),
        ["png"] = (Fixture.Bytes("palette.png"), null, ReadPicture),
        ["png, checksums repaired"] = (Fixture.Bytes("interlaced-palette.png"), RepairChunks, ReadPicture),
        ["png rows"] = (new byte[6 * 11], rows => PngWriter.Encode(10, 6, 8, 3, rows, [1, 2, 3, 4, 5, 6], [0]),
            ReadPicture),
        ["pgm"] = (Encoding.ASCII.GetBytes("P2 # x\n3 2 255\n1 2 3 4 5 66\n"), null, ReadPicture),
        ["ppm"] = ([.. Encoding.ASCII.GetBytes("P6 3 2 255\n"), .. new byte[18]], null, ReadPicture),
        ["jpeg"] = (Fixture.Bytes("restart.jpg"), null, ReadPicture),
        ["jpeg, small colours"] = (Fixture.Bytes("color-420-low.jpg"), null, ReadPicture),
        ["jpeg, progressive"] = (Fixture.Bytes("color-420-progressive.jpg"), null, ReadPicture),
        ["safetensors"] = (SafeTensorsTests.Bytes(
            """{"__metadata__":{"epoch":"3"},"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}"""
            + ""","n":{"dtype":"I64","shape":[],"data_offsets":[8,16]}}""", 16), null, ReadTensors),
        ["tar"] = (TarWriter.Archive(TarWriter.Entry("a/b", [1, 2, 3]), TarWriter.Entry("c", new byte[600])), null,
            Unpack),
        ["tar, header repaired"] =
            (TarWriter.Archive(TarWriter.Entry("x", Encoding.ASCII.GetBytes("11 path=ab\n"), 'x'),
            TarWriter.Entry("c", [1])),
            bytes => bytes.Length < 512 ? bytes : TarWriter.Sealed(bytes), Unpack),
        ["tar in gzip"] = (TarWriter.Archive(TarWriter.Entry("a/b", [1, 2, 3])), Idx.Gzip, Unpack),
        ["zip"] = (ArchiveTests.Zip(("a/b.txt", [1, 2, 3]), ("c", new byte[2000])), null, Unpack),
    };

    [Theory]
    [MemberData(nameof(Readers))]
    public void A_damaged_file_is_read_or_refused_and_nothing_else(string reader)
    {
        (byte[] file, Func<byte[], byte[]>? repair, Action<byte[], string> read) = All[reader];
        string scratch = _folder.At("file");
        read(repair is null ? file : repair(file), scratch);
        var random = new RandomStream(Seeds.Of(reader));
        int refused = 0, count = read == Unpack ? Count / 4 : Count;
        for (int i = 0; i < count; i++)
        {
            byte[] damaged = Mutation.Of(file, random);
            damaged = repair is null ? damaged : repair(damaged);
            long start = Stopwatch.GetTimestamp(), before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                read(damaged, scratch);
            }
            catch (InvalidDataException e) when (e.Message.Contains(Name, StringComparison.Ordinal)
                || e.Message.Contains(scratch, StringComparison.Ordinal))
            {
                refused++;
            }
            catch (Exception e)
            {
                Assert.Fail($"{reader}, file {i}: {e}\n{Convert.ToHexString(damaged)}");
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
            // Not a measure of speed: what takes ten seconds on the busiest machine hangs.
            Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
        }

        Assert.InRange(refused, count / 20, count);
    }

    public void Dispose() => _folder.Dispose();

    private static void ReadPicture(byte[] bytes, string scratch) => PictureFile.Read(new MemoryStream(bytes), Name);

    private static void ReadTensors(byte[] bytes, string scratch)
    {
        File.WriteAllBytes(scratch, bytes);
        using SafeTensorsFile file = SafeTensorsFile.Open(scratch);
        foreach (TensorEntry tensor in file.Tensors)
        {
            _ = tensor.TypeName switch { "F64" or "F32" => file.ReadDoubles(tensor.Name).Length, "I64" =>
                file.ReadIntegers(tensor.Name).Length, _ => 0 };
        }
    }

    private static void Unpack(byte[] bytes, string scratch)
    {
        File.WriteAllBytes(scratch, bytes);
        string folder = $"{scratch}-out";
        try
        {
            Archive.Extract(scratch, folder);
        }
        finally
        {
            Assert.Equal(Directory.Exists(folder) ? 2 : 1,
                Directory.GetFileSystemEntries(Path.GetDirectoryName(scratch)!).Length);
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private static byte[] RepairChunks(byte[] png)
    {
        for (int at = 8; png.Length - at >= 12;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at));
            if (length > png.Length - at - 12)
            {
                break;
            }

            BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(at + 8 + (int)length),
                PngWriter.Checksum(png.AsSpan(at + 4, 4 + (int)length)));
            at += 12 + (int)length;
        }

        return png;
    }
}
