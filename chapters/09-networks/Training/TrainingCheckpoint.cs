using Reference.Datasets;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>An <see cref="OptimizerCheckpoint"/> with the network under PyTorch's names. A run built anew from its
/// seed, restored and continued ends with the bits of one that never stopped. S4-087.</summary>
public static class TrainingCheckpoint
{
    /// <summary>The state of a run of so many epochs, started from a seed.</summary>
    public static Checkpoint Of(Trainer trainer, int epochs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        return OptimizerCheckpoint.Of(trainer.Optimizer, StateDictionary.Of(trainer.Network), epochs, seed);
    }

    /// <summary>Restores a run; returns the epochs done and the seed.</summary>
    /// <exception cref="ArgumentException">It is of another architecture or optimizer; nothing is changed.</exception>
    public static (int Epochs, ulong Seed) Restore(Trainer trainer, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ulong seed = OptimizerCheckpoint.Seed(checkpoint);
        IReadOnlyList<NamedTensor> tensors = OptimizerCheckpoint.Model(checkpoint);
        _ = StateDictionary.Checked(trainer.Network, tensors);
        int epochs = OptimizerCheckpoint.Restore(trainer.Optimizer, checkpoint);
        StateDictionary.Load(trainer.Network, tensors);
        return (epochs, seed);
    }
}
