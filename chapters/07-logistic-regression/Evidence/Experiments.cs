using Reference.Book;
using Reference.Datasets;
using Reference.Numerics;
using Reference.Perceptrons;
using Spectre.Console;

namespace Reference.Classification;

/// <summary>What chapter 07 measures. Real digits are trained by the command <c>train mnist</c>.</summary>
public static class LogisticRegressionExperiments
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        new("two-rules", "What do the logistic and the perceptron rule make of separable and of overlapping points?", TwoRules),
        new("growing-weights", "How long do the weights get on separable points, and what does a price on them change?", Growing),
        new("digits", "How many drawn digits does softmax regression read? (Synthetic; for real ones: train mnist.)", Digits),
    ];

    /// <summary>How a rule ends on a set.</summary>
    /// <param name="Accuracy">The accuracy after the last epoch.</param>
    /// <param name="Moves">How far the line still moves in the last epoch, relative to its length.</param>
    public readonly record struct Ending(double Accuracy, double Moves);

    /// <summary>Fifty epochs of the logistic rule, α = 0.1, or of the perceptron's.</summary>
    /// <param name="X">The points, one a column. // [2 × N]</param>
    /// <param name="y">Their labels, 0 or 1. // [N]</param>
    /// <param name="perceptron">Whose rule.</param>
    public static Ending Measure(double[,] X, int[] y, bool perceptron)
    {
        LogisticModel before = new([0, 0], 0), line = before;
        for (int epoch = 0; epoch < 50; epoch++)
        {
            before = line;
            for (int n = 0; n < y.Length; n++)
            {
                double[] x = ScalarPerceptron.Column(X, n);
                line = perceptron ? ScalarLogisticTraining.PerceptronUpdate(line, x, y[n], 0.1) : ScalarLogisticTraining.Update(line, x, y[n], 0.1);
            }
        }

        return new(Accuracy.Of(line, X, y), new LogisticModel([.. line.W.Zip(before.W, (a, b) => a - b)], 0).Length / line.Length);
    }

    private static void TwoRules(ExperimentRun run)
    {
        var random = new RandomStream(run.Seed);
        SeparableSet separable = SeparableSet.Draw(random, 2, 100, 0.05);
        LabelledPoints overlapping = Blobs.Draw(random, new[,] { { -1.0, 1 }, { -0.6, 0.8 } }, 400, 1);
        var table = new Table().AddColumns("points", "rule", "right after 50 epochs", "still moves by");
        (string Name, double[,] X, int[] Y)[] sets = [("separable", separable.X, separable.Labels), ("overlapping", overlapping.X, overlapping.Labels)];
        for (int i = 0; i < 4; i++)
        {
            (string name, double[,] X, int[] y) = sets[i / 2];
            Ending end = Measure(X, y, perceptron: i % 2 == 1);
            table.AddRow(name, i % 2 == 1 ? "perceptron" : "logistic", $"{end.Accuracy:0.0 %}", $"{end.Moves:0.0 %}");
            run.Progress(i + 1, 4);
        }

        run.Print(table);
    }

    private static void Growing(ExperimentRun run)
    {
        var table = new Table().AddColumns("price λ", "‖w‖ after 100 steps", "after 1000", "after 10,000", "error with its price");
        double[] prices = [0, 0.001, 0.01, 0.1];
        for (int i = 0; i < prices.Length; i++)
        {
            GrowingWeights growth = GrowingWeights.Measure(prices[i], 10_000);
            table.AddRow(
                $"{prices[i]}", $"{growth.Lengths[100]:0.00}", $"{growth.Lengths[1000]:0.00}",
                $"{growth.Lengths[10_000]:0.00}", $"{growth.Errors[^1]:0.00000}");
            run.Progress(i + 1, prices.Length);
        }

        run.Print(table);
    }

    private static void Digits(ExperimentRun run)
    {
        var random = new RandomStream(run.Seed);
        LabelledImages train = DrawnDigits.Draw(random, 1000), test = DrawnDigits.Draw(random, 300);
        DigitTraining training = DigitTraining.Run(train, test, run.Seed, new(Epochs: 15), epoch => run.Progress(epoch, 15));
        var table = new Table().AddColumns("digit", "precision", "recall", "F₁");
        for (int k = 0; k < 10; k++)
        {
            BinaryCounts counts = training.Confusion.Against(k);
            table.AddRow(
                $"{k}", counts.TruePositives + counts.FalsePositives == 0 ? "none called so" : $"{counts.Precision():0.00}",
                $"{counts.Recall():0.00}", $"{counts.F1():0.00}");
        }

        run.Print(table.AddRow("all", "accuracy", $"{training.Accuracies[^1]:0.00}", ""));
        run.Write("digits-weights", DigitFigures.Weights(training));
        run.Write("digits-confusion", DigitFigures.Confusion(training));
    }
}
