using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;
using Reference.Optimizers;
using Reference.Regularization;

namespace Reference.ModelSelection;

/// <summary>The notes' search space let loose on digits, 784-H-10: what each way to search finds and costs.
/// S2-137, S2-138.</summary>
public static class DigitSearch
{
    /// <summary>Best validation loss by trial, test accuracy of the winner, and epochs that were trained.</summary>
    public sealed record Outcome(double[] BestSoFar, double TestAccuracy, int Epochs, int Pruned);

    /// <summary>Training and validation digits from the training set, and test digits; real ones of a folder or
    /// drawn.</summary>
    public static (ThreeParts Parts, string What) Digits(string? folder, int training, int validation, int test)
    {
        (LabelledImages train, LabelledImages held) = DigitsNetwork.Images(folder, training + validation, test);
        IEnumerable<byte> First(LabelledImages digits, int count) =>
            Enumerable.Range(0, count).SelectMany(n => digits.Images[n].ToArray());
        int chosen = training + validation;
        var all = new LabelledImages(
            new ByteImages([.. First(train, chosen), .. First(held, test)], train.Images.Shape),
            [.. train.Labels.Take(chosen), .. held.Labels.Take(test)], train.Classes);
        int[] Range(int first, int count) => [.. Enumerable.Range(first, count)];
        return (
            new(all.ToSampleSet(), Range(0, training), Range(training, validation), Range(chosen, test)),
            folder is null ? "drawn digits" : "MNIST digits");
    }

    /// <summary>One search; the winner is trained again and sees the test set.</summary>
    public static Outcome Run(ThreeParts parts, Study study, int trials, int epochs, ulong start)
    {
        ArgumentNullException.ThrowIfNull(study);
        int trained = 0;
        study.Optimize(
            trial => Train(parts, trial, start, epochs, (epoch, measured) =>
            {
                trained++;
                return trial.Report(epoch, measured.ValidationLoss);
            }).History.ValidationLosses[^1],
            trials);
        Trainer winner = Train(parts, study.Best, start, epochs, null).Trainer;
        return new(study.BestSoFar, winner.Evaluate(parts.OpenTest()).Metric, trained,
            study.Trials.Count(trial => trial.State == TrialState.Pruned));
    }

    private static (Trainer Trainer, History History) Train(
        ThreeParts parts, Trial trial, ulong start, int epochs, AfterEpoch? after)
    {
        double rate = trial.SuggestFloat("learning_rate", 1e-4, 1e-1, log: true);
        int hidden = trial.SuggestInt("hidden_dim", 16, 128);
        var random = new RandomStream(start);
        Sequential network = MultilayerPerceptron.Of(
            [784, hidden, 10], width => new Relu(width), Initializers.He(random));
        var trainer = new Trainer(
            network, new SoftmaxCrossEntropy(), new Adam(network.Parameters, rate), Metric.Accuracy);
        return (trainer, trainer.Fit(
            parts.Training, epochs, 64, random, parts.Validation, after: after is null ? null : [after]));
    }
}
