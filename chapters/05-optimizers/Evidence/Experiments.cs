using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Optimizers;

/// <summary>What chapter 05 measures.</summary>
public static class OptimizerExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("race", "How many steps does each optimizer need on a ravine and in Rosenbrock's valley?", Race),
        new("weight-decay", "How much of a weight decay in Adam's gradient takes effect?", WeightDecay),
    ];

    /// <summary>Steps until the loss is below 10⁻⁶ of that at the start, or <paramref name="most"/>.</summary>
    /// <param name="objective">The function; its minimum is 0.</param>
    /// <param name="start">The first point.</param>
    /// <param name="create">Makes the optimizer.</param>
    /// <param name="most">The largest number of steps.</param>
    public static int StepsNeeded(
        IObjective objective, double[] start, Func<IReadOnlyList<Parameter>, IOptimizer> create, int most)
    {
        double goal = 1e-6 * objective.Value(start);
        int reached = Array.FindIndex(Descent.Path(objective, start, create, most), x => objective.Value(x) < goal);
        return reached < 0 ? most : reached;
    }

    private static void Race(ExperimentRun run)
    {
        const int Most = 20_000;
        var table = new Table().AddColumns("optimizer", "ravine", "Rosenbrock");
        var racers = MomentumFigures.Racers;
        for (int i = 0; i < racers.Length; i++)
        {
            var r = racers[i];
            table.AddRow(r.Name,
                Words(StepsNeeded(Quadratic.Ravine, [-8, 1], p => r.Create(p, r.Rates[0]), Most)),
                Words(StepsNeeded(new Rosenbrock(), [-1.2, 1], p => r.Create(p, r.Rates[1]), Most)));
            run.Progress(i + 1, racers.Length);
        }

        run.Print(table);

        static string Words(int steps) => steps == Most ? $"more than {Most}" : $"{steps}";
    }

    // The mean of 200 weights that start at 1, after 500 steps of noise, with the decay in the gradient (L2) and
    // outside (AdamW).
    private static void WeightDecay(ExperimentRun run)
    {
        const double η = 0.01, λ = 0.1;
        var table = new Table().AddColumns("size of the gradient", "weight, λw in the gradient", "weight, AdamW");
        foreach (double size in new[] { 0.01, 0.1, 1, 10, 100 })
        {
            var random = new RandomStream(run.Seed);
            Parameter inside = new("inside", Matrices.Ones(200, 1)), beside = new("beside", Matrices.Ones(200, 1));
            Adam adam = new([inside], η), adamW = new AdamW([beside], η, λ);
            for (int t = 0; t < 500; t++)
            {
                for (int i = 0; i < 200; i++)
                {
                    beside.Gradients[i] = random.Normal(0, size);
                    inside.Gradients[i] = beside.Gradients[i] + λ * inside.Values[i];
                }

                adam.Step();
                adamW.Step();
            }

            table.AddRow($"{size}", $"{inside.Value.Enumerate().Average():0.000}",
                $"{beside.Value.Enumerate().Average():0.000}");
        }

        run.Progress(1, 1);
        run.Print(table);
    }
}
