using Reference.Book;
using Reference.Networks;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>Statements and listings of the notes about tuning that a counterexample refutes.</summary>
public static class ModelSelectionClaims
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Claim> All { get; } =
    [
        new("S2-134", "RandomSearchCV samples a random subset of parameter combinations",
            "The class of scikit-learn is RandomizedSearchCV; and of a continuous range it draws values, of which a "
                + "list of combinations holds none.",
            "60 log-uniform draws of the learning rate are 60 different values, none of them on a grid of 1,000.",
            () => Draws(60) is var draws && draws.Distinct().Count() == 60 && Enumerable.Range(0, 1000)
                .Select(i => ScalarSearch.LogUniform(1e-4, 1e-1, i / 999.0)).Intersect(draws).Any() == false),
        new("S2-136", "Bayesian Optimization: Gradient Optimization: Evolutionary Algorithms:",
            "Three headings without a text, at least in our copy. Bayesian methods propose by a model of the trials "
                + "so "
                + "far (TPE here), gradient methods differentiate the validation loss by a hyperparameter, "
                + "evolutionary ones change and cross the best trials.",
            "After 30 trials of (x − 3)² on [−10, 10] TPE's next 30 lie nearer to 3 than random ones, in the median.",
            () => Distance(new TpeSampler(new RandomStream(1))) < 0.5
                * Distance(new RandomSampler(new RandomStream(1))),
            ErratumKind.OurText),
        new("S2-137", "learning_rate = trial.suggest_loguniform('learning_rate', 1e-4, 1e-1) … # Training Loop "
                + "epochs = 20",
            "The loop and the return of a validation loss are missing, and suggest_loguniform is deprecated since "
                + "Optuna 3.0: suggest_float('learning_rate', 1e-4, 1e-1, log=True).",
            "Without a value every trial fails and there is no best one; without the loop two learning rates give the "
                + "same loss.",
            () => NoBest() && Untrained(1e-4) == Untrained(1e-1) && Untrained(1e-1) != Untrained(1e-1, epochs: 1),
            ErratumKind.Listing),
        new("S3-234", "x_train_gender, x_test_gender, y_train_gender, y_test_gender = "
                + "train_test_split(balanced_images, balanced_gender, random_state=42)",
            "Split first, and balance the training part alone: augmented copies of a training image are no test.",
            "40 eights beside 120 threes, balanced and then split: of the held-out images more than a third have a "
                + "twin in the training part; split first, none has.",
            () => UnequalClasses.TwinShares(120, 40) is var (before, after) && before > 1.0 / 3 && after == 0,
            ErratumKind.Listing),
    ];

    private static double[] Draws(int count) =>
    [
        .. new Study(new RandomSampler(new RandomStream(1)))
            .Optimize(trial => trial.SuggestFloat("learning_rate", 1e-4, 1e-1, log: true), count)
            .Trials.Select(trial => trial.Value),
    ];

    private static double Distance(ISampler sampler) => ScalarSearch.Median(
    [
        .. new Study(sampler).Optimize(trial => Math.Pow(trial.SuggestFloat("x", -10, 10) - 3, 2), 60)
            .Trials.Skip(30).Select(trial => Math.Sqrt(trial.Value)),
    ]);

    private static bool NoBest()
    {
        Study study = new Study(new RandomSampler(new RandomStream(1))).Optimize(_ => double.NaN, 3);
        try
        {
            _ = study.Best;
            return false;
        }
        catch (InvalidOperationException)
        {
            return study.Trials.All(trial => trial.State == TrialState.Failed);
        }
    }

    private static double Untrained(double rate, int epochs = 0)
    {
        ThreeParts parts = NotesObjective.Data(1, 80);
        return NotesObjective.Train(parts, [16], rate, 1, epochs).Trainer.Evaluate(parts.Validation).Loss;
    }
}
