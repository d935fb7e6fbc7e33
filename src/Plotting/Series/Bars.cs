namespace Reference.Plotting;

/// <summary>A series with a place for each category: the first at x = 0, the next at 1, and so on.</summary>
public abstract record CategorySeries : Series
{
    /// <summary>A place for each category.</summary>
    /// <exception cref="ArgumentException">There are no categories.</exception>
    protected CategorySeries(IReadOnlyList<string> categories) => Categories = Expect.Some(categories);

    /// <summary>What stands below each place.</summary>
    public IReadOnlyList<string> Categories { get; }

    internal override void Extend(Extent room) => room.X.IncludeTight((-0.6, Categories.Count - 0.4));
}

/// <summary>A bar for each category. Several in one panel stand side by side, in the order of the series.</summary>
public sealed record Bars : CategorySeries
{
    /// <summary>A bar of height values[i] over categories[i], at x = i. NaN leaves a bar out.</summary>
    /// <exception cref="ArgumentException">No categories, unequal lengths, or all values NaN.</exception>
    public Bars(IReadOnlyList<string> categories, IReadOnlyList<double> values)
        : base(categories) => Values = Expect.Values(values, categories.Count, nameof(categories));

    /// <summary>The heights.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Writes each value at its bar in this number format, such as <c>"0.000"</c>.</summary>
    public string? ShowValues { get; init; }

    /// <summary>Half the length of the error bar at each value.</summary>
    /// <exception cref="ArgumentException">Not one for each bar.</exception>
    public IReadOnlyList<double>? Errors
        { get; init => field = value is null ? null : Expect.Values(value, Values.Count, "values", nameof(Errors)); }

    internal override void Extend(Extent room)
    {
        base.Extend(room);
        // A written value stands beyond its bar.
        double reach = ShowValues is null ? 1 : 1.14;
        room.Y.IncludeTight((0, 0));
        room.Y.Include(Values.Select((value, i) => (value + (value < 0 ? -1 : 1) * (Errors?[i] ?? 0)) * reach));
    }
}
