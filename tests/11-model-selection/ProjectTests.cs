using Reference.Datasets;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.ModelSelection.Tests;

/// <summary>The notes' searches over networks, and data that differ from those in training.</summary>
public class ProjectTests
{
    private static readonly ThreeParts parts = NotesObjective.Data(1, 160);

    // S2-137: 20 inputs, 16 to 128 units, a learning rate in [10⁻⁴, 10⁻¹], 20 epochs of reports.
    [Fact]
    public void The_objective_is_the_notes()
    {
        var sampler = new Recorder();
        Study study = new Study(sampler).Optimize(NotesObjective.Objective(parts), 2);
        Assert.Equal(
            [("learning_rate", Dimension.Float(1e-4, 1e-1, log: true)), ("hidden_dim", Dimension.Integer(16, 128))],
            sampler.Asked.Distinct());
        Assert.All(study.Trials, trial => Assert.Equal(Enumerable.Range(1, 20), trial.Reports.Keys));
        Assert.All(study.Trials, trial => Assert.Equal(trial.Reports[20], trial.Value));
        Sequential network = (Sequential)NotesObjective.Train(parts, [128], 0.01, 1, 0).Trainer.Network;
        Assert.Equal((20, 128 * 21 + 3 * 129), (network.Inputs, Summary.Of(network).Total));
        Assert.Equal((80, 40), (parts.Training.Count, parts.Validation.Count));
    }

    private sealed class Recorder : ISampler
    {
        private readonly RandomSampler _random = new(new RandomStream(1));

        public List<(string, Dimension)> Asked { get; } = [];

        public double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension)
        {
            Asked.Add((name, dimension));
            return _random.Sample(trial, finished, name, dimension);
        }
    }

    // S3-046 S3-053: the loops train every combination, choose by validation and open the test set once.
    [Fact]
    public void The_notes_loops_choose_by_validation()
    {
        ThreeParts data = NotesObjective.Data(2, 120);
        var best = NotesObjective.Nested(data, [[16], [32]], [1e-4, 1e-2], [1, 2]);
        Assert.Equal((8, 1e-2), (best.Runs, best.η));
        Assert.InRange(best.Test, 0, 1);
        Assert.Throws<InvalidOperationException>(() => data.OpenTest());
        double Loss(int H, double η, int start) =>
            NotesObjective.Train(data, [H], η, (ulong)start).History.ValidationLosses[^1];
        double least = (from H in new[] { 16, 32 } from η in new[] { 1e-4, 1e-2 } from s in new[] { 1, 2 }
            select Loss(H, η, s)).Min();
        Assert.Equal(least, Loss(best.Hidden[0], best.η, best.Start));
    }

    // S3-079: more epochs help a rate that is too small; what is read from the table is in the histories.
    [Fact]
    public void The_table_holds_validation_accuracies()
    {
        double[][,] tables = NotesObjective.Table(parts, [[16], [128]], [1e-3, 1e-2], [1, 10]);
        History run = NotesObjective.Train(parts, [128], 1e-3, 1, 10).History;
        Assert.Equal((run.ValidationMetrics[0], run.ValidationMetrics[9]), (tables[0][1, 0], tables[1][1, 0]));
        Assert.True(tables[1].Cast<double>().Average() > tables[0].Cast<double>().Average());
        // a run that ends well has epochs in which the validation accuracy drops
        double[] long_ = NotesObjective.Train(parts, [64], 0.01, 1, 20).History.ValidationMetrics;
        Assert.Contains(long_.Zip(long_.Skip(1)), step => step.Second < step.First);
        Assert.True(long_[^1] > 1.3 * long_[0]);
    }

    // S2-137 S2-138: a search on digits keeps its test set for the winner and counts the epochs it trained.
    [Fact]
    public void A_search_on_digits_tests_once()
    {
        (ThreeParts digits, string what) = DigitSearch.Digits(null, 60, 30, 30);
        Assert.Equal(("drawn digits", 60, 30), (what, digits.Training.Count, digits.Validation.Count));
        DigitSearch.Outcome outcome = DigitSearch.Run(
            digits, new Study(new RandomSampler(new RandomStream(1)), new MedianPruner(2)), 5, 3, 1);
        Assert.Equal(5, outcome.BestSoFar.Length);
        Assert.InRange(outcome.Epochs, 5, 15);
        Assert.InRange(outcome.Pruned, 0, 3);
        Assert.InRange(outcome.TestAccuracy, 0.1, 1);
        Assert.Throws<InvalidOperationException>(() => digits.OpenTest());
    }

    // S3-052: the farther the test digits are from the training digits, the lower the accuracy.
    [Fact]
    public void Accuracy_falls_as_the_test_set_shifts()
    {
        MutationTesting.SkipSlow();
        (LabelledImages train, LabelledImages test) = DigitsNetwork.Images(null, 250, 150);
        double[] accuracies = ShiftedDigits.Accuracies(train, test, [0, 30, 60], 1, 8);
        Assert.True(accuracies[0] > accuracies[1] + 0.05 && accuracies[1] > accuracies[2] + 0.05);
        LabelledImages first = ShiftedDigits.First(test, 3);
        Assert.Equal((3, test.Labels[2]), (first.Count, first.Labels[2]));
        Assert.Equal(test.Images[2].ToArray(), first.Images[2].ToArray());
    }

    // S2-137 S2-138 on 1,000 real digits: TPE's best validation loss is no worse, pruning saves half of the epochs.
    [Fact]
    public void Searches_on_real_digits()
    {
        Assert.SkipUnless(
            Environment.GetEnvironmentVariable("REFERENCE_LONG_RUN") is "1",
                "Trains for minutes: REFERENCE_LONG_RUN=1");
        string folder = RealData.At("mnist");
        DigitSearch.Outcome[] Of(Func<ulong, Study> study) =>
            [.. Enumerable.Range(1, 3).Select(seed => DigitSearch.Run(
            DigitSearch.Digits(folder, 1000, 500, 1000).Parts, study((ulong)seed), 30, 20, (ulong)seed))];
        double Median(DigitSearch.Outcome[] all, Func<DigitSearch.Outcome, double> of) =>
            ScalarSearch.Median([.. all.Select(of)]);
        DigitSearch.Outcome[] random = Of(s => new(new RandomSampler(new RandomStream(s)))),
            tpe = Of(s => new(new TpeSampler(new RandomStream(s)))),
            pruned = Of(s => new(new TpeSampler(new RandomStream(s)), new MedianPruner(5, 2)));
        Assert.True(Median(tpe, o => o.BestSoFar[^1]) <= Median(random, o => o.BestSoFar[^1]));
        Assert.True(Median(pruned, o => o.Epochs) < 0.6 * Median(tpe, o => o.Epochs));
        Assert.All(random.Concat(tpe).Concat(pruned), o => Assert.True(o.TestAccuracy > 0.85));
    }
}
