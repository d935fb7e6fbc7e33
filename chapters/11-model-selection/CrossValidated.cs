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

    /// <summary>
    /// K folds in which every class keeps its share: the samples, shuffled and then class by class, are dealt to the
    /// folds in turn. Sizes, of a fold and of a class in it, differ by one at most. // labels [N ≥ K]
    /// </summary>
    public static IReadOnlyList<Split> StratifiedFolds(IReadOnlyList<int> labels, int folds, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Count, folds, nameof(labels));
        int[] order = [.. Enumerable.Range(0, labels.Count)];
        random.Shuffle(order.AsSpan());
        order = [.. order.OrderBy(n => labels[n])]; // a stable sort
        return [.. Enumerable.Range(0, folds).Select(k =>
        {
            int[] Part(bool mine)
            {
                int[] part = [.. order.Where((_, i) => i % folds == k == mine)];
                random.Shuffle(part.AsSpan());
                return part;
            }

            return new Split(Part(false), Part(true));
        })];
    }
}
