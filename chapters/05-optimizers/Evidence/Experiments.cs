using Reference.Book;
using Spectre.Console;

namespace Reference.Optimizers;

/// <summary>What chapter 05 measures.</summary>
public static class OptimizerExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("race", "How many steps does each optimizer need on a ravine and in Rosenbrock's valley?", Race),
    ];

    /// <summary>Steps until the loss, whose minimum is 0, is below 10⁻⁶ of that at the start, or most.</summary>
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
}
