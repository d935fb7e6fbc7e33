using Reference.Book;

namespace Reference.ModelSelection;

/// <summary>The figures, in the order of the README.</summary>
public static class ModelSelectionFigures
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<ChapterFigure> All { get; } =
    [
        new("folds", "Five folds of twenty samples, five of them of class 1: dealt at random, and class by class. "
            + "Right: "
            + "the degree of a polynomial chosen by ten folds of fifty points.", "S2-135 S3-053", DataFigures.Folds),
        new("topology-rate-epochs", "Validation accuracy of the notes' network by topology, learning rate and epochs.",
            "S3-046 S3-079", TrainingFigures.Table),
        new("coverage", "Sixteen trials of two hyperparameters, of which one matters: a grid tries four values of it, "
            + "random search sixteen.", "S2-133 S2-134", SearchFigures.Coverage),
        new("log-uniform", "Two thousand learning rates, uniform and log-uniform in [10⁻⁴, 10⁻¹].", "S2-137",
            SearchFigures.LogUniform),
        new("luck", "The best of n random trials is among the best 5 % with probability 1 − 0.95ⁿ: 1,000 searches of "
            + "Branin's function.", "S2-134", SearchFigures.Luck),
        new("parzen",
            "One step of TPE: thirty trials divided into good and bad ones, the densities of both, and of the "
            + "draws from l the one of largest l/g.", "S2-136", SearchFigures.Parzen),
        new("branin",
            "Best value so far by the trial, 30 seeds of TPE and of random search: median and quartiles; and "
            + "where TPE looked, early trials light, late ones dark.", "S2-136 S2-138 S2-274", SearchFigures.Branin),
        new("objective", "Validation loss of the notes' objective by learning rate and hidden units, and 30 trials of "
            + "TPE, the best filled.", "S2-137", TrainingFigures.Objective),
        new("pruning", "Validation losses of thirty trials of the notes' objective; dashed: the median of complete "
            + "trials, above which one is stopped.", "S2-138", TrainingFigures.Pruning),
        new("balance-and-leak",
            "Few eights beside many threes: the classes balanced by turned and shifted copies, nine "
            + "of these, and the recall of eights when the copies are made before or after the split.",
            "S3-232 S3-234", DataFigures.Leak),
        new("calibration", "Share of right predictions by confidence, before and after division of the scores by a "
            + "temperature: dots on the line are honest. The area of a dot is the share of predictions.", "S1-013",
            DataFigures.Calibration),
    ];
}
