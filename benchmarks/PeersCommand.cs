using System.CommandLine;
using System.Text;
using MathNet.Numerics;
using Reference.Numerics;

namespace Reference.Benchmarks;

/// <summary>
/// Our products against OpenBLAS and PyTorch: each takes its turn, round after round, on equally many threads; the
/// table shows ratios of medians.
/// </summary>
internal static class PeersCommand
{
    private const int Rounds = 9;

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        Option<string> python = Options.Python();
        var only = new Option<string>("--only")
        {
            Description =
                "Only products whose name contains this; nothing is written then, and nothing without both peers.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command(
            "peers",
            "Compare products with OpenBLAS and PyTorch; "
            + "start it with OPENBLAS_CORETYPE=SkylakeX where the processor has AVX-512.") { threads, python, only };
        command.SetAction(
            arguments => Run(arguments.GetValue(threads), arguments.GetValue(python)!, arguments.GetValue(only)!));
        return command;
    }

    private static void Run(int threads, string python, string only)
    {
        Control.MaxDegreeOfParallelism = threads;
        using var torch = new PyTorchPeer(python, "products.py", "products", threads);
        IComputeProvider simd = new SimdComputeProvider();
        OpenBlasComputeProvider? blas = OpenBlasEntryPoints.Load(out string reason) is { } library
            ? new OpenBlasComputeProvider(library)
            : null;
        string core = Environment.GetEnvironmentVariable("OPENBLAS_CORETYPE") ?? "its own choice";
        Console.WriteLine(blas is null ? $"OpenBLAS: {reason}" : $"OpenBLAS: {reason}, core type {core}");
        var clock = new ThreadClock(elapsed: threads > 1);
        double peak = Peak.Measure(clock) * threads;
        var table = new StringBuilder(
            $"{Processor.Name}, {threads} thread(s), peak {peak:F0} GFLOP/s in double; "
            + "ratios above 1: we are faster.\n\n");
        table.Append(
            "| product | double GFLOP/s | of peak | of bandwidth | ÷ OpenBLAS | ÷ PyTorch | ÷ PyTorch float32 ");
        table.Append(
            "| float GFLOP/s | ÷ OpenBLAS | ÷ PyTorch |\n|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        bool complete = blas is not null;
        Turns.WarmUp(() => Times(Shapes.OfPeers.First().Shape, 1, pass: null));
        foreach (var (shape, count) in Shapes.OfPeers.Where(work => Name(work.Shape, work.Count).Contains(only)))
        {
            // One core reads at the bandwidth of one: with more threads there is nothing to compare with.
            Action? pass = threads == 1 && Shapes.IsBoundByMemory(shape) ? Bandwidth.Pass(shape) : null;
            double[] seconds = Times(shape, count, pass);
            complete &= !seconds[..6].Any(double.IsNaN);
            string Ratio(int peer, int own)
                => double.IsNaN(seconds[peer]) || (blas is null && peer is 1 or 4)
                    ? "–"
                    : $"{seconds[peer] / seconds[own]:F2}";
            double own = count * shape.Operations / seconds[0] / 1e9,
                single = count * shape.Operations / seconds[3] / 1e9;
            string bandwidth = pass is null ? "–" : $"{seconds[6] / seconds[0]:P0}";
            string row = $"| {Name(shape, count)} | {own:F1} | {own / peak:P0} | {bandwidth} "
                + $"| {Ratio(1, 0)} | {Ratio(2, 0)} | {Ratio(5, 0)} "
                + $"| {single:F1} | {Ratio(4, 3)} | {Ratio(5, 3)} |";
            Console.WriteLine(row);
            table.AppendLine(row);
        }

        if (only is "" && complete)
        {
            Processor.Save($"peers-{threads}.md", table.ToString());
        }

        double[] Times(GemmShape shape, int count, Action? pass)
        {
            Matrices<double> wide = Matrices.Random(shape, count);
            Matrices<float> narrow = new(
                [.. wide.A.Select(v => (float)v)], [.. wide.B.Select(v => (float)v)], new float[wide.C.Length]);
            return Turns.Medians(
                Rounds,
                [
                    () => clock.Turn(() => Multiply(simd, shape, count, wide)),
                    () => clock.Turn(() => Multiply(blas, shape, count, wide)),
                    () => torch.Ask(Asked(shape, count, "float64")),
                    () => clock.Turn(() => Multiply(simd, shape, count, narrow)),
                    () => clock.Turn(() => Multiply(blas, shape, count, narrow)),
                    () => torch.Ask(Asked(shape, count, "float32")),
                    () => pass is null ? double.NaN : clock.Turn(pass),
                ]);
        }
    }

    internal static void Multiply(IComputeProvider? engine, GemmShape shape, int count, Matrices<double> m)
    {
        if (count == 1)
        {
            engine?.Multiply(shape, 1, m.A, m.B, 0, m.C);
        }
        else
        {
            engine?.MultiplyBatch(shape, Matrices.Batch(shape, count), 1, m.A, m.B, 0, m.C);
        }
    }

    internal static void Multiply(IComputeProvider? engine, GemmShape shape, int count, Matrices<float> m)
    {
        if (count == 1)
        {
            engine?.Multiply(shape, 1, m.A, m.B, 0, m.C);
        }
        else
        {
            engine?.MultiplyBatch(shape, Matrices.Batch(shape, count), 1, m.A, m.B, 0, m.C);
        }
    }

    private static string Name(GemmShape s, int count)
    {
        string a = s.TransposeA ? $"({s.K}×{s.M})ᵀ" : $"{s.M}×{s.K}";
        string b = s.TransposeB ? $"({s.N}×{s.K})ᵀ" : $"{s.K}×{s.N}", product = $"{a} · {b}";
        return count == 1 ? product : $"{count} times {product}";
    }

    internal static string Asked(GemmShape s, int count, string type)
        => $"{s.M} {s.N} {s.K} {s.TransposeA} {s.TransposeB} {type} {count}";
}
