namespace Reference.Plotting;

/// <summary>A bar for each category: the first at x = 0, the next at 1, and so on. Several series in one panel stand
/// side by side, in their order.</summary>
public sealed record Bars : Series
{
    /// <summary>A bar of height values[i] over categories[i], at x = i. NaN leaves a bar out.</summary>
    /// <exception cref="ArgumentException">No categories, unequal lengths, or all values NaN.</exception>
    public Bars(IReadOnlyList<string> categories, IReadOnlyList<double> values)
    {
        Categories = Expect.Some(categories);
        Values = Expect.Values(values, categories.Count, nameof(categories));
    }

    /// <summary>What stands below each place.</summary>
    public IReadOnlyList<string> Categories { get; }

    /// <summary>The heights.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Writes each value at its bar in this number format, such as <c>"0.000"</c>.</summary>
    public string? ShowValues { get; init; }

    internal override void Extend(Extent room)
    {
        room.X.IncludeTight((-0.6, Categories.Count - 0.4));
        room.Y.IncludeTight((0, 0));
        // A written value stands beyond its bar.
        room.Y.Include(Values.Select(value => value * (ShowValues is null ? 1 : 1.14)));
    }
}
