using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>The indices of a set, divided into those to train on and those to validate with: disjoint and
/// complete.</summary>
/// <param name="Train">To learn from.</param>
/// <param name="Validation">To judge by.</param>
public sealed record Split(int[] Train, int[] Validation)
{
    /// <summary>A random division (S0-128): ⌊fraction · N⌋ to train, the rest to validate; 12,000 images give 9,600
    /// and 2,400.</summary>
    /// <param name="count">N ≥ 2.</param>
    /// <param name="fraction">In (0, 1).</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public static Split Random(int count, double fraction, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] order = Shuffled(count, random);
        int train = Share(count, fraction);
        return NotEmpty(new(order[..train], order[train..]), count, fraction);
    }

    /// <summary>
    /// A random division in which every class keeps its share: ⌊fraction · N⌋ to train, as without classes, of which
    /// class c gives ⌊fraction · N_c⌋, and one more where the rounding cut off most (largest remainders).
    /// </summary>
    /// <param name="labels">The classes. // [N]</param>
    /// <param name="fraction">In (0, 1).</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="ArgumentException">A part would be empty.</exception>
    public static Split Stratified(IReadOnlyList<int> labels, double fraction, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(random);
        int[][] classes = [.. Shuffled(labels.Count, random)
            .GroupBy(i => labels[i], (_, members) => members.ToArray())];
        int[] shares = [.. classes.Select(members => Share(members.Length, fraction))];
        int left = Share(labels.Count, fraction) - shares.Sum();
        double Remainder(int c) => fraction * classes[c].Length - shares[c];
        foreach (int c in Enumerable.Range(0, classes.Length).OrderByDescending(Remainder).Take(left))
        {
            shares[c]++;
        }

        int[] first = [.. classes.SelectMany((members, c) => members.Take(shares[c]))];
        int[] second = [.. classes.SelectMany((members, c) => members.Skip(shares[c]))];
        // Class after class would be the worst order to train in.
        random.Shuffle(first.AsSpan());
        random.Shuffle(second.AsSpan());
        return NotEmpty(new(first, second), labels.Count, fraction);
    }

    /// <summary>k divisions: each fold validates once while the others train. Fold sizes differ by one at
    /// most.</summary>
    /// <param name="count">N ≥ k.</param>
    /// <param name="folds">k ≥ 2.</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more than samples.</exception>
    public static IReadOnlyList<Split> Folds(int count, int folds, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, folds);
        int[] order = Shuffled(count, random);
        return [.. Enumerable.Range(0, folds).Select(k =>
        {
            int start = (int)((long)k * count / folds), end = (int)((k + 1L) * count / folds);
            return new Split([.. order[..start], .. order[end..]], order[start..end]);
        })];
    }

    /// <summary>
    /// k divisions in which every class keeps its share: the samples, shuffled and then class by class, are dealt to
    /// the folds in turn. Sizes, of a fold and of a class in it, differ by one at most.
    /// </summary>
    /// <param name="labels">The classes. // [N ≥ k]</param>
    /// <param name="folds">k ≥ 2.</param>
    /// <param name="random">The stream.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than two folds, or more than samples.</exception>
    public static IReadOnlyList<Split> StratifiedFolds(IReadOnlyList<int> labels, int folds, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(folds, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(labels.Count, folds, nameof(labels));
        int[] order = [.. Shuffled(labels.Count, random).OrderBy(n => labels[n])]; // a stable sort
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

    private static int Share(int count, double fraction) => fraction is > 0 and < 1
        // 0.29 · 100 is 28.999…96 in doubles; the notes' share is that of the decimals.
        ? (int)Math.Floor(fraction * count + 1e-9)
        : throw new ArgumentOutOfRangeException(nameof(fraction), $"Expected a fraction in (0, 1); got {fraction}.");

    private static int[] Shuffled(int count, RandomStream random)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        random.Shuffle(order.AsSpan());
        return order;
    }

    private static Split NotEmpty(Split split, int count, double fraction) =>
        split.Train.Length > 0 && split.Validation.Length > 0
        ? split
        : throw new ArgumentException(
            $"Expected samples in both parts; {fraction} of {count} gives {split.Train.Length} and "
                + $"{split.Validation.Length}.", nameof(fraction));
}
