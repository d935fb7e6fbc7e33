using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Activations;

/// <summary>What chapter 02 measures.</summary>
public static class ActivationExperiments
{
    private static readonly (Activation F, double Gain)[] Networks =
        [(Activation.Sigmoid, 1), (Activation.Tanh, 1), (Activation.Relu, Math.Sqrt(2)), (Activation.Selu, 1)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("vanishing", "How much of the gradient reaches the first of L layers?", Vanishing),
        new("self-normalizing", "Do mean 0 and variance 1 survive 50 layers?", SelfNormalizing),
        new("overflow", "From which score on does softmax without the subtraction fail?", Overflow),
    ];

    private static void Vanishing(ExperimentRun run)
    {
        int[] depths = [2, 5, 10, 20, 40];
        Table table = new Table().Title("‖∂L/∂W‖ of the first layer over the last, 64 units a layer").AddColumns(["layers", .. Networks.Select(n => n.F.Name)]);
        for (int i = 0; i < depths.Length; i++)
        {
            var row = new List<string> { $"{depths[i]}" };
            foreach ((Activation f, double gain) in Networks)
            {
                double[] norms = VanishingGradient.GradientNorms(f, depths[i], 64, gain, new RandomStream(run.Seed));
                row.Add($"{norms[0] / norms[^1]:G3}");
            }

            table.AddRow([.. row]);
            run.Progress(i + 1, depths.Length);
        }

        run.Print(table);
        run.Write("gradient-by-layer-20", GradientFigures.NormsByLayer(depth: 20, run.Seed));
    }

    private static void SelfNormalizing(ExperimentRun run)
    {
        int[] layers = [1, 5, 10, 25, 50];
        Table table = new Table().Title("mean and variance of the outputs, 128 units a layer").AddColumns(["after layer", .. Networks.Select(n => n.F.Name)]);
        (double Mean, double Variance)[][] moments =
            [.. Networks.Select((n, i) =>
            {
                (double, double)[] course = VanishingGradient.OutputMoments(n.F, layers[^1], 128, n.Gain, new RandomStream(run.Seed));
                run.Progress(i + 1, Networks.Length);
                return course;
            })];
        foreach (int layer in layers)
        {
            table.AddRow([$"{layer}", .. moments.Select(m => $"{m[layer - 1].Mean:0.000}, {m[layer - 1].Variance:0.000}")]);
        }

        run.Print(table);
    }

    private static void Overflow(ExperimentRun run)
    {
        double[] largest = [10, 100, 700, 710, 1000, 1e6];
        var table = new Table().AddColumns("scores", "as printed", "largest subtracted first");
        for (int i = 0; i < largest.Length; i++)
        {
            double[] z = [largest[i], largest[i] - 1];
            table.AddRow($"{z[0]}, {z[1]}", Naive(z), $"{ScalarActivations.Softmax(z)[0]:0.000000}");
            run.Progress(i + 1, largest.Length);
        }

        run.Print(table);
    }

    private static string Naive(double[] z)
    {
        try
        {
            return $"{ScalarActivations.NaiveSoftmax(z)[0]:0.000000}";
        }
        catch (ArgumentOutOfRangeException)
        {
            return "[red]overflow[/]";
        }
    }
}
