using System.Globalization;
using Reference.Datasets;

namespace Reference.Optimizers;

/// <summary>Where a run stands after an epoch: the model's tensors, the optimizer's memory as <c>optimizer.0</c> …,
/// and as metadata the epochs done, the seed, the steps and the learning rate. S4-087.</summary>
public static class OptimizerCheckpoint
{
    private const string Prefix = "optimizer.";

    /// <summary>The state of a run of so many epochs, started from a seed.</summary>
    public static Checkpoint Of(IOptimizer optimizer, IEnumerable<NamedTensor> model, int epochs, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        return new(
            [
                .. model,
                .. optimizer.Memory.Select((m, i) => new NamedTensor($"{Prefix}{i}", (double[])m.Clone(), m.Length)),
            ],
            new Dictionary<string, string>
            {
                ["epochs"] = Text(epochs), ["seed"] = Text(seed), ["steps"] = Text(optimizer.Steps),
                ["optimizer"] = optimizer.GetType().Name, ["learningRate"] = Text(optimizer.LearningRate),
            });
    }

    /// <summary>The seed that the run started from.</summary>
    /// <exception cref="ArgumentException">It is no checkpoint of a run.</exception>
    public static ulong Seed(Checkpoint checkpoint) => Number<ulong>(checkpoint, "seed");

    /// <summary>The model's tensors.</summary>
    public static IReadOnlyList<NamedTensor> Model(Checkpoint checkpoint) =>
        [.. checkpoint.Tensors.Where(tensor => !tensor.Name.StartsWith(Prefix, StringComparison.Ordinal))];

    /// <summary>Restores the optimizer; returns the epochs done.</summary>
    /// <exception cref="ArgumentException">It is of another optimizer or model; nothing is changed.</exception>
    public static int Restore(IOptimizer optimizer, Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(optimizer);
        string name = optimizer.GetType().Name, saved = Entry(checkpoint, "optimizer");
        if (saved != name)
        {
            throw new ArgumentException($"Expected a run of {name}; got one of {saved}.", nameof(checkpoint));
        }

        int epochs = Number<int>(checkpoint, "epochs"), steps = Number<int>(checkpoint, "steps");
        double η = Number<double>(checkpoint, "learningRate");
        int arrays = checkpoint.Tensors.Count - Model(checkpoint).Count;
        optimizer.Resume(steps, [.. Enumerable.Range(0, arrays)
            .Select(i => checkpoint[$"{Prefix}{i}"].Doubles.ToArray())]);
        optimizer.LearningRate = η;
        return epochs;
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static T Number<T>(Checkpoint checkpoint, string name)
        where T : IParsable<T> =>
        T.TryParse(Entry(checkpoint, name), CultureInfo.InvariantCulture, out T? number)
            ? number
            : throw new ArgumentException($"Expected '{name}' to be a number; got '{checkpoint.Metadata[name]}'.");

    private static string Entry(Checkpoint checkpoint, string name)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint.Metadata.TryGetValue(name, out string? entry)
            ? entry
            : throw new ArgumentException($"Expected a checkpoint of a training run, with '{name}' in its metadata.");
    }
}
