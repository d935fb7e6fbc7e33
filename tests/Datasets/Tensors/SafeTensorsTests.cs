using System.Buffers.Binary;
using System.Text;
using MathNet.Numerics.LinearAlgebra;
using Reference.Numerics;

namespace Reference.Datasets.Tests;

public class SafeTensorsTests
{
    [Property(MaxTest = 40)]
    public void What_was_written_is_read(Seed seed)
    {
        RandomStream random = seed.Stream();
        using var folder = new TemporaryFolder();
        string path = folder.At("weights.safetensors");
        double[] doubles = random.Normals(6);
        float[] floats = [.. random.Normals(random.Below(5)).Select(v => (float)v)];
        long[] integers = [long.MinValue, (long)random.NextBits()];
        Matrix<double> matrix = Matrix<double>.Build.Dense(1 + random.Below(4), 1 + random.Below(4), (_, _) =>
            random.Normal());
        SafeTensorsWriter.Write(
            path,
            [new("a.weight", doubles, 1, 2, 3), new("b", floats, floats.Length), new("ŷ \"quoted\"", integers, 2),
                new("step", [7L]), new("W", matrix)],
            new Dictionary<string, string> { ["format"] = "pt" });
        using SafeTensorsFile file = SafeTensorsFile.Open(path);
        Assert.Equal(["a.weight", "b", "ŷ \"quoted\"", "step", "W"], file.Tensors.Select(t => t.Name));
        Assert.Equal("pt", file.Metadata["format"]);
        Assert.Equal([1L, 2, 3], file.Tensors[0].Shape);
        Assert.Empty(file.Tensors[3].Shape);
        Assert.Equal(doubles, file.ReadDoubles("a.weight"));
        Assert.Equal(doubles, file.View<double>("a.weight").ToArray());
        Assert.Equal(floats, file.ReadFloats("b"));
        Assert.Equal(floats.Select(v => (double)v), file.ReadDoubles("b"));
        Assert.Equal(integers, file.ReadIntegers("ŷ \"quoted\""));
        Assert.Equal([7L], file.ReadIntegers("step"));
        Assert.Equal(matrix, file.ReadMatrix("W"));
    }

