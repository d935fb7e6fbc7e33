using System.CommandLine;
using System.Diagnostics;
using System.Text;
using MathNet.Numerics;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>Our products against OpenBLAS and PyTorch: each takes its turn, round after round, on equally many threads; the table shows ratios of medians.</summary>
internal static class PeersCommand
{
    private const int Rounds = 9;

    internal static Command Create()
    {
        var threads = new Option<int>("--threads") { Description = "Threads of everyone.", DefaultValueFactory = _ => 1 };
        var python = new Option<string>("--python") { Description = "A Python that has PyTorch.", DefaultValueFactory = _ => "/usr/bin/python3" };
        var command = new Command("peers", "Compare products with OpenBLAS and PyTorch; start it with OPENBLAS_CORETYPE=SkylakeX where the processor has AVX-512.") { threads, python };
        command.SetAction(arguments => Run(arguments.GetValue(threads), arguments.GetValue(python)!));
        return command;
    }

    private static void Run(int threads, string python)
    {
        Control.MaxDegreeOfParallelism = threads;
        using Process? torch = Start(python, threads);
        IComputeProvider simd = new SimdComputeProvider();
        OpenBlasComputeProvider? blas = OpenBlasEntryPoints.Load(out string reason) is { } library ? new OpenBlasComputeProvider(library) : null;
        Console.WriteLine(blas is null ? $"OpenBLAS: {reason}" : $"OpenBLAS: {reason}, core type {Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE") ?? "its own choice"}");
        var clock = new ThreadClock(elapsed: threads > 1);
        double peak = Peak.Measure(clock) * threads;
        var table = new StringBuilder($"{Processor.Name}, {threads} thread(s), peak {peak:F0} GFLOP/s in double; ratios above 1: we are faster.\n\n");
        table.Append("| product | double GFLOP/s | of peak | ÷ OpenBLAS | ÷ PyTorch | ÷ PyTorch float32 | float GFLOP/s | ÷ OpenBLAS | ÷ PyTorch |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (GemmShape shape in Shapes.Squares.Select(n => new GemmShape(n, n, n)).Concat(Shapes.OfNetworks))
        {
            var random = new RandomStream(1);
            double[] a = random.Uniforms(shape.M * shape.K, -1, 1), b = random.Uniforms(shape.K * shape.N, -1, 1), c = new double[shape.M * shape.N];
            float[] x = [.. a.Select(v => (float)v)], y = [.. b.Select(v => (float)v)], z = new float[c.Length];
            double[] seconds = Turns.Medians(
                Rounds,
            [
                () => clock.Turn(() => simd.Multiply(shape, 1, a, b, 0, c)),
                () => clock.Turn(() => blas?.Multiply(shape, 1, a, b, 0, c)),
                () => Ask(torch, shape, "float64"),
                () => clock.Turn(() => simd.Multiply(shape, 1, x, y, 0, z)),
                () => clock.Turn(() => blas?.Multiply(shape, 1, x, y, 0, z)),
                () => Ask(torch, shape, "float32"),
            ]);
            string Ratio(int peer, int own) => double.IsNaN(seconds[peer]) || (blas is null && peer is 1 or 4) ? "–" : $"{seconds[peer] / seconds[own]:F2}";
            double own = shape.Operations / seconds[0] / 1e9;
            string row = $"| {Name(shape)} | {own:F1} | {own / peak:P0} | {Ratio(1, 0)} | {Ratio(2, 0)} | {Ratio(5, 0)} | {shape.Operations / seconds[3] / 1e9:F1} | {Ratio(4, 3)} | {Ratio(5, 3)} |";
            Console.WriteLine(row);
            table.AppendLine(row);
        }

        torch?.StandardInput.Close();
        File.WriteAllText(Path.Combine(Processor.ResultsFolder(), $"peers-{threads}.md"), table.ToString());
    }

    private static string Name(GemmShape s)
        => $"{(s.TransposeA ? $"({s.K}×{s.M})ᵀ" : $"{s.M}×{s.K}")} · {(s.TransposeB ? $"({s.N}×{s.K})ᵀ" : $"{s.K}×{s.N}")}";

    private static double Ask(Process? torch, GemmShape s, string type)
    {
        if (torch is null)
        {
            return double.NaN;
        }

        torch.StandardInput.WriteLine($"{s.M} {s.N} {s.K} {s.TransposeA} {s.TransposeB} {type}");
        torch.StandardInput.Flush();
        return double.Parse(torch.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Python peer ended early."));
    }

    private static Process? Start(string python, int threads)
    {
        string script = Path.Combine(Processor.ResultsFolder(), "..", "..", "peers", "products.py");
        var start = new ProcessStartInfo(python, [script, $"{threads}"]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OPENBLAS_NUM_THREADS"] = $"{threads}";
        try
        {
            Process process = Process.Start(start)!;
            if (!process.WaitForExit(2000))
            {
                return process;
            }
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Console.WriteLine(missing.Message);
        }

        Console.WriteLine($"PyTorch: not with {python}; its columns stay empty.");
        return null;
    }
}
