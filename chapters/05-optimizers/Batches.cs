using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Descent by batches of records: all, some, or one at a time. S1-143, S1-144, S1-224, S2-094, S2-095,
/// S2-096, S3-047, S4-080, S4-081.</summary>
public static class Batches
{
    /// <summary>⌈N/B⌉ updates per epoch, (5.12), N ≥ 1 and B ≥ 1. S3-222, S4-081.</summary>
    public static int UpdatesPerEpoch(int records, int batchSize)
    {
        RequireRate.Count(records, 1);
        RequireRate.Count(batchSize, 1);
        return (records - 1) / batchSize + 1; // (5.12)
    }

    /// <summary>The batches of an epoch: the records in order, B ≥ 1 at a time.</summary>
    public static IEnumerable<int[]> Split(int[] order, int batchSize) => order.Chunk(RequireRate.Count(batchSize, 1));

    /// <summary>(w, b) at the start and after every update; for each epoch the sum of the records' losses, each before
    /// the update by its batch.</summary>
    public sealed record Run(IReadOnlyList<double[]> Points, IReadOnlyList<double> EpochTotals);

    /// <summary>Descent by batches, θ ← θ − (η/B) Σ ∇ℓᵢ, (5.11), from (w, b): B = N is full-batch descent and B = 1
    /// stochastic descent. A stream shuffles the records of each epoch; without one they keep their order.</summary>
    public static Run Train(
        LeastSquaresLine loss, double[] start, double η, int batchSize, int epochs, RandomStream? random = null)
    {
        RequireRate.Count(epochs, 0);
        Require.SameLength(loss.Dimension, "(w, b)", start.Length, nameof(start));
        var θ = new Parameter("(w, b)", start);
        var descent = new GradientDescent([θ], η);
        List<double[]> points = [[.. start]];
        var totals = new List<double>();
        int[] order = [.. Enumerable.Range(0, loss.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random?.Shuffle<int>(order);
            double total = 0;
            foreach (int[] batch in Split(order, batchSize))
            {
                total += batch.Sum(i => loss.OfRecord(points[^1], i));
                loss.Gradient(points[^1], batch).CopyTo(θ.Gradients);
                descent.Step(); // (5.11)
                points.Add(θ.Values.ToArray());
            }

            totals.Add(total);
        }

        return new(points, totals);
    }
}
