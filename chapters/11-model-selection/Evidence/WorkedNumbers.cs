using Reference.Book;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>What follows from the search space of the notes.</summary>
public static class ModelSelectionNumbers
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<WorkedNumber> All { get; } =
    [
        WorkedNumber.Derived("S2-134", "chance that the best of 60 random draws is among the best 5 %", "0.9539",
            () => ScalarSearch.ChanceOfBest(0.05, 60)),
        WorkedNumber.Derived("S2-134", "random draws for that chance to reach 95 %", "59",
            () => Enumerable.Range(1, 100).First(n => ScalarSearch.ChanceOfBest(0.05, n) >= 0.95)),
        WorkedNumber.Derived("S2-137", "median of the log-uniform learning rate", "0.0031622777",
            () => ScalarSearch.LogUniform(1e-4, 1e-1, 0.5)),
        WorkedNumber.Derived("S2-137", "values of hidden_dim in 16…128", "113",
            () => Dimension.Integer(16, 128).Count!.Value),
        WorkedNumber.Derived("S2-137", "share of log-uniform learning rates below 0.001", "0.333", Share),
        WorkedNumber.Derived("S2-138", "median of the reports 0.9, 0.5, 0.7, 0.6", "0.65",
            () => ScalarSearch.Median([0.9, 0.5, 0.7, 0.6])),
    ];

    private static double Share()
    {
        var study = new Study(new GridSampler(("u", [.. Enumerable.Range(0, 3000).Select(i => (i + 0.5) / 3000)])));
        study.Optimize(
            trial => ScalarSearch.LogUniform(1e-4, 1e-1, trial.SuggestFloat("u", 0, 1)) < 0.001 ? 1 : 0, 3000);
        return study.Trials.Average(trial => trial.Value);
    }
}
