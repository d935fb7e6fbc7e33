using System.Numerics.Tensors;

namespace Reference.Numerics;

/// <summary>
/// The forward pass of <see cref="TiledAttention"/>: for a tile of queries the tiles of keys one after another, with
/// the largest score m, the sum ℓ of e^(s − m) and the weighted sum o of values so far.
/// </summary>
internal sealed class TiledForward(AttentionTiles tiles, MatrixViews Z, double[] L) : Work
{
    private static readonly double[] s_ones = [.. Enumerable.Repeat(1.0, AttentionTiles.Side)];

    internal void Run(int threads) => Run(tiles.Q.Count * AttentionTiles.Count(tiles.Queries), threads);

    /// <inheritdoc/>
    protected override void Part(int part)
    {
        (int block, int tile) = Math.DivRem(part, AttentionTiles.Count(tiles.Queries));
        MatrixView queries = AttentionTiles.Tile(tiles.Q[block], tile), o = AttentionTiles.Tile(Z[block], tile);
        ReadOnlySpan<int> visible = tiles.VisibleTo(block, tile);
        Span<double> m = L.AsSpan(block * tiles.Queries + tile * AttentionTiles.Side, visible.Length);
        Span<double> ℓ = stackalloc double[visible.Length];
        m.Fill(double.NegativeInfinity);
        ℓ.Clear();
        o.Fill(0);
        int keys = TensorPrimitives.Max(visible);
        for (int t = 0; t < AttentionTiles.Count(keys); t++)
        {
            MatrixView S = tiles.Scores(AttentionTiles.Tile(tiles.K[block], t), queries);
            Rescale(S, t, visible, m, ℓ, o);
            o.AddProduct(AttentionTiles.Tile(tiles.V[block], t), S);
        }

        for (int i = 0; i < visible.Length; i++)
        {
            if (visible[i] > 0)
            {
                TensorPrimitives.Divide(o.Column(i), ℓ[i], o.Column(i)); // z = o/ℓ
                m[i] += Math.Log(ℓ[i]); // L = m + ln ℓ
            }
        }
    }

    // S becomes e^(s − m) with the largest score so far, and what was summed before comes to the same m.
    private static void Rescale(
        in MatrixView S, int tile, ReadOnlySpan<int> visible, Span<double> m, Span<double> ℓ, in MatrixView o)
    {
        for (int i = 0; i < visible.Length; i++)
        {
            Span<double> s = S.Column(i);
            int seen = AttentionTiles.Inside(visible[i], tile, s.Length);
            s[seen..].Fill(double.NegativeInfinity);
            if (seen == 0)
            {
                continue;
            }

            double larger = Math.Max(m[i], TensorPrimitives.Max<double>(s[..seen])), c = Math.Exp(m[i] - larger);
            (m[i], ℓ[i]) = (larger, c * ℓ[i]);
            if (c != 1)
            {
                TensorPrimitives.Multiply(o.Column(i), c, o.Column(i));
            }

            TensorPrimitives.Subtract(s, larger, s);
        }

        Kernels.Exp(S.Span, S.Span);
        for (int i = 0; i < visible.Length; i++)
        {
            ℓ[i] += Kernels.Dot(S.Column(i), s_ones.AsSpan(0, S.RowCount));
        }
    }
}
