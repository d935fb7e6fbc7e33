namespace Reference.Plotting;

/// <summary>A bar for each category. Several in one panel stand side by side, in the order of the series.</summary>
public sealed record Bars : Series
{
    private readonly double[] _values;
    private readonly double[]? _errors;

    /// <summary>A bar of height values[i] over categories[i], at x = i. NaN leaves a bar out.</summary>
    /// <exception cref="ArgumentException">No categories, unequal lengths, or all values NaN.</exception>
    public Bars(IReadOnlyList<string> categories, IReadOnlyList<double> values)
    {
        Categories = Expect.Some(categories, nameof(categories));
        _values = Expect.Values(values, categories.Count, nameof(values), nameof(categories));
    }

    /// <summary>What stands below each bar.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The heights.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>Writes each value at its bar in this number format, such as <c>"0.000"</c>.</summary>
    public string? ShowValues { get; init; }

    /// <summary>Half the length of the error bar at each value.</summary>
    /// <exception cref="ArgumentException">Not one for each bar.</exception>
    public IReadOnlyList<double>? Errors { get => _errors; init => _errors = value is null ? null : Expect.Values(value, _values.Length, nameof(Errors), "values"); }

    internal override void Extend(DataRange x, DataRange y)
    {
        x.IncludeTight(-0.6, below: true, above: false);
        x.IncludeTight(_values.Length - 0.4, below: false, above: true);
        y.IncludeTight(0, below: true, above: true);
        for (int i = 0; i < _values.Length; i++)
        {
            double error = _errors?[i] ?? 0;
            // A written value stands beyond its bar.
            double reach = ShowValues is null ? 1 : 1.14;
            y.Include((_values[i] + (_values[i] < 0 ? -error : error)) * reach);
        }
    }
}
