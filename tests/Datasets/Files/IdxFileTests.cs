using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class IdxFileTests
{
    [Property(MaxTest = 50)]
    public void What_was_written_is_read_plain_or_packed(Seed seed)
    {
        RandomStream random = seed.Stream();
        int[] shape = [.. Enumerable.Range(0, 1 + random.Below(4)).Select(_ => 1 + random.Below(6))];
        byte[] data = [.. Enumerable.Range(0, shape.Aggregate((a, b) => a * b)).Select(_ => (byte)random.Below(256))];
        byte[] plain = Idx.Bytes(data, shape);
        int cut = random.Below(plain.Length);
        byte[] twoMembers = [.. Idx.Gzip(plain[..cut]), .. Idx.Gzip(plain[cut..])];
        foreach (byte[] file in new[] { plain, Idx.Gzip(plain), twoMembers })
        {
            IdxFile read = IdxFile.Read(new MemoryStream(file), "test");
            Assert.Equal(data, read.Data);
            Assert.Equal(shape, read.Shape);
        }
    }

    [Fact]
    public void Every_kind_of_damage_is_refused_with_what_was_expected()
    {
        byte[] good = Idx.Bytes(new byte[60], 3, 4, 5), packed = Idx.Gzip(good);
        Refused(good[..^1], "76 bytes, as its header announces; got 75");
        Refused([.. good, 0], "got 77");
        Refused(good[..9], "sizes of the dimensions");
        Refused([], "IDX header");
        Refused(With(good, 0, 1), "00 00 08");
        Refused(With(good, 2, 13), "00000D03");
        Refused(With(good, 3, 5), "1 to 4 dimensions");
        Refused(With(good, 7, 0), "size 0 in dimension 0");
        Refused(With(good, 4, 0x7F), "product is at most");
        Refused(packed[..^9], "gzip trailer");
        Refused(packed[..12], "18 bytes");
        Refused(With(packed, packed.Length - 8, (byte)(packed[^8] ^ 1)), "damaged compression"); // the checksum
        Refused(Idx.Gzip([.. good, 0]), "gzip trailer that says 77");
        Refused([.. packed, .. Idx.Gzip([1])], "the end of the file after the data");
        Refused(Idx.Gzip(good[..^1]), "the elements (60 bytes); got the end of the file after 59");

        static void Refused(byte[] file, string why)
        {
            string message = Assert.Throws<InvalidDataException>(() =>
                IdxFile.Read(new MemoryStream(file), "digits.idx")).Message;
            Assert.StartsWith("digits.idx: expected ", message, StringComparison.Ordinal);
            Assert.Contains(why, message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_header_that_promises_more_than_the_file_can_hold_takes_no_memory()
    {
        // 512 MiB announced.
        byte[] plain = Idx.Bytes([1, 2, 3], 1 << 29), packed = Idx.Gzip(plain);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => IdxFile.Read(new MemoryStream(plain), "plain"));
        InvalidDataException error = Assert.Throws<InvalidDataException>(() =>
            IdxFile.Read(new MemoryStream(packed), "packed"));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        Assert.Contains("1032 times", error.Message, StringComparison.Ordinal);
    }

    private static byte[] With(byte[] file, int at, byte value)
    {
        byte[] other = [.. file];
        other[at] = value;
        return other;
    }
}
