namespace Reference.Numerics;

/// <summary>
/// Attention of many blocks, the heads of each sample, cut into tiles of queries and keys, so that no more than a tile
/// of scores is held at a time. Tokens are columns; query i of a block sees its first <c>visible</c> keys.
/// </summary>
/// <param name="Q">Queries. // blocks × [d × n]</param>
/// <param name="K">Keys. // blocks × [d × m]</param>
/// <param name="V">Values. // blocks × [e × m]</param>
/// <param name="Visible">The number of keys that a query sees, a sample after the other. // [samples × n]</param>
/// <param name="Heads">The blocks of a sample, one after another.</param>
internal readonly record struct AttentionTiles(MatrixViews Q, MatrixViews K, MatrixViews V, int[] Visible, int Heads)
{
    /// <summary>The queries or keys of a tile.</summary>
    internal const int Side = 128;

    [ThreadStatic]
    private static double[]?[]? t_rooms;

    internal int Queries => Q[0].ColumnCount;

    internal int Keys => K[0].ColumnCount;

    internal double Scale => 1 / Math.Sqrt(Q[0].RowCount);

    /// <summary>The tiles that so many tokens make.</summary>
    internal static int Count(int tokens) => (tokens + Side - 1) / Side;

    /// <summary>The queries or keys of a tile of a block. // [rows × at most Side]</summary>
    internal static MatrixView Tile(in MatrixView block, int tile) =>
        block.Columns(tile * Side, Math.Min(Side, block.ColumnCount - tile * Side));

    /// <summary>The keys that the queries of a tile see. // [queries]</summary>
    internal ReadOnlySpan<int> VisibleTo(int block, int tile) => Visible.AsSpan(
        block / Heads * Queries + tile * Side, Math.Min(Side, Queries - tile * Side));

    /// <summary>s = kᵀq/√d of a tile of keys with a tile of queries, in memory of the thread. // [keys × queries]
    /// </summary>
    internal MatrixView Scores(in MatrixView keys, in MatrixView queries)
    {
        MatrixView S = Room(0, keys.ColumnCount, queries.ColumnCount);
        S.Product(keys.T, queries, Scale);
        return S;
    }

    /// <summary>Memory of the thread, kept from call to call. // [rows × columns]</summary>
    internal static MatrixView Room(int place, int rows, int columns)
    {
        ref double[]? room = ref (t_rooms ??= new double[2][])[place];
        if (room is null || room.Length < rows * columns)
        {
            room = new double[Math.Max(rows * columns, Side * Side)];
        }

        return new(room, rows, columns);
    }

    /// <summary>How many of a tile's keys a query sees.</summary>
    internal static int Inside(int visible, int tile, int keys) => Math.Clamp(visible - tile * Side, 0, keys);
}
