using Reference.Numerics;
using static Reference.Testing.BadInput;

namespace Reference.ModelSelection.Tests;

/// <summary>Median pruning, by hand and over random reports.</summary>
public class PruningTests
{
    // Trials with scripted reports, one a step; the value is the last.
    private static Study Run(MedianPruner? pruner, params double[][] reports) =>
        new Study(new RandomSampler(new RandomStream(1)), pruner).Optimize(trial =>
        {
            double[] script = reports[trial.Number];
            return script.TakeWhile((value, i) => trial.Report(i + 1, value)).Count() is var told
                && told == script.Length ? script[^1] : script[told];
        }, reports.Length);

    // (11.12) S2-138: three complete trials with 5, 4, 3, then 4, 3, 2: a fourth of 4.5 and 3.5 is stopped at step 2.
    [Fact]
    public void Pruning_by_hand()
    {
        double[][] reports = [[5, 4, 2], [4, 3, 1], [3, 2, 1.5], [3.9, 3.5, 0]];
        Study study = Run(new MedianPruner(3), reports);
        Assert.Equal(
            [TrialState.Complete, TrialState.Complete, TrialState.Complete, TrialState.Pruned],
            study.Trials.Select(t => t.State));
        Assert.Equal([3.9, 3.5], study.Trials[3].Reports.Values); // 3.9 is below the median 4, 3.5 above 3
        Assert.Equal(1, study.Best.Number); // not the stopped one
        Assert.Equal([2, 1, 1, 1], study.BestSoFar);
        Assert.Equal(TrialState.Complete, Run(new MedianPruner(4), reports).Trials[3].State); // too few yet
        Assert.Equal(TrialState.Complete, Run(new MedianPruner(3, warmup: 3), reports).Trials[3].State);
        Assert.Equal(TrialState.Pruned, Run(new MedianPruner(3, warmup: 1), reports).Trials[3].State);
        Assert.Equal(TrialState.Complete, Run(null, reports).Trials[3].State);
    }

    // (11.12): what counts is the best report so far, so a trial that was good once goes on; equal to the median too.
    [Fact]
    public void A_trial_that_was_good_goes_on()
    {
        double[][] reports = [[5, 4], [4, 3], [3, 2], [1, 9], [3.5, 3.5]];
        Assert.All(Run(new MedianPruner(3), reports).Trials, t => Assert.Equal(TrialState.Complete, t.State));
        Assert.Equal(0.65, ScalarSearch.Median([0.9, 0.5, 0.7, 0.6]), 1e-12);
        Assert.Equal(0.6, ScalarSearch.Median([0.6, 0.9, 0.5]));
        Assert.False(ScalarSearch.IsUnpromising([3], [3]));
        Assert.True(ScalarSearch.IsUnpromising([4, 3.1], [5, 3, 1]));
    }

    // (11.12): over random reports a study does what the rule says of those complete before.
    [Property(MaxTest = 50)]
    public void A_study_prunes_by_the_median_of_complete_trials(Seed seed)
    {
        RandomStream random = seed.Stream();
        int steps = 1 + random.Below(5), startup = 1 + random.Below(4), warmup = random.Below(3);
        double[][] reports = [.. Enumerable.Range(0, 12).Select(_ => random.Uniforms(steps, 0, 1))];
        Study study = Run(new MedianPruner(startup, warmup), reports);
        var complete = new List<double[]>();
        for (int n = 0; n < reports.Length; n++)
        {
            int stop = Enumerable.Range(1, steps).FirstOrDefault(step => step > warmup && complete.Count >= startup
                && reports[n][..step].Min() > ScalarSearch.Median([.. complete.Select(other => other[step - 1])]));
            Assert.Equal(stop == 0 ? TrialState.Complete : TrialState.Pruned, study.Trials[n].State);
            Assert.Equal(stop == 0 ? steps : stop, study.Trials[n].Reports.Count);
            if (stop == 0)
            {
                complete.Add(reports[n]);
            }
        }
    }

    // S2-138: on the notes' objective pruning saves epochs.
    [Fact]
    public void Pruning_saves_epochs_of_the_notes_objective()
    {
        ThreeParts parts = NotesObjective.Data(1, 120);
        Study study = new Study(new RandomSampler(new RandomStream(3)), new MedianPruner(4, 2))
            .Optimize(NotesObjective.Objective(parts), 12);
        int epochs = study.Trials.Sum(trial => trial.Reports.Count);
        Assert.True(epochs < 200, $"{epochs} of 240");
        Assert.All(study.Trials.Where(t => t.State == TrialState.Pruned), t => Assert.InRange(t.Reports.Count, 3, 19));
        Assert.All(study.Trials.Take(4), t => Assert.Equal(20, t.Reports.Count));
    }

    [Fact]
    public void A_pruner_without_trials_and_reports_out_of_order_are_refused()
    {
        Refuses(() => _ = new MedianPruner(startup: 0), "startup");
        Refuses(() => _ = new MedianPruner(warmup: -1), "warmup");
        Refuses(() => Run(new MedianPruner(1)).Optimize(trial => trial.Report(2, 1) && trial.Report(2, 1) ? 1 : 0, 1),
            "after 2", "2");
    }
}
