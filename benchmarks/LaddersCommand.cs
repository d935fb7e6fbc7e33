using System.CommandLine;
using System.Numerics;
using System.Text;
using Reference.Numerics;
using Reference.Numerics.Ladder;

namespace Reference.Benchmarks;

/// <summary>
/// The short ladders in the processor time of this thread, rungs taking turns, so that a busy machine disturbs them
/// little: nanoseconds a number, and how many times as fast as the first rung.
/// </summary>
internal static class LaddersCommand
{
    private const int Rounds = 9;

    internal static Command Create()
    {
        var only = new Option<string>("--only")
        {
            Description = "Only ladders whose name contains this.",
            DefaultValueFactory = _ => "",
        };
        var command = new Command(
            "ladders",
            "Measure every rung of the short ladders and write results/<processor>/ladders-1.csv.") { only };
        command.SetAction(arguments =>
        {
            Turns.WarmUp(WarmUp<double>);
            Turns.WarmUp(WarmUp<float>);
            var table = new StringBuilder("ladder,type,n,rung,nanoseconds a number,times the first rung\n");
            Run<double>("double", arguments.GetValue(only)!, table);
            Run<float>("float", arguments.GetValue(only)!, table);
            RandomNumbers(arguments.GetValue(only)!, table);

            if (arguments.GetValue(only) is "")
            {
                Processor.Save("ladders-1.csv", table.ToString());
            }
        });
        return command;
    }

    private static void Run<T>(string type, string only, StringBuilder table)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (var (name, rungs) in Functions<T>().Where(f => f.Name.Contains(only)))
        {
            foreach (int n in new[] { 10, 1000, 30_000 })
            {
                T[] x = Numbers<T>(n, 10), y = new T[n];
                Measure(name, type, n, n, [.. rungs.Select(r => (Name(r), (Action)(() => r.Apply(x, y))))], table);
            }
        }

        foreach (int n in "matrix × vector".Contains(only) ? [64, 256, 1024, 4096] : Array.Empty<int>())
        {
            T[] a = Numbers<T>(n * n, 1), x = Numbers<T>(n, 1), y = new T[n];
            var rungs = Numerics.Ladder.MatrixVectorLadder.Rungs<T>().SkipLast(1);
            Measure(
                "matrix × vector", type, n, n * n,
                [.. rungs.Select(r => (Name(r), (Action)(() => r.Multiply(a, x, y))))], table);
        }
    }

    private static void RandomNumbers(string only, StringBuilder table)
    {
        var random = new RandomStream(1);
        foreach (int n in new[] { 10, 1000, 30_000 })
        {
            double[] values = new double[n];
            ulong[] bits = new ulong[n];
            (string Name, Action OneByOne, Action InBulk)[] kinds =
            [
                ("random bits", () => random.Fill(bits), () => Kernels.RandomBits(random, bits)),
                ("uniform", () => random.FillUniform(values, 0, 1), () => Kernels.RandomUniform(random, 0, 1, values)),
                ("normal", () => random.FillNormal(values), () => Kernels.RandomNormal(random, 0, 1, values)),
            ];
            foreach (var (name, one, bulk) in kinds.Where(kind => kind.Name.Contains(only)))
            {
                Measure(name, "double", n, n, [("OneByOne", one), ("InBulk", bulk)], table);
            }
        }
    }

    private static void WarmUp<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] x = Numbers<T>(1000, 10), y = new T[1000];
        T[] a = Numbers<T>(100 * 100, 1), vector = x[..100], product = new T[100];
        for (int i = 0; i < 100; i++)
        {
            foreach (IFunctionRung<T> rung in Functions<T>().SelectMany(f => f.Rungs))
            {
                rung.Apply(x, y);
            }

            foreach (IMatrixVectorRung<T> rung in Numerics.Ladder.MatrixVectorLadder.Rungs<T>())
            {
                rung.Multiply(a, vector, product);
            }
        }
    }

    private static IEnumerable<(string Name, IReadOnlyList<IFunctionRung<T>> Rungs)> Functions<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
    [
        ("exp", FunctionLadders.Exp<T>()), ("tanh", FunctionLadders.Tanh<T>()),
        ("sigmoid", FunctionLadders.Sigmoid<T>()), ("gelu", FunctionLadders.Gelu<T>()),
        ("gelu tanh", FunctionLadders.GeluTanh<T>()), ("softmax", FunctionLadders.Softmax<T>()),
    ];

    private static T[] Numbers<T>(int count, double limit)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
            => [.. new RandomStream(1).Uniforms(count, -limit, limit).Select(T.CreateTruncating)];

    private static string Name(object rung) => rung.GetType().Name.Split('`')[0];

    private static void Measure(
        string ladder, string type, int n, int numbers, (string Name, Action Run)[] rungs, StringBuilder table)
    {
        var clock = new ThreadClock(elapsed: false);
        double[] seconds = Turns.Medians(
            Rounds, [.. rungs.Select(rung => (Func<double>)(() => clock.Turn(rung.Run)))]);
        Console.Write($"{ladder,-15} {type,-6} {n,6}");
        for (int i = 0; i < rungs.Length; i++)
        {
            double nanoseconds = 1e9 * seconds[i] / numbers, times = seconds[0] / seconds[i];
            Console.Write($"  {rungs[i].Name} {nanoseconds:F3} ({times:F1}×)");
            table.Append($"{ladder},{type},{n},{rungs[i].Name},{nanoseconds:F4},{times:F2}\n");
        }

        Console.WriteLine();
    }
}
