using Reference.Book;
using Reference.Numerics;
using Spectre.Console;

namespace Reference.Activations;

/// <summary>The experiments of chapter 02.</summary>
public static class ActivationExperiments
{
    private static readonly (Activation F, double Gain)[] Networks =
        [(Activation.Sigmoid, 1), (Activation.Tanh, 1), (Activation.Relu, Math.Sqrt(2)), (Activation.Selu, 1)];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("vanishing", "How much of the gradient reaches the first of L layers?", Vanishing),
    ];

    private static void Vanishing(ExperimentRun run)
    {
        int[] depths = [2, 5, 10, 20, 40];
        Table table = new Table()
            .Title("‖∂L/∂W‖ of the first layer over the last, 64 units per layer")
            .AddColumns(["layers", .. Networks.Select(n => n.F.Name)]);
        for (int i = 0; i < depths.Length; i++)
        {
            table.AddRow([$"{depths[i]}",
                .. Networks.Select(n => ActivationFigures.Layers(n.F, n.Gain, 64, depths[i], run.Seed))
                .Select(layers => $"{layers[0].GradientNorm / layers[^1].GradientNorm:G3}")]);
            run.Progress(i + 1, depths.Length);
        }

        run.Print(table);
        run.Write(
            "gradient-by-layer-20",
            new Plotting.Figure("Gradient by layer", ActivationFigures.GradientByLayer(depth: 20, run.Seed)));
    }
}
