using System.IO.Compression;
using BenchmarkDotNet.Attributes;
using Reference.Datasets;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// Files against the least that reading them can take. Goals: IDX in gzip within 1.2 times gunzip alone, safetensors
/// within 1.5 times reading the file.
/// </summary>
public class DataFileLadder
{
    private readonly string _folder = Directory.CreateTempSubdirectory("reference-").FullName;
    private string _idx = "", _tensors = "";
    private byte[] _unpacked = [];

    /// <summary>Ten thousand digits, and eight tensors of a mebibyte each.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new RandomStream(1);
        LabelledImages digits = DrawnDigits.Draw(random, 1000, Handwriting.Ordinary with { Noise = 0 });
        _idx = Path.Combine(_folder, "digits-idx3-ubyte.gz");
        using (var gzip = new GZipStream(File.Create(_idx), CompressionLevel.Optimal))
        {
            gzip.Write([0, 0, 8, 3, 0, 0, 10_000 >> 8, 10_000 & 255, 0, 0, 0, 28, 0, 0, 0, 28]);
            for (int n = 0; n < 10_000; n++)
            {
                gzip.Write(digits.Images[random.Below(digits.Count)]);
            }
        }

        _unpacked = new byte[16 + 10_000 * 784];
        _tensors = Path.Combine(_folder, "weights.safetensors");
        SafeTensorsWriter.Write(
            _tensors,
            [.. Enumerable.Range(0, 8).Select(
                i => new NamedTensor($"layer{i}", random.Normals(1 << 17), 1 << 9, 1 << 8))]);
    }

    /// <summary>Takes the files away.</summary>
    [GlobalCleanup]
    public void Cleanup() => Directory.Delete(_folder, recursive: true);

    /// <summary>Unpacks into memory that is there, and does nothing else.</summary>
    [Benchmark]
    public byte Gunzip()
    {
        using var gzip = new GZipStream(File.OpenRead(_idx), CompressionMode.Decompress);
        gzip.ReadExactly(_unpacked);
        return _unpacked[^1];
    }

    /// <summary>Our reader of the same file.</summary>
    [Benchmark]
    public int ReadIdx() => IdxFile.Read(_idx).Data.Length;

    /// <summary>Reads a file of 8 MiB into new memory, and does nothing else.</summary>
    [Benchmark]
    public int ReadFile() => File.ReadAllBytes(_tensors).Length;

    /// <summary>Our reader of the same file: every tensor into an array of its own.</summary>
    [Benchmark]
    public double ReadSafeTensors()
    {
        using SafeTensorsFile file = SafeTensorsFile.Open(_tensors);
        return file.Tensors.Sum(t => file.ReadDoubles(t.Name)[^1]);
    }

    /// <summary>Our reader of the same file: every number where it lies, without a copy.</summary>
    [Benchmark]
    public double ViewSafeTensors()
    {
        using SafeTensorsFile file = SafeTensorsFile.Open(_tensors);
        double sum = 0;
        foreach (TensorEntry tensor in file.Tensors)
        {
            foreach (double value in file.View<double>(tensor.Name))
            {
                sum += value;
            }
        }

        return sum;
    }
}
