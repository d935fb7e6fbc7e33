using Reference.Book;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Backpropagation;

/// <summary>The experiments of chapter 08.</summary>
public static class BackpropagationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("toy-network", "Does the network from scratch learn the ten rows from every seed?", ToyNetwork),
    ];

    /// <summary>Trains the network from scratch on the ten rows, 2,000 steps.</summary>
    /// <returns>The course of the training, and how many rows are classified correctly after it.</returns>
    public static (DescentRun Run, int Right) TrainToyNetwork(ulong seed)
    {
        NetworkTuple net = ToyTable.Network(seed, 2000);
        DescentRun run = net.Train(ToyTable.Standardised, ToyTable.Y);
        return (run, Enumerable.Range(0, 10).Count(n =>
            net.Predict(ToyTable.Standardised.Column(n))[0] >= 0.5 == (ToyTable.Y[0, n] == 1)));
    }

    private static void ToyNetwork(ExperimentRun run)
    {
        const int Seeds = 5;
        var table = new Table().AddColumns("seed", "first loss", "last loss", "last ‖∇L‖", "rows right");
        for (int i = 0; i < Seeds; i++)
        {
            ulong seed = run.Seed + (ulong)i;
            (DescentRun course, int right) = TrainToyNetwork(seed);
            table.AddRow($"{seed}", $"{course.Losses[0]:0.0000}", $"{course.Losses[^1]:G3}",
                $"{course.GradientNorm:G3}", $"{right} of 10");
            run.Progress(i + 1, Seeds);
        }

        run.Print(table);
    }
}
