using Reference.Datasets;
using Reference.Networks;

namespace Reference.Regularization;

/// <summary>
/// Stops a run when the validation loss has had no new minimum for P epochs, and restores the parameters and the state
/// of the best one, (10.2). S1-114, S2-130, S3-080, S4-086.
/// </summary>
public sealed class EarlyStopping
{
    private readonly ILayer _network;
    private readonly int _patience;
    private IReadOnlyList<NamedTensor>? _best;

    /// <summary>Watches a network with patience P ≥ 1; <see cref="After"/> goes to
    /// <see cref="Trainer.Fit"/>.</summary>
    public EarlyStopping(ILayer network, int patience)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(patience);
        (_network, _patience) = (network, patience);
    }

    /// <summary>e*, the epoch of the smallest validation loss so far, from 1; 0 before the first.</summary>
    public int BestEpoch { get; private set; }

    /// <summary>The smallest validation loss so far.</summary>
    public double BestLoss { get; private set; } = double.PositiveInfinity;

    /// <summary>The epoch that stops and e*, the first argmin, of a list of validation losses. // [epochs].
    /// S4-086</summary>
    public static (int Stopped, int Best) Of(double[] losses, int patience)
    {
        int best = 0;
        for (int e = 1; e <= losses.Length; e++)
        {
            best = best == 0 || losses[e - 1] < losses[best - 1] ? e : best; // (10.2)
            if (e - best >= patience) // (10.2)
            {
                return (e, best);
            }
        }

        return (losses.Length, best);
    }

    /// <summary>Keeps the state if it is the best so far; false when the patience is at its end.</summary>
    /// <exception cref="ArgumentException">No validation set was given.</exception>
    public bool After(int epochs, History.Epoch measured)
    {
        if (double.IsNaN(measured.ValidationLoss))
        {
            throw new ArgumentException("Expected a validation set for early stopping; got none.", nameof(measured));
        }

        if (measured.ValidationLoss < BestLoss)
        {
            (BestEpoch, BestLoss, _best) = (epochs, measured.ValidationLoss, StateDictionary.Of(_network)); // (10.2)
        }

        return epochs - BestEpoch < _patience; // (10.2)
    }

    /// <summary>Puts the best state back into the network.</summary>
    public void Restore() => StateDictionary.Load(
        _network, _best ?? throw new InvalidOperationException("Expected an epoch before the best one is restored."));
}
