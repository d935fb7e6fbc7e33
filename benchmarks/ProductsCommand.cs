using System.CommandLine;
using System.Text;
using MathNet.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;
using Reference.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>
/// Products in GFLOP/s: every rung and every engine takes its turn in one run, next to the peak measured in the same
/// run. Squares first, then the shapes of the notes' networks. Medians of rounds; on one thread in its processor time,
/// on several in elapsed time, for which the machine should have nothing else to do.
/// </summary>
internal static class ProductsCommand
{
    // Of the table that is committed.
    private const int Largest = 1024;

    internal static Command Create()
    {
        Option<int> threads = Options.Threads();
        var largest = new Option<int>("--largest")
        {
            Description = "The largest square; with smaller ones only, nothing is written.",
            DefaultValueFactory = _ => Largest,
        }.AtLeastOne();
        var command = new Command(
            "products",
            "Measure every rung and engine in GFLOP/s and write results/<processor>/products-<threads>.csv.")
        {
            threads, largest,
        };
        command.SetAction(arguments => Run(arguments.GetValue(threads), arguments.GetValue(largest)));
        return command;
    }

    private static void Run(int threads, int largest)
    {
        Control.MaxDegreeOfParallelism = threads;
        var clock = new ThreadClock(elapsed: threads > 1);
        double peak = Peak.Measure(clock) * threads;
        if (threads == 1 && largest >= Largest)
        {
            Processor.Save(
                "machine-1.csv",
                $"what,value\npeak GFLOP/s,{peak:F1}\nsecond cache GB/s,{Bandwidth.Measure(clock, 512 << 10):F1}\n"
                + $"third cache GB/s,{Bandwidth.Measure(clock, 4 << 20):F1}\n"
                + $"memory GB/s,{Bandwidth.Measure(clock, 256 << 20):F1}\n");
        }

        var table = new StringBuilder("m,n,k,transposes,engine,gflops,fraction of peak\n");
        Console.WriteLine($"{Processor.Name}, peak {peak:F1} GFLOP/s on {threads} thread(s)");
        (string Name, ILinearAlgebraProvider<double> Engine)[] engines =
            [.. ComputeProvider.All.Where(p => p.IsAvailable).Select(p => (p.Name, Engine(p.Name)))];
        (double[] smallA, double[] smallB, double[] smallC) = Matrices.Random(new(8, 8, 8), 1);
        Turns.WarmUp(
            () => engines.ToList().ForEach(e => clock.Turn(Product(e.Engine, new(8, 8, 8), smallA, smallB, smallC))));
        foreach (int n in Shapes.Squares.Where(n => n <= largest))
        {
            GemmShape shape = new(n, n, n);
            var (a, b, c) = Matrices.Random(shape, 1);
            List<(string, Action)> turns = [.. engines.Select(e => (e.Name, Product(e.Engine, shape, a, b, c)))];
            foreach (IProductRung rung in threads == 1 && n <= 1024 ? ProductLadder.Rungs.SkipLast(2) : [])
            {
                turns.Add((rung.GetType().Name, () => rung.Multiply(n, a, b, c)));
            }

            Measure(clock, shape, turns, peak, table);
        }

        foreach (GemmShape shape in Shapes.OfNetworks.Concat(Shapes.OfVectors))
        {
            var (a, b, c) = Matrices.Random(shape, 1);
            Measure(clock, shape, [.. engines.Select(e => (e.Name, Product(e.Engine, shape, a, b, c)))], peak, table);
        }

        if (largest >= Largest)
        {
            Processor.Save($"products-{threads}.csv", table.ToString());
        }
    }

    // Called as MathNet calls it, on whole arrays: the only way that all engines have.
    private static ILinearAlgebraProvider<double> Engine(string name)
    {
        ComputeProvider.Use(name);
        ILinearAlgebraProvider<double> engine = LinearAlgebraControl.Provider;
        ComputeProvider.Use("simd");
        return engine;
    }

    private static Action Product(
        ILinearAlgebraProvider<double> engine, GemmShape shape, double[] a, double[] b, double[] c)
        => () => engine.MatrixMultiplyWithUpdate(
        shape.TransposeA ? Transpose.Transpose : Transpose.DontTranspose,
        shape.TransposeB ? Transpose.Transpose : Transpose.DontTranspose,
        1,
        a,
        shape.LeadingA,
        a.Length / shape.LeadingA,
        b,
        shape.LeadingB,
        b.Length / shape.LeadingB,
        0,
        c);

    private static void Measure(
        ThreadClock clock, GemmShape shape, List<(string Name, Action Run)> turns, double peak, StringBuilder table)
    {
        const int rounds = 7;
        const double slow = 0.3;
        List<double>[] times = [.. turns.Select(turn => new List<double> { clock.Turn(turn.Run) })];
        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < turns.Count; i++)
            {
                // What takes long enough to need no repetition has had its turn.
                if (times[i][0] < slow)
                {
                    times[i].Add(clock.Turn(turns[i].Run));
                }
            }
        }

        string transposes = (shape.TransposeA ? "T" : "N") + (shape.TransposeB ? "T" : "N");
        Console.Write($"{shape.M,5} {shape.N,5} {shape.K,5} {transposes}");
        for (int i = 0; i < turns.Count; i++)
        {
            string name = turns[i].Name;
            // The first turn warmed up.
            double[] measured = [.. times[i].Skip(times[i].Count > 1 ? 1 : 0).Order()];
            double gflops = shape.Operations / measured[measured.Length / 2] / 1e9;
            Console.Write($"  {name} {gflops:F1}");
            table.Append($"{shape.M},{shape.N},{shape.K},{transposes},{name},{gflops:F2},{gflops / peak:F3}\n");
        }

        Console.WriteLine();
    }
}
