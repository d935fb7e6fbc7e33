using Reference.Numerics;

namespace Reference.Datasets;

/// <summary>
/// A set cut into batches, ⌈N/B⌉ an epoch, the last one smaller when B does not divide N (S0-102, S0-129, S2-104): 64
/// grey digits are one 784×64 matrix, the notes' 64×1×28×28 (S2-099). With a stream the order is new in every epoch
/// (S0-189); without, it is the set's own. Train with shuffling: batches of neighbours that are alike pull the weights
/// to and fro. Test without: the order changes no sum (S0-107; the whole set is shuffled once an epoch, not the inside
/// of each batch). Two buffers are all that is ever allocated.
/// </summary>
public sealed class Batches
{
    private readonly SampleSet _set;
    private readonly RandomStream? _random;
    private readonly int[] _order;
    private readonly Batch _full, _last;

    /// <summary>The batches of a set.</summary>
    /// <param name="set">N samples.</param>
    /// <param name="size">B ≥ 1; 1 is the notes' one-sample loader (S2-066).</param>
    /// <param name="shuffle">Puts the samples into a new order at the start of each epoch (S0-190 does so once, which
    /// its training loop repeats).</param>
    /// <exception cref="ArgumentException">The set is empty or the size is not positive.</exception>
    public Batches(SampleSet set, int size, RandomStream? shuffle = null)
    {
        ArgumentNullException.ThrowIfNull(set);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        Require.NotEmpty(set.Count, nameof(set));
        (_set, _random, Size) = (set, shuffle, Math.Min(size, set.Count));
        _order = [.. Enumerable.Range(0, set.Count)];
        _full = new Batch(set.X.Features, set.Y.Features, Size);
        _last = set.Count % Size == 0 ? _full : new Batch(set.X.Features, set.Y.Features, set.Count % Size);
    }

    /// <summary>B, or N where the set is smaller.</summary>
    public int Size { get; }

    /// <summary>⌈N/B⌉, the batches of an epoch.</summary>
    public int Count => (_order.Length + Size - 1) / Size;

    /// <summary>Shuffles as so many epochs would, so that a resumed run meets the batches of one that never
    /// stopped.</summary>
    public void Skip(int epochs)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(epochs);
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            _random?.Shuffle(_order.AsSpan());
        }
    }

    /// <summary>One epoch: every sample once. A batch is valid until the next one is asked for.</summary>
    public IEnumerable<Batch> Epoch()
    {
        _random?.Shuffle(_order.AsSpan());
        for (int start = 0; start < _order.Length; start += Size)
        {
            Batch batch = _order.Length - start >= Size ? _full : _last;
            batch.Fill(_set, _order.AsSpan(start, batch.Count));
            yield return batch;
        }
    }
}
