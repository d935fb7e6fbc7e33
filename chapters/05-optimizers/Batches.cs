using Reference.Numerics;

namespace Reference.Optimizers;

/// <summary>Epochs over batches of records: all at once, some, or one by one. S1-143, S1-144, S1-224, S2-094, S2-095, S2-096, S3-047, S4-080, S4-081.</summary>
public static class Batches
{
    /// <summary>⌈N/B⌉ updates an epoch, (5.12). S3-222, S4-081.</summary>
    /// <param name="records">N ≥ 1.</param>
    /// <param name="batchSize">B ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count below 1.</exception>
    public static int UpdatesPerEpoch(int records, int batchSize) =>
        (RequireRate.Count(records, 1) - 1) / RequireRate.Count(batchSize, 1) + 1; // (5.12)

    /// <summary>How many records the last batch holds.</summary>
    /// <inheritdoc cref="UpdatesPerEpoch"/>
    public static int LastBatch(int records, int batchSize) => records - (UpdatesPerEpoch(records, batchSize) - 1) * batchSize;

    /// <summary>The batches of an epoch: the records in order, cut after every B of them.</summary>
    /// <param name="order">The records in the order of this epoch.</param>
    /// <param name="batchSize">B ≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A batch size below 1.</exception>
    public static IEnumerable<int[]> Cut(int[] order, int batchSize)
    {
        RequireRate.Count(batchSize, 1);
        return order.Chunk(batchSize);
    }

    /// <summary>What training by batches came by.</summary>
    /// <param name="Points">(w, b) at the start and after every update.</param>
    /// <param name="EpochTotals">For each epoch, the sum over its records of the loss that each had when its batch came.</param>
    public sealed record Run(IReadOnlyList<double[]> Points, IReadOnlyList<double> EpochTotals);

    /// <summary>Plain descent by batches, θ ← θ − (η/B) Σ ∇ℓᵢ, (5.11).</summary>
    /// <param name="loss">The records.</param>
    /// <param name="start">(w, b) at the start.</param>
    /// <param name="η">Learning rate ≥ 0.</param>
    /// <param name="batchSize">B: N is full-batch descent, (5.9); 1 is stochastic descent, (5.10).</param>
    /// <param name="epochs">How many passes over all records, ≥ 0.</param>
    /// <param name="random">Shuffles the records of each epoch; null keeps their order, as the loops of S4 do.</param>
    /// <exception cref="ArgumentException">A constant outside its range, a start that is not (w, b), or a number on the way that is not finite.</exception>
    public static Run Train(LeastSquaresLine loss, double[] start, double η, int batchSize, int epochs, RandomStream? random = null)
    {
        RequireRate.Count(epochs, 0);
        var rule = new ScalarDescent(η);
        List<double[]> points = [[.. start]];
        var totals = new List<double>();
        int[] order = [.. Enumerable.Range(0, loss.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random?.Shuffle<int>(order);
            double total = 0;
            foreach (int[] batch in Cut(order, batchSize))
            {
                double[] θ = points[^1];
                total += batch.Sum(i => loss.OfRecord(θ, i));
                points.Add([.. θ.Zip(loss.Gradient(θ, batch), rule.Step)]); // (5.11)
            }

            totals.Add(total);
        }

        return new(points, totals);
    }
}
