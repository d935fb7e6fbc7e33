using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reference.Numerics.Tests;

/// <summary>
/// One result on every processor: processes that are told to do without AVX-512, without AVX2, and without any vector
/// instruction, multiply-add included, compute the same bits.
/// </summary>
public sealed class HardwareTests
{
    private const string Child = "NUMERICS_HASH";

    // A register of rows, one column times one row, more than a block of k, and a matrix that is read as one stream.
    private static GemmShape[] More
        => [new(6, 60, 9), new(33, 17, 1), new(9, 5, 600), new(150, 1, 90), new(90, 1, 150) { TransposeA = true }];

    private static string Hash()
    {
        var random = new RandomStream(1);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Add<T>(T[] values)
            where T : unmanaged => hash.AppendData(MemoryMarshal.AsBytes<T>(values));
        double[] x = random.Uniforms(1001, -30, 30), y = new double[1001];
        Action[] kernels =
        [
            () => Kernels.Exp(x, y), () => Kernels.Tanh(x, y), () => Kernels.Softmax(x, y),
            () => Kernels.SoftmaxRows(7, x, y), () => Kernels.GeluTanh(x, y),
            () => y[0] = Kernels.Dot(x, y), () => Kernels.RandomNormal(random, 0, 1, y),
            () => Kernels.RandomUniform(random, 0, 1, y),
        ];
        foreach (Action kernel in kernels)
        {
            kernel();
            Add(y);
        }

        GemmShape[] shapes =
        [
            new(50, 40, 300), new(50, 40, 30) { TransposeA = true },
            new(40, 1, 30), new(40, 1, 30) { TransposeA = true }, .. More,
        ];
        foreach (GemmShape shape in shapes)
        {
            double[] a = random.Normals(shape.M * shape.K), b = random.Normals(shape.K * shape.N),
                c = new double[shape.M * shape.N];
            Gemm.Multiply(shape, 0.7, a, b, 0, c);
            Add(c);
            float[] z = new float[c.Length];
            Gemm.Multiply(shape, 0.7f, [.. a.Select(v => (float)v)], [.. b.Select(v => (float)v)], 0, z);
            Add(z);
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", VectorPath.Avx2)]
    [InlineData("DOTNET_EnableAVX2", VectorPath.Portable)]
    [InlineData("DOTNET_EnableHWIntrinsic", VectorPath.Portable)]
    public void A_process_without_the_instructions_computes_the_same_bits(string knob, VectorPath left)
    {
        MutationTesting.SkipChildProcess();
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["--filter-method", $"*{nameof(In_a_child_the_hash_is_the_expected_one)}", "--no-progress"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[knob] = "0";
        start.Environment[Child] = $"{(left < VectorPaths.Best ? left : VectorPaths.Best)} {Hash()}";
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0 && output.Contains("succeeded: 1", StringComparison.Ordinal), output);
    }

    [Fact]
    public void In_a_child_the_hash_is_the_expected_one()
    {
        if (Environment.GetEnvironmentVariable(Child) is { } expected)
        {
            Assert.Equal(expected, $"{VectorPaths.Best} {Hash()}");
        }
    }
}
