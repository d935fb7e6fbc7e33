using Reference.Datasets;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>K-fold cross-validation inside a search. S2-135.</summary>
public static class CrossValidated
{
    /// <summary>
    /// An objective from the score of one fold: their mean, (11.2). The running mean is reported after every fold, so
    /// that a pruner saves folds. S2-135
    /// </summary>
    public static Func<Trial, double> Objective(IReadOnlyList<Split> folds, Func<Trial, Split, double> score)
    {
        ArgumentNullException.ThrowIfNull(folds);
        ArgumentNullException.ThrowIfNull(score);
        Require.NotEmpty(folds.Count, nameof(folds));
        return trial =>
        {
            double sum = 0;
            for (int k = 1; k <= folds.Count; k++)
            {
                sum += score(trial, folds[k - 1]);
                if (!trial.Report(k, sum / k))
                {
                    return sum / k;
                }
            }

            return sum / folds.Count; // (11.2)
        };
    }
}
