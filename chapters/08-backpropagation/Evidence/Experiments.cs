using Reference.Activations;
using Reference.Book;
using Reference.Numerics;
using Reference.Perceptrons;
using Spectre.Console;

namespace Reference.Backpropagation;

/// <summary>Backpropagation by hand: the experiments.</summary>
public static class BackpropagationExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("lost-gradients", "How much of the last layer's gradient reaches the first, by depth and activation?", LostGradients),
        new("saved-multiplications", "How many multiplications does keeping the error terms save, counted while they run?", SavedMultiplications),
        new("toy-network", "Does the network from scratch learn the ten rows, whatever the seed?", ToyNetwork),
    ];

    private static void LostGradients(ExperimentRun run)
    {
        int[] depths = [2, 5, 10, 20];
        var table = new Table().AddColumns("layers", "sigmoid, N(0, 1/n)", "most for ‖W‖ = 1", "tanh, N(0, 1/n)", "ReLU, N(0, 2/n)");
        for (int d = 0; d < depths.Length; d++)
        {
            string Share(Activation f, double gain)
            {
                double[] norms = GradientFlow.OfRandomNetwork(f, depths[d], 64, gain, new RandomStream(run.Seed));
                return $"{norms[0] / norms[^1]:G3}";
            }

            table.AddRow($"{depths[d]}", Share(Activation.Sigmoid, 1), $"{Math.Pow(0.25, depths[d] - 1):G3}",
                Share(Activation.Tanh, 1), Share(Activation.Relu, Math.Sqrt(2)));
            run.Progress(d + 1, depths.Length);
        }

        run.Print(table);
    }

    private static void SavedMultiplications(ExperimentRun run)
    {
        const int Deepest = 6;
        var table = new Table().AddColumns("widths", "forward", "kept", "path by path", "saved, times", "largest difference");
        for (int depth = 1; depth <= Deepest; depth++)
        {
            int[] widths = [.. Enumerable.Repeat(5, depth + 1)];
            var random = new RandomStream(run.Seed);
            IReadOnlyList<ScalarLayer> layers = ScalarLayer.Draw(random, Activation.Tanh, 1, 1, widths);
            ScalarPass pass = ScalarNetwork.Forward(layers, random.Normals(5));
            double[] dA = random.Normals(5);
            (IReadOnlyList<ScalarGradient> unshared, long count) = PathByPath.Gradients(layers, pass, dA);
            double gap = unshared.Zip(ScalarBackpropagation.Gradients(layers, pass, dA), (a, b) =>
                a.dW.Cast<double>().Zip(b.dW.Cast<double>(), (p, q) => Math.Abs(p - q)).Max()).Max();
            table.AddRow(string.Join('-', widths), $"{BackwardWork.Forward(widths)}", $"{BackwardWork.Shared(widths)}",
                $"{count:N0}", $"{count / BackwardWork.Shared(widths):0.0}", $"{gap:G2}");
            run.Progress(depth, Deepest);
        }

        run.Print(table);
    }

    private static void ToyNetwork(ExperimentRun run)
    {
        const int Seeds = 5;
        var table = new Table().AddColumns("seed", "loss at the start", "loss at the end", "‖∇L‖ at the end", "steps", "rows right");
        for (int i = 0; i < Seeds; i++)
        {
            NetworkTuple net = ToyFigures.ToyTuple(run.Seed + (ulong)i, 2000);
            FixedPointRun course = net.Train(ToyTable.Standardised, ToyTable.Y);
            int right = Enumerable.Range(0, 10).Count(n => net.Predict(ScalarPerceptron.Column(ToyTable.Standardised, n))[0] >= 0.5 == (ToyTable.Y[0, n] == 1));
            table.AddRow($"{run.Seed + (ulong)i}", $"{course.Losses[0]:0.0000}", $"{course.Losses[^1]:G3}",
                $"{course.GradientNorm:G3}", $"{course.Losses.Count - 1}", $"{right} of 10");
            run.Progress(i + 1, Seeds);
        }

        run.Print(table);
        run.Write("toy-network-seeds", ToyFigures.ToyNetwork());
    }
}
