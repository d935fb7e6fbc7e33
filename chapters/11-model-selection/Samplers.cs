using Reference.Numerics;

namespace Reference.ModelSelection;

/// <summary>
/// Every combination of given values once, (11.3), the last name fastest: the Cartesian product that scikit-learn's
/// GridSearchCV visits. S2-133, S3-046.
/// </summary>
public sealed class GridSampler : ISampler
{
    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);

    /// <summary>The values of each name, at least one; of a choice the indices.</summary>
    public GridSampler(params (string Name, double[] Values)[] grid)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Require.NotEmpty(grid.Length, nameof(grid));
        Count = 1;
        foreach ((string name, double[] values) in grid)
        {
            Require.NotEmpty(values.Length, $"the values of {name}");
            Require.Finite(values, name);
            if (values.Distinct().Count() < values.Length)
            {
                throw new ArgumentException(
                    $"Expected different values of {name}; got [{string.Join(", ", values)}].", nameof(grid));
            }

            _values.Add(name, [.. values]);
            Count = checked(Count * values.Length); // (11.3)
        }
    }

    /// <summary>∏ |V_k|, (11.3), the number of combinations.</summary>
    public int Count { get; }

    /// <inheritdoc/>
    public double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension)
    {
        if (!_values.TryGetValue(name, out double[]? values))
        {
            throw new ArgumentException(
                $"Expected a name of the grid ({string.Join(", ", _values.Keys)}); got {name}.", nameof(name));
        }

        if (trial.Number >= Count)
        {
            throw new ArgumentOutOfRangeException(
                nameof(trial), $"Expected at most the {Count} trials of the grid; got one more.");
        }

        int rest = trial.Number; // a number with one digit a name
        foreach ((string other, double[] digits) in _values.Reverse())
        {
            if (other == name)
            {
                break;
            }

            rest /= digits.Length;
        }

        return values[rest % values.Length];
    }
}

/// <summary>Independent draws, uniform in the coordinate of each dimension: log-uniform on a logarithmic scale,
/// (11.4). S2-134.</summary>
public sealed class RandomSampler(RandomStream random) : ISampler
{
    /// <inheritdoc/>
    public double Sample(Trial trial, IReadOnlyList<Trial> finished, string name, Dimension dimension) =>
        dimension.Value(dimension.Low + (dimension.High - dimension.Low) * random.Uniform()); // (11.4)
}
