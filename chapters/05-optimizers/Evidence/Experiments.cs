using Reference.Book;
using Spectre.Console;

namespace Reference.Optimizers;

/// <summary>What chapter 05 measures.</summary>
public static class OptimizerExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("printed-adam", "What does the Adam that S2 prints do to a weight?", PrintedAdam),
        new("race", "How many steps does each optimizer need on a ravine and in Rosenbrock's valley?", Race),
        new("weight-decay", "What is left of a weight decay that goes through Adam's gradient?", WeightDecay),
    ];

    /// <summary>How a weight ends that is decayed in Adam's gradient, and beside it.</summary>
    /// <param name="GradientSize">The size of the gradient's noise.</param>
    /// <param name="InGradient">The weight after decay λw in the gradient (L2).</param>
    /// <param name="Beside">The weight after decay beside the gradient (AdamW).</param>
    public readonly record struct Decayed(double GradientSize, double InGradient, double Beside);

    /// <summary>Decays a weight from 1 under noise of several sizes, 500 steps of η = 0.01, λ = 0.1.</summary>
    /// <param name="seed">The seed of the noise.</param>
    public static IReadOnlyList<Decayed> MeasureDecay(ulong seed) => [.. new[] { 0.01, 0.1, 1, 10, 100 }.Select(size =>
    {
        const double λ = 0.1;
        const int Weights = 200;
        var random = new Numerics.RandomStream(seed);
        Parameter inside = Ones("inside"), beside = Ones("beside");
        Adam adam = new([inside], 0.01), adamW = new AdamW([beside], 0.01, λ);
        for (int t = 0; t < 500; t++)
        {
            for (int i = 0; i < Weights; i++)
            {
                double noise = random.Normal(0, size);
                inside.Gradients[i] = noise + λ * inside.Values[i];
                beside.Gradients[i] = noise;
            }

            adam.Step();
            adamW.Step();
        }

        // The mean over many weights: the noise alone moves each of them at random.
        return new Decayed(size, inside.Value.Enumerate().Average(), beside.Value.Enumerate().Average());

        static Parameter Ones(string name) => new(name, [.. Enumerable.Repeat(1.0, Weights)]);
    })];

    /// <summary>Steps until the loss is below 10⁻⁶ of that at the start; <paramref name="most"/> when it is not by then.</summary>
    /// <param name="landscape">What to walk on; its minimum is 0.</param>
    /// <param name="start">Where.</param>
    /// <param name="create">Makes the optimizer.</param>
    /// <param name="most">When to give up.</param>
    public static int StepsNeeded(IObjective landscape, double[] start, Func<IReadOnlyList<Parameter>, IOptimizer> create, int most)
    {
        double goal = 1e-6 * landscape.Value(start);
        int reached = Array.FindIndex(Descent.Path(landscape, start, create, most), x => landscape.Value(x) < goal);
        return reached < 0 ? most : reached;
    }

    private static void PrintedAdam(ExperimentRun run)
    {
        var table = new Table().AddColumns("steps", "Adam from 1", "as printed from 1", "Adam from −1", "as printed from −1");
        int[] shown = [1, 10, 50, 100, 150, 200];
        for (int i = 0; i < shown.Length; i++)
        {
            table.AddRow([$"{shown[i]}", .. new[] { 1, -1 }.SelectMany(start => new IScalarOptimizer[] { new ScalarAdam(0.1), new ScalarPrintedAdam(0.1) }
                .Select(rule => $"{Descent.Path(rule, w => 2 * w, start, shown[i])[^1]:0.0000}"))]);
            run.Progress(i + 1, shown.Length);
        }

        run.Print(table);
        run.Write("printed-adam-200", AdaptiveFigures.PrintedAdam());
    }

    private static void Race(ExperimentRun run)
    {
        const int Most = 20_000;
        var table = new Table().AddColumns("optimizer", "ravine", "Rosenbrock");
        (string Name, Func<IReadOnlyList<Parameter>, double, IOptimizer> Create, double OnRavine, double OnRosenbrock)[] racers = MomentumFigures.Racers;
        for (int i = 0; i < racers.Length; i++)
        {
            var r = racers[i];
            int ravine = StepsNeeded(Quadratic.Ravine, [-8, 1], p => r.Create(p, r.OnRavine), Most),
                valley = StepsNeeded(new Rosenbrock(), [-1.2, 1], p => r.Create(p, r.OnRosenbrock), Most);
            table.AddRow(r.Name, Said(ravine), Said(valley));
            run.Progress(i + 1, racers.Length);
        }

        run.Print(table);

        static string Said(int steps) => steps == Most ? $"more than {Most}" : $"{steps}";
    }

    private static void WeightDecay(ExperimentRun run)
    {
        var table = new Table().AddColumns("size of the gradient", "weight, λw in the gradient", "weight, AdamW");
        foreach (Decayed d in MeasureDecay(run.Seed))
        {
            table.AddRow($"{d.GradientSize}", $"{d.InGradient:0.000}", $"{d.Beside:0.000}");
        }

        run.Progress(1, 1);
        run.Print(table);
    }
}
