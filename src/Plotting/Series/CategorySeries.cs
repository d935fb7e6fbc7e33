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