    [Fact]
    public void A_file_written_by_hand_as_the_format_says_is_read()
    {
        using var folder = new TemporaryFolder();
        // A 2×3 float tensor as safetensors.torch.save_file lays it out: keys in any order, the header padded with
        // blanks.
        File.WriteAllBytes(folder.At("hand"), Bytes(
            """{"__metadata__":{"format":"pt"},"w":{"shape":[2,3],"dtype":"F32","data_offsets":[2,26]}"""
            + ""","h":{"dtype":"BF16","shape":[1],"data_offsets":[0,2]}}   """,
            26,
            data =>
            {
                for (int i = 0; i < 6; i++)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(2 + 4 * i), i + 0.5f);
                }
            }));
        using SafeTensorsFile file = SafeTensorsFile.Open(folder.At("hand"));
        Assert.Equal(Matrix<double>.Build.DenseOfArray(new[,] { { 0.5, 1.5, 2.5 }, { 3.5, 4.5, 5.5 } }),
            file.ReadMatrix("w"));
        Assert.Contains("it is BF16", Assert.Throws<ArgumentException>(() => file.ReadDoubles("h")).Message,
            StringComparison.Ordinal);
        Assert.Contains("it is F32", Assert.Throws<ArgumentException>(() => file.ReadIntegers("w")).Message,
            StringComparison.Ordinal);
        Assert.Contains("w, h; got 'x'", Assert.Throws<ArgumentException>(() => file.ReadDoubles("x")).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => file.View<int>("w").Length);
    }

    [Theory]
    [InlineData("F8_E8M0", 8)]
    [InlineData("F6_E2M3", 6)]
    [InlineData("F4", 4)]
    [InlineData("C64", 64)]
    public void Beside_a_type_that_is_not_read_others_are(string type, int bytes)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("x"), Bytes(
            $$$"""{"q":{"dtype":"{{{type}}}","shape":[2,4],"data_offsets":[0,{{{bytes}}}]}"""
            + $$$""","w":{"dtype":"F32","shape":[1],"data_offsets":[{{{bytes}}},{{{bytes + 4}}}]}}""", bytes + 4));
        using SafeTensorsFile file = SafeTensorsFile.Open(folder.At("x"));
        Assert.Equal(["q", "w"], file.Tensors.Select(t => t.Name));
        Assert.Single(file.ReadFloats("w"));
    }

    [Theory]
    [InlineData("""{"w":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}""",
        4, "64 bits for 'w', F32 [2]; got data_offsets [0, 4]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", 8, "'w' to begin at 0")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[1]"""
        + ""","data_offsets":[2,6]}}""",
        6, "'v' to begin at 4")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""",
        5, "4 bytes of tensors, as the header says; got 5")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""", 3, "got 3")]
    [InlineData("""{"w":{"dtype":"F33","shape":[1],"data_offsets":[0,4]}}""", 4, "'F33'")]
    [InlineData("""{"w":{"dtype":"F32","shape":[-1,-1],"data_offsets":[0,4]}}""", 4, "[-1, -1]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[9223372036854775807,9223372036854775807,9223372036854775807]"""
        + ""","data_offsets":[0,4]}}""",
        4, "bits for 'w'")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"w":{"dtype":"F32","shape":[1]"""
        + ""","data_offsets":[4,8]}}""",
        8, "in JSON")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4,8]}}""", 4, "data_offsets [0, 4, 8]")]
    [InlineData("""{"w":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}}""", 4, "in JSON")]
    [InlineData("""{"w":{"shape":[1],"data_offsets":[0,4]}}""", 4, "in JSON")]
    [InlineData(
        """{"a":{"dtype":"F64","shape":[1048576],"data_offsets":[0,8388608]}"""
        + ""","b":{"dtype":"F64","shape":[4611686018427387904,1,8388600],"data_offsets":[8388608,8]}}""",
        8, "data_offsets [8388608, 8]")]
    [InlineData("""{"w":{"dtype":"F64","shape":[4611686018427387904,1,0],"data_offsets":[0,0]}}""",
        0, "bits for 'w'")]
    [InlineData("""{"w":{"dtype":null,"shape":[1],"data_offsets":[0,4]}}""", 4, "in JSON")]
    [InlineData("""{"__metadata__":{"sha256":null}}""", 0, "in JSON")]
    [InlineData("""{"__metadata__":{"a":1}}""", 0, "in JSON")]
    [InlineData("""[1]""", 0, "in JSON")]
    [InlineData("""{"w":""", 0, "in JSON")]
    public void A_header_that_does_not_fit_is_refused(string json, int data, string why)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.At("bad"), Bytes(json, data));
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() =>
            SafeTensorsFile.Open(folder.At("bad"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(100_000_001UL)]
    [InlineData(3UL)]
    [InlineData(0UL)]
    public void A_header_length_that_cannot_be_is_refused(ulong length)
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = Bytes("{}", 0);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, length);
        File.WriteAllBytes(folder.At("bad"), bytes);
        Assert.Contains($"got {length}", Assert.Throws<InvalidDataException>(() =>
            SafeTensorsFile.Open(folder.At("bad"))).Message, StringComparison.Ordinal);
        File.WriteAllBytes(folder.At("short"), bytes[..7]);
        Assert.Throws<InvalidDataException>(() => SafeTensorsFile.Open(folder.At("short")));
    }

    [Fact]
    public void Tensors_lie_aligned_and_names_are_unique()
    {
        using var folder = new TemporaryFolder();
        SafeTensorsWriter.Write(folder.At("a"), [new("odd", [1.0], 1)]);
        byte[] bytes = File.ReadAllBytes(folder.At("a"));
        Assert.Equal(0, BinaryPrimitives.ReadInt64LittleEndian(bytes) % 8);
        Assert.Equal(1.0, BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(bytes.Length - 8)));
        Assert.Contains(
            "'a' twice",
            Assert.Throws<ArgumentException>(() =>
                SafeTensorsWriter.Write(folder.At("b"), [new("a", [1.0], 1), new("a", [1f], 1)])).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() =>
            SafeTensorsWriter.Write(folder.At("b"), [new("__metadata__", [1.0], 1)]));
        Assert.Contains("[2, 2]", Assert.Throws<ArgumentException>(() =>
            new NamedTensor("a", new double[3], 2, 2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new NamedTensor("", new double[1], 1));
        Assert.False(File.Exists(folder.At("b")));
    }

    internal static byte[] Bytes(string json, int data, Action<byte[]>? fill = null)
    {
        byte[] header = Encoding.UTF8.GetBytes(json), content = new byte[data], length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, header.Length);
        fill?.Invoke(content);
        return [.. length, .. header, .. content];
    }
}
