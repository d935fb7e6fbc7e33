using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Optimizers;
using Spectre.Console;

namespace Reference.Classification;

/// <summary>The experiments of chapter 07. Digits are read by the command <c>train</c>.</summary>
public static class LogisticRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("two-rules", "How do the logistic and the perceptron rule end on separable and on overlapping points?",
            TwoRules),
    ];

    /// <summary>The models after each epoch of a rule, point by point with α = 0.1, S1-064.</summary>
    /// <param name="start">The model at the start.</param>
    /// <param name="X">The points, one a column. // [2 × N]</param>
    /// <param name="y">Their labels, 0 or 1. // [N]</param>
    /// <param name="perceptron">The perceptron's rule; else the logistic one.</param>
    /// <param name="epochs">How many.</param>
    public static IReadOnlyList<LogisticModel> Lines(
        LogisticModel start, double[,] X, int[] y, bool perceptron, int epochs)
    {
        List<LogisticModel> lines = [start];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            lines.Add(Enumerable.Range(0, y.Length).Aggregate(lines[^1], (line, n) => perceptron
                ? ScalarLogisticStep.PerceptronUpdate(line, X.Column(n), y[n], 0.1)
                : ScalarLogisticStep.Update(line, X.Column(n), y[n], 0.1)));
        }

        return lines;
    }

    /// <summary>
    /// Fifty epochs of a rule from w = 0 and b = 0: the accuracy after them, and how far the weights still move in the
    /// last one, relative to their length.
    /// </summary>
    /// <param name="X">The points, one a column. // [2 × N]</param>
    /// <param name="y">Their labels, 0 or 1. // [N]</param>
    /// <param name="perceptron">The perceptron's rule; else the logistic one.</param>
    public static (double Accuracy, double Moves) Measure(double[,] X, int[] y, bool perceptron)
    {
        IReadOnlyList<LogisticModel> lines = Lines(new([0, 0], 0), X, y, perceptron, 50);
        LogisticModel last = lines[^1], moved = new([.. last.W.Zip(lines[^2].W, (a, b) => a - b)], 0);
        return (Accuracy.Of(last.Classes(X), y), moved.Length / last.Length);
    }

    private static void TwoRules(ExperimentRun run)
    {
        var random = new RandomStream(run.Seed);
        SeparableSet separable = SeparableSet.Draw(random, 2, 100, 0.05);
        LabelledPoints overlapping = Blobs.Draw(random, new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 400, 1);
        var table = new Table().AddColumns("points", "rule", "accuracy after 50 epochs", "still moves by");
        for (int i = 0; i < 4; i++)
        {
            (string name, double[,] X, int[] y) = i < 2
                ? ("separable", separable.X, separable.Labels)
                : ("overlapping", overlapping.X, overlapping.Labels);
            (double accuracy, double moves) = Measure(X, y, perceptron: i % 2 == 1);
            table.AddRow(name, i % 2 == 1 ? "perceptron" : "logistic", $"{accuracy:0.0 %}", $"{moves:0.0 %}");
            run.Progress(i + 1, 4);
        }

        run.Print(table);
    }
}

/// <summary>How the weights grow on separable points, with and without an L2 penalty, S1-047.</summary>
/// <param name="λ">The weight of the penalty, (7.12).</param>
/// <param name="Lengths">‖w‖ at the start and after every step.</param>
/// <param name="Losses">The loss, with its penalty, before every step.</param>
public sealed record GrowingWeights(double λ, IReadOnlyList<double> Lengths, IReadOnlyList<double> Losses)
{
    /// <summary>Descends on the whole set with α = 2, from w = 0 and b = 0.</summary>
    /// <param name="λ">The weight of the penalty, at least 0.</param>
    /// <param name="steps">How many steps, at least 1.</param>
    /// <exception cref="ArgumentException">A negative λ, or no step.</exception>
    public static GrowingWeights Measure(double λ, int steps)
    {
        var model = new LogisticRegression([0, 0], 0) { Ridge = λ };
        var descent = new GradientDescent(model.Parameters, 2);
        SampleSet set = new(new ColumnSamples(ExampleSets.Separable.X), ExampleSets.Separable.Labels, 2);
        List<double> lengths = [0];
        IReadOnlyList<double> losses = Training.Run(model, set, descent, set.Count, steps, afterEpoch: (_, _) =>
            lengths.Add(model.Line.Length));
        return new(λ, lengths, losses);
    }
}
