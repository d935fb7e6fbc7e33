namespace Reference.Plotting;

/// <summary>A bar for each category: the first at x = 0, the next at 1, and so on. NaN leaves a bar out.</summary>
/// <param name="Categories">What stands below each place.</param>
/// <param name="Values">The heights.</param>
/// <exception cref="ArgumentException">No categories, unequal lengths, or all values NaN.</exception>
public sealed record Bars(IReadOnlyList<string> Categories, IReadOnlyList<double> Values) : Series
{
    /// <summary>What stands below each place.</summary>
    public IReadOnlyList<string> Categories { get; } = Expect.Some(Categories);

    /// <summary>The heights.</summary>
    public IReadOnlyList<double> Values { get; } = Expect.Values(Values, Categories.Count, nameof(Categories));

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
