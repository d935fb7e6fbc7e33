using System.Globalization;
using Reference.Datasets;
using Reference.Optimizers;

namespace Reference.Networks;

/// <summary>
/// Where a run stands after an epoch: the network under PyTorch's names, the optimizer's memory as
/// <c>optimizer.0</c> …, and as metadata the epochs done, the seed, the steps and the learning rate. A run built anew
/// from its seed, restored and continued ends with the bits of one that never stopped. S4-087.
/// </summary>
public static class TrainingCheckpoint
{
    private const string Prefix = "optimizer.";

    /// <summary>The state of a run of so many epochs, started from a seed.</summary>
    public static Checkpoint Of(Trainer trainer, int epochs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        IOptimizer optimizer = trainer.Optimizer;
        return new(
            [
                .. StateDictionary.Of(trainer.Network),
                .. optimizer.Memory.Select((m, i) => new NamedTensor($"{Prefix}{i}", (double[])m.Clone(), m.Length)),
            ],
            new Dictionary<string, string>
            {
                ["epochs"] = Text(epochs), ["seed"] = Text(seed), ["steps"] = Text(optimizer.Steps),
                ["optimizer"] = optimizer.GetType().Name, ["learningRate"] = Text(optimizer.LearningRate),
            });
    }

    /// <summary>Restores a run; returns the epochs done and the seed.</summary>
    /// <exception cref="ArgumentException">It is of another architecture or optimizer; nothing is changed.</exception>
    public static (int Epochs, ulong Seed) Restore(Trainer trainer, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        ArgumentNullException.ThrowIfNull(checkpoint);
        IOptimizer optimizer = trainer.Optimizer;
        string name = optimizer.GetType().Name, saved = Entry(checkpoint, "optimizer");
        if (saved != name)
        {
            throw new ArgumentException($"Expected a run of {name}; got one of {saved}.", nameof(checkpoint));
        }

        int epochs = Number<int>(checkpoint, "epochs"), steps = Number<int>(checkpoint, "steps");
        ulong seed = Number<ulong>(checkpoint, "seed");
        double η = Number<double>(checkpoint, "learningRate");
        ILookup<bool, NamedTensor> tensors = checkpoint.Tensors.ToLookup(t => t.Name.StartsWith(Prefix, default));
        _ = StateDictionary.Checked(trainer.Network, tensors[false]);
        optimizer.Resume(steps, [.. tensors[true].Select((_, i) => checkpoint[$"{Prefix}{i}"].Doubles.ToArray())]);
        optimizer.LearningRate = η;
        StateDictionary.Load(trainer.Network, tensors[false]);
        return (epochs, seed);
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static T Number<T>(Checkpoint checkpoint, string name)
        where T : IParsable<T> =>
        T.TryParse(Entry(checkpoint, name), CultureInfo.InvariantCulture, out T? number)
            ? number
            : throw new ArgumentException($"Expected '{name}' to be a number; got '{checkpoint.Metadata[name]}'.");

    private static string Entry(Checkpoint checkpoint, string name) =>
        checkpoint.Metadata.TryGetValue(name, out string? entry)
            ? entry
            : throw new ArgumentException($"Expected a checkpoint of a training run, with '{name}' in its metadata.");
}
