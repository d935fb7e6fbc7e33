namespace Reference.Numerics.Ladder;

/// <summary>The rungs in order.</summary>
public static class ProductLadder
{
    /// <summary>From the definition to the library.</summary>
    public static IReadOnlyList<IProductRung> Rungs { get; } =
    [
        new Naive(), new Reordered(), new OverSpans(), new Vectorized(), new RegisterTile(), new Packed(),
        new Threaded(),
    ];
}
