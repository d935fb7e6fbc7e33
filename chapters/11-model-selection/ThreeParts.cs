using Reference.Datasets;
using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>
/// Disjoint parts of a set: to train on, to choose by, and a test set that is opened once, when all is chosen. S3-053.
/// </summary>
public sealed class ThreeParts
{
    private readonly SampleSet _test;
    private bool _opened;

    /// <summary>The samples of each part; none may be in two.</summary>
    public ThreeParts(SampleSet set, int[] training, int[] validation, int[] test)
    {
        ArgumentNullException.ThrowIfNull(set);
        (string Name, int[] Of)[] parts =
            [(nameof(training), training), (nameof(validation), validation), (nameof(test), test)];
        var owner = new Dictionary<int, string>();
        foreach ((string name, int[] part) in parts)
        {
            Require.NotEmpty(part.Length, name);
            foreach (int sample in part)
            {
                if (!owner.TryAdd(sample, name))
                {
                    throw new ArgumentException(
                        $"Expected parts that do not overlap; sample {sample} is in {owner[sample]} and in {name}.",
                        name);
                }
            }
        }

        (Training, Validation, _test) = (set.At(training), set.At(validation), set.At(test));
    }

    /// <summary>To train on.</summary>
    public SampleSet Training { get; }

    /// <summary>To choose by.</summary>
    public SampleSet Validation { get; }

    /// <summary>A random division; two shares, and the rest is the test set.</summary>
    public static ThreeParts Random(SampleSet set, double training, double validation, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(set);
        Split first = Split.Random(set.Count, training, random),
            second = Split.Random(first.Validation.Length, validation / (1 - training), random);
        return new(
            set, first.Train, [.. second.Train.Select(i => first.Validation[i])],
            [.. second.Validation.Select(i => first.Validation[i])]);
    }

    /// <summary>The test set, once.</summary>
    /// <exception cref="InvalidOperationException">It was opened before: a second look would choose by it.</exception>
    public SampleSet OpenTest()
    {
        if (_opened)
        {
            throw new InvalidOperationException("Expected the test set to be used once; it was opened before.");
        }

        _opened = true;
        return _test;
    }
}
