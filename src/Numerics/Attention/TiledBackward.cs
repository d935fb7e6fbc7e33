using System.Numerics.Tensors;

namespace Reference.Numerics;

/// <summary>
/// The backward pass of <see cref="TiledAttention"/>: for a tile of keys the tiles of queries one after another; a
/// tile of weights is computed again as e^(s − L). The tiles of keys of a block are dealt to a fixed number of hands,
/// each of which sums its own ∂L/∂Q.
/// </summary>
internal sealed class TiledBackward(
    AttentionTiles tiles, MatrixViews dZ, double[] L, double[] δ, MatrixViews dK, MatrixViews dV, MatrixViews[] dQ)
    : Work
{
    internal void Run(int threads) => Run(tiles.Q.Count * dQ.Length, threads);

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        (int block, int hand) = Math.DivRem(part, dQ.Length);
        dQ[hand][block].Fill(0);
        for (int tile = hand; tile < AttentionTiles.Count(tiles.Keys); tile += dQ.Length)
        {
            MatrixView K = AttentionTiles.Tile(tiles.K[block], tile), V = AttentionTiles.Tile(tiles.V[block], tile);
            MatrixView dk = AttentionTiles.Tile(dK[block], tile), dv = AttentionTiles.Tile(dV[block], tile);
            dk.Fill(0);
            dv.Fill(0);
            for (int t = 0; t < AttentionTiles.Count(tiles.Queries); t++)
            {
                ReadOnlySpan<int> visible = tiles.VisibleTo(block, t);
                if (TensorPrimitives.Max(visible) <= tile * AttentionTiles.Side)
                {
                    continue;
                }

                MatrixView queries = AttentionTiles.Tile(tiles.Q[block], t), dz = AttentionTiles.Tile(dZ[block], t);
                int first = block * tiles.Queries + t * AttentionTiles.Side;
                MatrixView A = tiles.Scores(K, queries);
                Weights(A, tile, visible, L.AsSpan(first));
                dv.AddProduct(dz, A.T); // ∂L/∂v = Σ a ∂L/∂z
                MatrixView dS = AttentionTiles.Room(1, A.RowCount, A.ColumnCount);
                dS.Product(V.T, dz); // ∂L/∂a = v·∂L/∂z
                Scores(dS, A, δ.AsSpan(first));
                dk.AddProduct(queries, dS.T, tiles.Scale); // ∂L/∂k = Σ ∂L/∂s q/√d
                AttentionTiles.Tile(dQ[hand][block], t).AddProduct(K, dS, tiles.Scale); // ∂L/∂q = Σ ∂L/∂s k/√d
            }
        }
    }

    // a = e^(s − L), and 0 of a key that the query does not see.
    private static void Weights(in MatrixView S, int tile, ReadOnlySpan<int> visible, ReadOnlySpan<double> L)
    {
        for (int i = 0; i < visible.Length; i++)
        {
            Span<double> s = S.Column(i);
            int seen = AttentionTiles.Inside(visible[i], tile, s.Length);
            TensorPrimitives.Subtract(s[..seen], L[i], s[..seen]);
            s[seen..].Fill(double.NegativeInfinity);
        }

        Kernels.Exp(S.Span, S.Span);
    }

    // ∂L/∂s = a (∂L/∂a − δ) with δ = z·∂L/∂z.
    private static void Scores(in MatrixView dS, in MatrixView A, ReadOnlySpan<double> δ)
    {
        for (int i = 0; i < dS.ColumnCount; i++)
        {
            Span<double> ds = dS.Column(i);
            TensorPrimitives.Subtract(ds, δ[i], ds);
            TensorPrimitives.Multiply(ds, A.Column(i), ds);
        }
    }
}
