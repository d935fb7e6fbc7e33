using System.Diagnostics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Reference.Numerics.Tests;

/// <summary>
/// The choice by name. Switching is global, so what switches runs in a process of its own: this program with one test
/// and a variable set.
/// </summary>
public sealed class ComputeProviderTests
{
    private const string Child = "NUMERICS_CHILD";

    private static string? Expectation => Environment.GetEnvironmentVariable(Child);

    [Fact]
    public void Without_a_choice_products_run_on_simd()
    {
        Assert.SkipWhen(
            Environment.GetEnvironmentVariable(ComputeProvider.Variable) is not null, "A provider was chosen.");
        Assert.Equal("simd", ComputeProvider.Current.Name);
        Assert.IsType<SimdLinearAlgebraProvider>(LinearAlgebraControl.Provider);
    }

    [Fact]
    public void Every_provider_is_listed_with_a_reason()
    {
        Assert.Equal(
            ["managed", "simd", "openblas", "mkl", "cuda", "cublas"], ComputeProvider.All.Select(p => p.Name));
        Assert.All(ComputeProvider.All, p => Assert.NotEmpty(p.Reason));
        Assert.All(ComputeProvider.All.Take(2), p => Assert.True(p.IsAvailable));
        Assert.Contains("MathNet.Numerics.Providers.MKL is not referenced", ComputeProvider.All[3].Reason);
    }

    [Fact]
    public void An_unknown_name_is_refused_and_nothing_changes()
    {
        IComputeProvider before = ComputeProvider.Current;
        var error = Assert.Throws<ArgumentException>("name", () => ComputeProvider.Use("fast"));
        Assert.Contains(
            "no provider 'fast'; expected one of managed, simd, openblas, mkl, cuda, cublas", error.Message);
        Assert.Throws<ArgumentNullException>("name", () => ComputeProvider.Use(null!));
        Assert.Same(before, ComputeProvider.Current);
    }

    [Fact]
    public void A_provider_that_is_not_there_is_refused_and_nothing_changes()
    {
        IComputeProvider before = ComputeProvider.Current;
        ILinearAlgebraProvider matrices = LinearAlgebraControl.Provider;
        string message = Assert.Throws<InvalidOperationException>(() => ComputeProvider.Use("cuda")).Message;
        Assert.Contains(
            "'cuda' is not available: the package MathNet.Numerics.Providers.CUDA is not referenced", message);
        Assert.Contains("Available: managed, simd", message);
        Assert.Same(before, ComputeProvider.Current);
        Assert.Same(matrices, LinearAlgebraControl.Provider);
    }

    [Theory]
    [InlineData("managed")]
    [InlineData("simd")]
    [InlineData("openblas")]
    public void The_variable_chooses_the_provider_at_start(string name)
    {
        Assert.SkipUnless(
            ComputeProvider.All.Single(p => p.Name == name).IsAvailable, $"{name} is not available here.");
        Run(nameof(In_a_child_the_chosen_provider_multiplies), name);
    }

    [Theory]
    [InlineData("fast", "no provider 'fast'")]
    [InlineData("cuda", "'cuda' is not available")]
    public void A_wrong_choice_at_start_is_an_error_on_first_use(string name, string message)
    {
        Run(nameof(In_a_child_the_wrong_choice_is_an_error), name, message);
    }

    [Fact]
    public void In_a_child_the_wrong_choice_is_an_error()
    {
        if (Expectation is null)
        {
            return;
        }

        Assert.Contains(Expectation!, Assert.ThrowsAny<Exception>(() => ComputeProvider.Current).Message);
        Assert.Contains(
            Expectation!,
            Assert.ThrowsAny<Exception>(
                () => Gemm.Multiply(new GemmShape(1, 1, 1), 1, [1.0], [1.0], 0, new double[1])).Message);
        ComputeProvider.Use("simd");
        Multiplies("simd");
    }

    [Fact]
    public void In_a_child_the_chosen_provider_multiplies()
    {
        if (Expectation is null)
        {
            return;
        }

        Multiplies(Expectation!);
        foreach (ProviderStatus other in ComputeProvider.All.Where(p => p.IsAvailable))
        {
            ComputeProvider.Use(other.Name);
            Multiplies(other.Name);
        }
    }

    private static void Multiplies(string provider)
    {
        Assert.Equal(provider, ComputeProvider.Current.Name);
        double[] c = new double[4];
        Gemm.Multiply(new GemmShape(2, 2, 2), 1, [1, 2, 3, 4], [5, 6, 7, 8], 0, c);
        Assert.Equal([23, 34, 31, 46], c);
        var m = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.Dense(2, 2, [1, 2, 3, 4]);
        Assert.Equal([7, 10, 15, 22], (m * m).ToColumnMajorArray());
        string type = provider switch { "managed" => "Managed", "simd" => "Simd", _ => "Product" };
        Assert.Equal($"{type}LinearAlgebraProvider", LinearAlgebraControl.Provider.GetType().Name);
    }

    private static void Run(string test, string provider, string? expectation = null)
    {
        MutationTesting.SkipChildProcess();
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["--filter-method", $"*{test}", "--no-progress"])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.Environment[ComputeProvider.Variable] = provider;
        start.Environment[Child] = expectation ?? provider;
        using Process child = Process.Start(start)!;
        string output = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        Assert.True(child.ExitCode == 0, output);
        Assert.Contains("succeeded: 1", output);
    }
}
